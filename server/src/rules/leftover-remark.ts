import { say } from '../base/message.ts';
import { wordList } from '../base/option.ts';
import type { Span } from '../base/span.ts';
import { wholeLine } from '../model/lines.ts';
import { inText, type Passage } from '../model/prose/passages.ts';
import { placed, placesOf, remembered, toWords, type Words } from '../model/prose/words.ts';
import type { Report } from '../model/report.ts';
import { defineRule, type Fix, type Problem } from './rule.ts';

const phrases = wordList({
  name: 'phrases',
  title: '另外还有哪些话不能留在正文里，照原样查找，不分空格和全角半角。',
  example: ['报分管领导审定'],
});

const allowed = wordList({
  name: 'allowed',
  title: '哪些话可以留着：查到的词句里含有其中一个就不报。',
  example: ['XX工程'],
});

export const leftoverRemark = defineRule({
  id: 'leftover-remark',
  group: 'prose',
  title: '正文里留着填写说明、内部批注或者占位符',
  severity: 'warning',
  since: '0.1.0',
  reads: 'prose',
  basis: '国办公开办函〔2021〕30号：年度报告向社会公布，内容应当规范',
  docs: `检查模板的填写说明（“该部分以表格形式报告”“（请填写……）”）、报送时的内部批注（“以上数据真实有效，可以对外发布”“根据贵办……”“（与表三核对）”“内部资料，请勿外传”“仅供审核”，标题后面的“（送审稿）”），以及没有替换的占位符（××、XX、【】）。
网址、电子邮箱里的字母，书名号里的文件名，审核发布制度里的“方可对外发布”不报。
修正删去整句批注，需要逐条确认；占位符要由起草人填写，不提供修复。`,

  options: [phrases, allowed],

  *check(report, chosen) {
    const more = phrases.of(chosen).map((phrase) => toWords(phrase).text);
    yield* draftMark(report);
    const fine = allowed.of(chosen).map((phrase) => toWords(phrase).text);
    for (const passage of report.passages()) {
      const found = [...remarksIn(passage.words), ...phrasesIn(passage.words, more)];
      for (const remark of found.filter((one) => !isAllowed(passage.words, one, fine))) {
        const { from, to, kind } = remark;
        const span = inText(passage, placed(passage.words, from, to));
        yield {
          span,
          message:
            kind === 'remark'
              ? say('“{0}”像是内部批注或填写说明，公布前应当删去。', passage.words.text.slice(from, to))
              : say(
                  '“{0}”是没有替换的占位符，请填写。',
                  starsBefore(report.text, span.from) + report.text.slice(span.from, span.to),
                ),
          fixes: kind === 'remark' ? [deletion(report, passage, remark)] : [],
        };
      }
    }
  },
});

const draft =
  /[（(](?:送审稿|报审稿|征求意见稿|讨论稿|初稿|草稿|修改稿|代拟稿|第[一二三四五六七八九\d]稿)[）)]/;

/** What a title says of the stage of the paper: `……年度报告（送审稿）`. */
function* draftMark({ text, title }: Report): Iterable<Problem> {
  if (!title) return;
  const behind = text.slice(title.span.to).search(/[\r\n]|$/);
  const found = draft.exec(text.slice(title.span.from, title.span.to + behind));
  if (!found) return;
  const from = title.span.from + found.index;
  const span = { from, to: from + found[0].length };
  yield {
    span,
    message: say('“{0}”像是内部批注或填写说明，公布前应当删去。', found[0]),
    fixes: [{ title: say('删去“{0}”', found[0]), safety: 'ask', edits: [{ span, insert: '' }] }],
  };
}

/** A stretch of the words: something said to colleagues, or a place left to be filled in. */
interface Remark extends Span {
  readonly kind: 'remark' | 'placeholder';
}

const bidding =
  '请(?:填写|填报|核实|核对|补充|审核|审定|修改|确认|插入|领导|删除|替换|在此)|此处(?:填写|插入|补充|省略|写)|待(?:补充|补|填写|填|核实|确认|完善)|填写(?:说明|要求|单位|数字|内容)|根据实际(?:情况)?(?:填写|修改|删减)';
