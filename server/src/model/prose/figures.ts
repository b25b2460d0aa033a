import { spokenValue } from '../../base/numerals.ts';
import { inOnePiece, remembered, type Words } from './words.ts';

/** A number with its measure word, somewhere in words. Places are those of `words.text`. */
export interface Figure {
  /** The digits or numerals. */
  readonly from: number;
  readonly to: number;
  /** Behind the measure word. */
  readonly end: number;
  readonly value: number;
  /** The measure word: `件`, `条`. */
  readonly unit: string;
  /** `40余条`, `近30条`, `1.2万条`: not said to the last one. */
  readonly approximate: boolean;
}

/** Words that count things, each with what makes it another word. */
const units =
  '人次|万元|件(?![事套])|份(?!额)|条(?![例款约件理文目块])|起(?![来草施至止诉])|宗|项(?!目)|篇|个(?![人别体性月百])|次(?![日年性办])|期(?![间限])|场|部|批|例|封|元(?!旦)|户|名(?![称录单])|人(?![民员次才])|家(?!庭)|类|种';

/** No digits, ordinals, letters or brackets of document numbers stand before a number. */
const before = '(?<![\\d.,第〔\\[A-Za-z零〇一二两三四五六七八九十百千几])';

const pattern = new RegExp(
  `${before}(?:(\\d{1,9}(?:,\\d{3}){0,3}(?:\\.\\d{1,4})?)|([零〇一二两三四五六七八九十百千]{1,8}))(万|亿)?(余|多|来)?(${units})`,
  'g',
);

/** What makes a figure approximate behind its measure word. */
const hedges = /(?:近|约|大约|超|超过|逾|突破|不足|不少于|至少|接近|达到?近)$/;
const hedgesOfTens = /[上数]$/;

/** The words right before a number that make it approximate: `近30条`, `数十条`; empty without any. */
export const hedgeBefore = (front: string, printed: string): string =>
  (hedges.exec(front) ?? (/^[十百千]/.test(printed) ? hedgesOfTens.exec(front) : null))?.[0] ?? '';

export const hedgeBehind = /^(?:以上|左右|上下|有余|余|多)/;
const rangeBefore = /(?:\d|[一二三四五六七八九十])(?:人次|[件份条起宗项篇个次期场人])?[-—–~～至到]$/;

/** Every number with a measure word; percentages, dates, ordinals, ranges and numbers torn by a blank are none. */
export const figuresIn = remembered((words): readonly Figure[] => {
  const { text } = words;
  const figures: Figure[] = [];
  for (const match of text.matchAll(pattern)) {
    const [whole, digits, numerals, scale, more, unit = ''] = match;
    const printed = digits ?? numerals ?? '';
    const [from, to] = [match.index, match.index + printed.length];
    const front = text.slice(Math.max(0, from - 6), from);
    const plain = digits === undefined ? spokenValue(printed) : Number(digits.replaceAll(',', ''));
    if (plain === undefined || rangeBefore.test(front) || !inOnePiece(words, from, to)) continue;
    const end = match.index + whole.length;
    const approximate =
      more !== undefined ||
      (scale !== undefined && unit !== '元') ||
      hedgeBefore(front, printed) !== '' ||
      hedgeBehind.test(text.slice(end, end + 2));
    figures.push({ from, to, end, value: plain * scaleOf(scale), unit, approximate });
  }
  return figures;
});

const scaleOf = (scale: string | undefined): number => (scale === '万' ? 1e4 : scale === '亿' ? 1e8 : 1);

/** A lead is no longer than this. */
const farthest = 80;

/** What stands around a figure. */
export interface Around {
  /** From the last point or comma, or the figure before, up to the figure. */
  readonly lead: string;
  /** From the measure word to the next point, comma or figure. */
  readonly tail: string;
  /** Whether the tail runs into another figure, whose lead it is. */
  readonly tailLeads: boolean;
  /** From the last full stop up to the figure. */
  readonly sentence: string;
  /** The whole clause, from full stop or semicolon to the next. */
  readonly clauseFrom: number;
  readonly clauseTo: number;
}

/** Looks around the figure at `index`; never farther than a sentence may reasonably go. */
export function around(words: Words, figures: readonly Figure[], index: number): Around {
  const { text } = words;
  const figure = figures[index];
  const next = figures[index + 1];
  if (!figure) return { lead: '', tail: '', tailLeads: false, sentence: '', clauseFrom: 0, clauseTo: 0 };
  const front = text.slice(Math.max(0, figure.from - 4 * farthest), figure.from);
  const back = text.slice(figure.end, figure.end + 4 * farthest);
  const stop = lastOf(front, '。！？');
  const clause = lastOf(front, '。！？；');
  const behindFigure = figure.from - (figures[index - 1]?.end ?? 0);
  const lead = front
    .slice(Math.max(leadStart(front), front.length - behindFigure, front.length - farthest))
    .replace(/[，：]/g, '');
  const tailEnd = firstOf(back, '。！？；，：、（）');
  const untilNext = next ? next.from - figure.end : Number.POSITIVE_INFINITY;
  return {
    lead,
    tail: back.slice(0, Math.min(tailEnd, untilNext)),
    tailLeads: untilNext <= tailEnd,
    sentence: front.slice(stop),
    clauseFrom: figure.from - front.length + clause,
    clauseTo: figure.end + firstOf(back, '。！？；'),
  };
}

/** Behind the last comma or point; a segment that says nothing by itself belongs to the one before. */
function leadStart(front: string): number {
  const start = lastOf(front, marks);
  if (!'，：'.includes(front.charAt(start - 1)) || !filler.test(front.slice(start))) return start;
  const before = lastOf(front.slice(0, start - 1), marks);
  return /\d/.test(front.slice(before, start)) ? start : before;
}

const marks = '。！？；，：（）';
const filler = /^(?:共|共计|合计|总计|总数|总量|数量|件数|累计)?(?:为|有|是|达|达到|:)?$/;

function lastOf(text: string, characters: string): number {
  for (let at = text.length - 1; at >= 0; at--) if (characters.includes(text.charAt(at))) return at + 1;
  return 0;
}

function firstOf(text: string, characters: string): number {
  for (let at = 0; at < text.length; at++) if (characters.includes(text.charAt(at))) return at;
  return text.length;
}
