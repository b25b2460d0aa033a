import type { Figures } from './figures.ts';

/** A fault that can be made in the paragraphs of a correct report. */
export interface ProseFault {
  readonly name: string;
  readonly rule: string;
  /** The text with the fault; the same text where there is no place for it. */
  readonly by: (text: string, figures: Figures) => string;
}

/** Puts a sentence behind the first paragraph on what was published. */
const adding =
  (sentence: string | ((figures: Figures) => string)) =>
  (text: string, figures: Figures): string =>
    text.replace(
      '群众查阅更加方便。',
      (found) => found + (typeof sentence === 'string' ? sentence : sentence(figures)),
    );

const added = (rule: string, sentence: string): ProseFault => ({
  name: sentence,
  rule,
  by: adding(sentence),
});

/** A count that the paragraphs tell as the table does, written much too large. */
const conflict = (before: string): ProseFault => ({
  name: `${before} tells another number than the table`,
  rule: 'prose-table-conflict',
  by: (text) =>
    text.replace(
      new RegExp(`(${before})(\\d+)(?=件)`),
      (_, words, count) => `${words}${2 * Number(count) + 5}`,
    ),
});

export const proseFaults: readonly ProseFault[] = [
  {
    name: 'the first sentence begins with last year',
    rule: 'stale-year',
    by: (text, { year }) => text.replace(`${year}年，`, `${year - 1}年，`),
  },
  {
    name: 'the statistics begin a year too early',
    rule: 'wrong-period',
    by: (text, { year }) => text.replace(`期限为${year}年1月`, `期限为${year - 1}年1月`),
  },
  {
    name: 'the statistics end in November',
    rule: 'wrong-period',
    by: (text, { year }) => text.replace(`至${year}年12月31日`, `至${year}年11月30日`),
  },
  {
    // The duty came with the form of 2021.
    name: 'nothing is said of the fee',
    rule: 'missing-fee-statement',
    by: (text, { edition }) => (edition === '2019' ? text : text.replace(/^.*信息处理费.*\n+/m, '')),
  },
  {
    name: 'the measures are left out',
    rule: 'problems-without-measures',
    by: (text) => text.replace(/^改进措施：.*\n+/m, ''),
  },
  {
    name: 'the fee collected is larger than all fees',
    rule: 'fee-conflict',
    by: (text, { edition }) =>
      edition === '2019' ? text : text.replace('未收取信息处理费', '收取信息处理费999999999元'),
  },
  ...['新收政府信息公开申请', '上年结转', '结转下年度继续办理', '被申请行政复议', '被提起行政诉讼'].map(
    conflict,
  ),
  added('missing-number', '全年主动公开信息　　条。'),
  added('leftover-remark', '以上数据真实有效，可以对外发布。'),
  added('leftover-remark', '公布目录××条。'),
  {
    name: 'a sentence is emphasised as in Markdown, in a text that is none',
    rule: 'leftover-markup',
    by: (text, figures) => (/^##|^<|\|/m.test(text) ? text : adding('**一是**更新目录。')(text, figures)),
  },
  added('term-usage', '依法申请公开工作有人负责。'),
  added('term-usage', '政府息公开工作有人负责。'),
  added('wrong-citation', '工作依据《中华人民共和国政府信息公开条例》（国务院令第492号）开展。'),
  added('vague-figure', '全年发布信息近30条。'),
  added('percentage-mismatch', '全年发布信息200条，其中通知类50条，占35%。'),
  added('itemisation-mismatch', '全年发布信息200条，其中通知类50条、公告类100条、其他40条。'),
  added('punctuation', '目录分类清楚,查找方便。'),
  added('personal-data', '联系人张三，手机13912345678。'),
  {
    name: 'a page number stands between the paragraphs',
    rule: 'leftover-markup',
    by: (text) => text.replace(/^.*群众查阅更加方便。\n/m, (found) => `${found}\n- 3 -\n`),
  },
  {
    name: 'a paragraph has no full stop',
    rule: 'broken-paragraph',
    by: (text) => text.replace('群众查阅更加方便。', '群众查阅更加方便'),
  },
  {
    name: 'a paragraph of section one is numbered otherwise',
    rule: 'misnumbered-heading',
    by: (text) => text.replace('（三）政府信息管理', '（五）政府信息管理'),
  },
  {
    name: 'a topic of section one is not treated',
    rule: 'missing-topic',
    by: (text) =>
      text
        .replace(/^（三）政府信息管理.*\n+/m, '')
        .replace('（四）政府', '（三）政府')
        .replace('（五）监督', '（四）监督'),
  },
];
