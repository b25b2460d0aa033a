import { say } from '../base/message.ts';
import type { Span } from '../base/span.ts';
import { inText, type Passage } from '../model/prose/passages.ts';
import { placed, remembered } from '../model/prose/words.ts';
import { defineRule } from './rule.ts';

export const missingNumber = defineRule({
  id: 'missing-number',
  group: 'prose',
  title: '量词前面漏了数字',
  severity: 'error',
  since: '0.1.0',
  reads: 'prose',
  basis: '《中华人民共和国政府信息公开条例》第五十条：报告的内容应当完整、准确',
  docs: `检查“主动公开信息　　条”这样只有量词、没有数字的地方，多半是套用模板后忘了填。
空着的空格、下划线、空括号都认；量词后面要有标点，所以“信息条例”“申请件数”不会误报。
“规范性文件件”这样把量词接在名词后面、中间没有数字的，“其中自然人件”“现行有效的规范性文件。”这样缺了件数的，也查。
“申请件”作名词用（“收到的申请件”）、“件件公开”，都不报。
没有数字可填，所以不提供修复。`,

  *check(report) {
    for (const passage of report.passages()) {
      for (const { span, unit } of holes(passage.words))
        yield {
          span: inText(passage, span),
          message:
            unit === undefined
              ? say('“{0}”后面漏了件数，请补上。', passage.words.source.slice(span.from, span.to))
              : say('“{0}＿{1}”漏了数字，请在“{1}”前面补上。', wordsBefore(passage, span), unit),
        };
    }
  },
});

/** The last words before a hole, so that several of them can be told apart in a list. */
function wordsBefore({ words }: Passage, { from }: Span): string {
  const before = words.source.slice(Math.max(0, from - 40), from).replace(/[\s*]+/g, '');
  return /[^，。；：、（）]{0,8}$/.exec(before)?.[0] ?? '';
}

interface Hole {
  readonly span: Span;
  /** The measure word; undefined where it is missing together with the number. */
  readonly unit: string | undefined;
}

const counted =
  '信息|申请|文件|数据|政策|解读|留言|建议|提案|通知|案件|复议|诉讼|公开|发布|收到|受理|办结|答复|废止|有效|收取|金额|处理费|收费|费用|共|计';
const gap = '(?:[ \\t\\u3000\\u00a0]{1,40}|[_＿]{2,40}|[（(][ \\u3000]{1,40}[）)]|…{1,4})[ \\u3000]{0,9}';
const blanks = new RegExp(
  `(?:(?:${counted})为?)(${gap})(条|件|份|篇|次|期|项|家|场|人次|万元|元)(?=[，。；、,;）)]|\\s*$)`,
  'g',
);
/** Two blanks and more between a word and a measure word are a hole, whatever is counted. */
const wideBlanks =
  /(?<=[一-龥]{2})([ \u3000\u00a0]{2,40})(条|件|份|篇|次|期|项|场|人次|万元|元)(?=[，。；、,;）)])/g;
const closed = new RegExp(
  [
    '(?:主动公开|公开|发布|更新|推送|报送|上传|转发|登载)(?:政府|政务|各类)?信息(?=条[，。；、])',
    '(?:共|累计|总计)(?:公开|发布|收到|受理|办结|答复)?(?=[条件份][，。；、])',
    // 收到的申请件 is what came in, however many.
    '(?:共|共计|累计|全年|年内|年度|今年|本年)(?:新?收到?|接到|受理|办结|答复|接收)(?:了|各类|政府信息公开|信息公开){0,3}(?:申请|依申请公开(?:申请)?)(?=件(?!件)[，。；、])',
    '(?:其中|[，、：])(?:自然人|商业企业|企业|科研机构|社会公益组织|法律服务机构|法人(?:[和或及]其[他它]组织)?)(?:申请)?(?=件[，。；、])',
    '规范性文件(?=件(?!件)(?:[，。；、]|$))',
    '(?:召开|举办|组织|开展|举行)[^，。；、\\d一二两三四五六七八九十几多数]{0,10}(?:会议?|培训班?|检查)(?=[次期场][，。；])',
  ].join('|'),
  'g',
);
/** A count of documents in force has to follow the words that end a sentence here: `废止1件，现行有效的规范性文件。` */
const uncounted = /(?<=[件份][，；])(?:目前)?现行有效的?(?:行政)?规范性文件(?=[。；，])/g;

const holes = remembered((words): readonly Hole[] => {
  const found = new Map<number, Hole>();
  for (const match of [...words.source.matchAll(blanks), ...words.source.matchAll(wideBlanks)]) {
    const [whole, blank = '', unit = ''] = match;
    const to = match.index + whole.length;
    found.set(to - unit.length, { span: { from: to - unit.length - blank.length, to }, unit });
  }
  for (const match of words.text.matchAll(closed)) {
    const at = match.index + match[0].length;
    const span = placed(words, at, at + 1);
    if (!found.has(span.from)) found.set(span.from, { span, unit: words.text.charAt(at) });
  }
  for (const { index, 0: said } of words.text.matchAll(uncounted)) {
    const span = placed(words, index, index + said.length);
    found.set(span.from, { span, unit: undefined });
  }
  return [...found.values()].sort((a, b) => a.span.from - b.span.from);
});