/** What is written on papers that only colleagues are to see. */
const confidential =
  '(?:内部(?:资料|文件|材料)|(?:仅供|只供)(?:内部|领导|上级)?(?:审核|审阅|审定|讨论|校对|参阅|使用)(?:使用|之用)?|(?:请勿|切勿)(?:外传|传阅|转发|对外(?:公开|提供|传播)))';
/** Brackets may hold a request to the reader, which tells where to turn to. */
const toReaders = '(?![^（）]*(?:电话|联系|拨打|地址|网址|查阅|查询|登录|扫描|咨询))';
const remarks = new RegExp(
  [
    `[（【]${confidential}(?:，${confidential}){0,2}[）】]`,
    `(?<=^|[。；])(?:本稿|此稿|本报告|本件|以上内容|以上数据)?${confidential}(?:，${confidential}){0,2}(?=[。；！]|$)`,
    '^[（【]?(?:送审稿|征求意见稿|讨论稿|初稿|草稿)[）】]?$',
    `[（【]${toReaders}[^（）【】。]{0,16}?(?:请[^（）。]{0,20}(?:核|填|补充|反馈|审|确认|修改)|由[^（）。]{1,12}(?:补充|填写)|与表[一二三四][^（）。]{0,6}核)[^（）【】。]{0,20}[）】]`,
    '(?<=^|[。；])(?:注意|提示)?：?(?:此|本|该)(?:段|部分|项|栏)[^。；]{0,12}(?:不超过|控制在|不少于|限)[^。；]{0,4}\\d+字[^。；]{0,10}',
    '（(?:写|列|填|举)[^（）。]{0,6}\\d[^（）。]{0,8}）',
    '(?<![A-Za-z])(?:TODO|TBD|FIXME)(?![A-Za-z])：?[^。；]{0,30}',
    '（[^（）。]{0,16}待(?:补充|补|填写?|核实|核对|核|确认|审定|完善|定|统计|汇总)）',
    '（[^（）。]{0,20}(?:参考模板|自行(?:修改|填写|补充))[^（）。]{0,20}）',
    '(?<=^|[，。；])同意(?:上报|报送|公布|印发)(?=[。；]|$)',
    '(?<=^|[。；])请予?[^，。；]{0,10}(?:审核|审定|审阅|批示|阅示)(?=[。；]|$)',
    '(?<=^|[，。；])待(?:局|主要|分管|办)?领导(?:审定|审核|审签|审批|签发)(?=[。；]|$)',
    '(?<=^|[。；])(?:此处|这里)请?(?:填写|插入|补充|添加|放置|粘贴)[^。；（）]{0,20}(?=[。；]|$)',
    '(?<=^|[。；])(?:填报|填写|填表|编写)说明：[^。]{0,80}',
    '（(?:此处)?略）',
    '(?<=^|[，。；])以上(?:所有|全部|各项)?(?:数据|内容|情况|信息)(?:均|都|经核实|已核实){0,2}(?:真实|准确|属实|无误)[^。；，]{0,12}(?:，(?:可以|可|同意)(?:对外)?(?:发布|公开))?(?=[。；，]|$)',
    '(?<=^|[，。；])(?:现|请)?(?:可以|同意)对外(?:发布|公开)(?=[。；，]|$)',
    '(?:该|本)部分以表格形式报告(?:[，。]?(?:表格)?如下：?)?',
    '(?<=^|[，。；])(?:根据|按照)贵(?:办|局|单位|委|厅|中心)[^，。；]{0,60}',
    `（(?:${bidding})[^）。]{0,40}）`,
    '作为(?:一个|一名)?(?:AI|人工智能)(?:语言)?(?:模型|助手)[^。]{0,60}。?',
    '以下是(?:为您|根据您)[^。：]{0,40}[。：]',
    '希望(?:以上|这份|这篇)[^。]{0,16}对您有所?帮助。?',
  ].join('|'),
  'g',
);

/** Asterisks that a measure word stands behind are all of its placeholder. */
const starsBefore = (text: string, at: number): string =>
  /\*+$/.exec(text.slice(Math.max(0, at - 8), at))?.[0] ?? '';

/** The places of phrases of the user's own. */
const phrasesIn = ({ text }: Words, phrases: readonly string[]): readonly Remark[] =>
  phrases.flatMap((phrase) =>
    placesOf(text, phrase).map((from): Remark => ({ from, to: from + phrase.length, kind: 'remark' })),
  );

