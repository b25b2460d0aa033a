import { say } from '../base/message.ts';
import type { Span } from '../base/span.ts';
import { inText } from '../model/prose/passages.ts';
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
没有数字可填，所以不提供修复。`,

  *check(report) {
    for (const passage of report.passages()) {
      for (const { span, unit } of holes(passage.words))
        yield { span: inText(passage, span), message: say('“{0}”前面漏了数字，请补上。', unit) };
    }
  },
});

interface Hole {
  readonly span: Span;
  readonly unit: string;
}

const counted =
  '信息|申请|文件|数据|政策|解读|留言|建议|提案|通知|案件|复议|诉讼|公开|发布|收到|受理|办结|答复|废止|有效|收取|金额|处理费|收费|费用|共|计';
const gap = '(?:[ \\t\\u3000\\u00a0]{1,40}|[_＿]{2,40}|[（(][ \\u3000]{1,40}[）)])[ \\u3000]{0,9}';
const blanks = new RegExp(
  `(?:(?:${counted})为?)(${gap})(条|件|份|篇|次|期|项|家|场|人次|万元|元)(?=[，。；、,;）)]|\\s*$)`,
  'g',
);
const closed =
  /(?:(?:主动公开|公开|发布)(?:政府|各类)?信息(?=条[，。；、])|(?:共|累计|总计)(?:公开|发布|收到|受理|办结|答复)?(?=[条件份][，。；、]))/g;

const holes = remembered((words): readonly Hole[] => {
  const found = new Map<number, Hole>();
  for (const match of words.source.matchAll(blanks)) {
    const [whole, blank = '', unit = ''] = match;
    const to = match.index + whole.length;
    found.set(to - unit.length, { span: { from: to - unit.length - blank.length, to }, unit });
  }
  for (const match of words.text.matchAll(closed)) {
    const at = match.index + match[0].length;
    const span = placed(words, at, at + 1);
    if (!found.has(span.from)) found.set(span.from, { span, unit: words.text.charAt(at) });
  }
  return [...found.values()].sort((a, b) => a.span.from - b.span.from);
});
