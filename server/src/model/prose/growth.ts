import { type Figure, figuresIn } from './figures.ts';
import { remembered, type Words } from './words.ts';

/** A figure, what it was before, and by how much of that it has changed, as the text has it. */
export interface Change {
  readonly now: Figure;
  /** The value before: written, or told by the difference. */
  readonly before: number;
  /** The percentage as written, and where its digits stand. */
  readonly percent: string;
  readonly from: number;
}

const rises = '增长|上升|增加|提高|增幅|升幅|涨幅';
const falls = '下降|减少|降低|降幅|减幅';
const rate = new RegExp(
  `(?:${rises}|${falls})(?:率|比例)?(?:了|为|达到?)?(\\d{1,4}(?:\\.\\d{1,2})?)%(?!以上|左右|[-—–~～至到])`,
  'g',
);

const lastYear = '(?:上一?年度?|去年度?|前年|往年|20\\d\\d年度?)(?:全年|同期)?的?[（]?';
const comparedWith = new RegExp(`^[，（]?(?:较|比|与|相较于?|相比于?|同)${lastYear}$`);
const byMoreOrLess =
  /^[，（]?(?:同比|环比|(?:较|比|与|相较于?|相比于?|同)(?:上一?年度?|去年度?|20\d\d年度?)(?:全年|同期)?(?:相比)?，?)(增加|增长|上升|多|净增|减少|下降|少)了?$/;
const andThat = /^[）]?(?:相比)?，?(?:同比)?$/;
const upOrDown = new RegExp(`^(?:${falls}|少)`);

/** Every change to another year that is said in figures and in per cent: `8件，较上年减少3件，下降27.3%`. */
export const changesIn = remembered((words): readonly Change[] => {
  const { text } = words;
  if (!text.includes('%')) return [];
  const figures = figuresIn(words).filter(({ approximate }) => !approximate);
  return [...text.matchAll(rate)].flatMap((match) => {
    const [whole, percent = ''] = match;
    const sentence = Math.max(...[...'。！？；'].map((stop) => text.lastIndexOf(stop, match.index)));
    if (/分别|依次/.test(text.slice(sentence + 1, match.index))) return [];
    const behind = figures.filter(({ from, end }) => from > sentence && end <= match.index);
    const falling = upOrDown.test(whole);
    const change = changeOf(words, behind, match.index, falling);
    return change ? [{ ...change, percent, from: match.index + whole.length - 1 - percent.length }] : [];
  });
});

/** From what to what, by the last figures before the percentage, if they say it in one breath. */
function changeOf(
  { text }: Words,
  figures: readonly Figure[],
  at: number,
  falling: boolean,
): Pick<Change, 'now' | 'before'> | undefined {
  const [one, other, last] = [figures.at(-3), figures.at(-2), figures.at(-1)];
  if (!other || !last || !andThat.test(text.slice(last.end, at)) || other.unit !== last.unit)
    return undefined;
  const between = text.slice(other.end, last.from);
  if (comparedWith.test(between)) return sound(other, last.value, falling);
  const said = byMoreOrLess.exec(between);
  if (said) return sound(other, other.value + (isLess(said[1]) ? last.value : -last.value), falling);
  // 8件，比2023年的13件减少5件，下降……
  const moreOrLess = /^[）]?(?:相比)?，?(?:增加|减少|多|少|净增)了?$/.test(between);
  if (!one || one.unit !== other.unit || !moreOrLess) return undefined;
  return comparedWith.test(text.slice(one.end, other.from)) ? sound(one, other.value, falling) : undefined;
}

const isLess = (verb: string | undefined): boolean => verb !== undefined && /减少|下降|少/.test(verb);

/** A change in the direction that is said, from something that there was. */
const sound = (now: Figure, before: number, falling: boolean): Pick<Change, 'now' | 'before'> | undefined =>
  before > 0 && now.value !== before && now.value < before === falling ? { now, before } : undefined;
