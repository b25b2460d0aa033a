import { type Message, say } from '../base/message.ts';
import { numberWithin } from '../base/option.ts';
import { type Figure, figuresIn } from '../model/prose/figures.ts';
import { type Change, changesIn } from '../model/prose/growth.ts';
import { inText, type Passage } from '../model/prose/passages.ts';
import { inOnePiece, placed, remembered } from '../model/prose/words.ts';
import { defineRule, type Problem } from './rule.ts';

const tolerance = numberWithin(
  {
    name: 'tolerance',
    title: '相差多少个百分点以内不报；不写时，末位四舍五入和直接舍去都认。',
    example: 0.5,
  },
  { minimum: 0, maximum: 100, whole: false },
);

export const percentageMismatch = defineRule({
  id: 'percentage-mismatch',
  group: 'prose',
  title: '百分比与件数算出来的不一致',
  severity: 'info',
  since: '0.1.0',
  reads: 'prose',
  basis: '《中华人民共和国政府信息公开条例》第五十条：报告的数据应当准确、前后一致',
  docs: `“共 N 件，其中甲 x 件，占 p%”，p 应当等于 x 除以 N，四舍五入和直接舍去都认。
只在同一句里、总数在“其中”“在 N 件申请中”前面、单位相同的时候核对；“约占”“分别占”不核对。
“N 件，较上年增加 x 件，增长 p%”“比上年的 M 件增长 p%”，p 应当等于增减的件数除以上年的件数；没有写出件数的“同比增长 p%”不核对。
修正按件数重算百分比，需要逐条确认。`,

  options: [tolerance],

  *check(report, chosen) {
    const allowed = tolerance.of(chosen);
    for (const passage of report.passages()) {
      for (const share of sharesIn(passage.words)) {
        const exact = (100 * share.part.value) / share.total.value;
        if (isOff(share.percent, exact, allowed)) yield wrongShare(passage, share, exact);
      }
      for (const change of changesIn(passage.words)) {
        const exact = (100 * Math.abs(change.now.value - change.before)) / change.before;
        if (isOff(change.percent, exact, allowed)) yield wrongChange(passage, change, exact);
      }
    }
  },
});

interface Share {
  readonly part: Figure;
  readonly total: Figure;
  /** The percentage as written, and where its digits stand. */
  readonly percent: string;
  readonly from: number;
}

const share = /^[，（]?占(?:比|总数|总量|总件数|全部|全年)?(?:的|为|达到?)?(\d{1,3}(?:\.\d{1,3})?)%/;

const sharesIn = remembered((words): readonly Share[] => {
  const { text } = words;
  if (!text.includes('%')) return [];
  const figures = figuresIn(words);
  return figures.flatMap((part, index): readonly Share[] => {
    const match = share.exec(text.slice(part.end, part.end + 24));
    const percent = match?.[1];
    if (!match || percent === undefined || part.approximate) return [];
    const total = totalBefore(text, figures.slice(0, index), part);
    return total ? [{ part, total, percent, from: part.end + match[0].length - 1 - percent.length }] : [];
  });
});

/** What makes the figure before it a whole that is looked into: 其中, or 8件申请中. */
const within = /^(?:政府信息公开)?(?:申请|答复|信息|文件)?(?:之)?中[，：]/;

/** The last figure before the 其中 that the part stands behind, in the same sentence. */
function totalBefore(text: string, before: readonly Figure[], part: Figure): Figure | undefined {
  const sentence = Math.max(...[...'。！？；'].map((stop) => text.lastIndexOf(stop, part.from)));
  const at = text.lastIndexOf('其中', part.from);
  const total =
    at > sentence
      ? before.findLast(({ end }) => end <= at)
      : before.findLast(({ end }) => within.test(text.slice(end, end + 16)));
  const fits = total && total.from > sentence && total.unit === part.unit && !total.approximate;
  return fits && total.value >= part.value && total.value > 0 ? total : undefined;
}

const decimals = (percent: string): number => (percent.split('.')[1] ?? '').length;

/** Rounded or cut off, a percentage differs from the exact one by less than its last place. */
function isOff(percent: string, exact: number, allowed: number | undefined): boolean {
  const difference = Math.abs(Number(percent) - exact);
  return allowed === undefined ? difference >= 10 ** -decimals(percent) - 1e-9 : difference > allowed + 1e-9;
}

function wrongShare(passage: Passage, share: Share, exact: number): Problem {
  const { part, total, percent } = share;
  const right = exact.toFixed(decimals(percent));
  return {
    ...told(passage, share, right),
    message: say('{0} 占 {1} 的 {2}%，这里写 {3}%，请核对。', part.value, total.value, right, percent),
    related: [related(passage, total, say('总数：{0}', total.value))],
  };
}

function wrongChange(passage: Passage, change: Change, exact: number): Problem {
  const { now, before, percent } = change;
  const right = exact.toFixed(decimals(percent));
  return {
    ...told(passage, change, right),
    message:
      now.value > before
        ? say('{0} 比上年的 {1} 增长 {2}%，这里写 {3}%，请核对。', now.value, before, right, percent)
        : say('{0} 比上年的 {1} 下降 {2}%，这里写 {3}%，请核对。', now.value, before, right, percent),
    related: [related(passage, now, say('本年：{0}', now.value))],
  };
}

const related = (passage: Passage, { from, to }: Figure, message: Message) => ({
  span: inText(passage, placed(passage.words, from, to)),
  message,
});

/** Where a percentage stands, and how it is put right. */
function told(passage: Passage, { percent, from }: Pick<Share, 'percent' | 'from'>, right: string) {
  const to = from + percent.length;
  const span = inText(passage, placed(passage.words, from, to));
  const fix = { title: say('改为 {0}%', right), safety: 'ask' as const, edits: [{ span, insert: right }] };
  return { span, fixes: inOnePiece(passage.words, from, to) ? [fix] : [] };
}