/** Whether a phrase that the user lets stand covers what was found, or stands in it. */
const isAllowed = ({ text }: Words, { from, to }: Span, phrases: readonly string[]): boolean =>
  phrases.some((phrase) => {
    const at = text.indexOf(phrase, Math.max(0, from - phrase.length + 1));
    return at >= 0 && at < to;
  });

const foreign = '[A-Za-z0-9._@/:\\-]';
const placeholders = new RegExp(
  [
    `(?<!${foreign})(?:[XＸ×╳]{2,}|[xｘ]{2,}(?=[一-龥])|[XＸ×╳](?=[年月日件条份次元]))(?!${foreign})`,
    '(?<![一二三四五六七八九〇○])[○●]{2,}',
    `【(?:[XxＸ×\\d]*|(?:${bidding})[^】]{0,30}|(?:单位|机关|部门)(?:名称)?|名称|年份|年度|数字|数量|日期|姓名)】`,
    '（(?:单位|机关|部门)(?:名称|全称)）',
    '(?:[?？]{2,}|□+)(?=[条件份篇次元])',
    `\\[(?:${bidding})[^\\]]{0,30}\\]`,
  ].join('|'),
  'g',
);
const stars = /(?<=[一-龥])\*{2,}(?=[条件份篇次元年月日])/g;

const remarksIn = remembered((words): readonly Remark[] => {
  const { text } = words;
  const found = [...text.matchAll(remarks)]
    .filter(({ index }) => !inTitle(text, index))
    .map(
      (match): Remark => ({ ...reach(match), kind: standsForText(text, match) ? 'placeholder' : 'remark' }),
    );
  const places = [...text.matchAll(placeholders)]
    .filter((match) => !inTitle(text, match.index))
    .map((match): Remark => ({ ...reach(match), kind: 'placeholder' }));
  return [...found, ...places, ...starsIn(words)]
    .filter(
      ({ from }, at, all) => !all.some((other, index) => index < at && other.from <= from && from < other.to),
    )
    .sort((a, b) => a.from - b.from);
});

/** Brackets that are all there is behind a colon hold the place of what is to be written there. */
const standsForText = (text: string, { index, 0: found }: RegExpMatchArray & { index: number }): boolean =>
  found.startsWith('（') &&
  text.charAt(index - 1) === '：' &&
  /^(?:[。；]|$)/.test(text.slice(index + found.length));

const reach = ({ index, 0: found }: RegExpMatchArray & { index: number }): Span => ({
  from: index,
  to: index + found.length,
});

/** Names of documents may hold anything. */
const inTitle = (text: string, at: number): boolean =>
  text.lastIndexOf('《', at) > text.lastIndexOf('》', at);

/** Asterisks are no words, so a number they stand for is looked for in the source, before its measure word. */
const starsIn = ({ source, places }: Words): readonly Remark[] =>
  source.includes('**')
    ? [...source.matchAll(stars)].flatMap(({ index, 0: found }): readonly Remark[] => {
        const at = places.indexOf(index + found.length);
        return at < 0 || isClosing(source, index) ? [] : [{ from: at, to: at + 1, kind: 'placeholder' }];
      })
    : [];

/** Whether the stars at a place end something emphasised. */
const isClosing = (source: string, at: number): boolean =>
  (source.slice(source.lastIndexOf('\n', at) + 1, at).match(/\*\*/g) ?? []).length % 2 === 1;

/** Takes the comma before a remark along, or the stop behind it, or the whole line; brackets in a sentence go alone. */
function deletion(report: Report, passage: Passage, { from, to }: Remark): Fix {
  const { words } = passage;
  const title = say('删去“{0}”', words.text.slice(from, to));
  const inSentence =
    /[（【]/.test(words.text.charAt(from)) && /[^。；，：！？]/.test(words.text.charAt(from - 1));
  const stop = !inSentence && /[。；，：]/.test(words.text.charAt(to)) ? to + 1 : to;
  if (from === 0 && stop >= words.text.length) {
    const span = inText(passage, { from: 0, to: words.source.length });
    return { title, safety: 'ask', edits: [{ span: wholeLine(report.text, span), insert: '' }] };
  }
  const [first, last] = words.text.charAt(from - 1) === '，' ? [from - 1, to] : [from, stop];
  return { title, safety: 'ask', edits: [{ span: inText(passage, placed(words, first, last)), insert: '' }] };
}
