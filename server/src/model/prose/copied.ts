import { remembered as rememberedOf } from '../../base/remembered.ts';
import type { Report } from '../report.ts';
import type { Passage } from './passages.ts';
import { remembered } from './words.ts';

/** What a report has in common with the one of the year before. */
export interface Copied {
  /** Its paragraphs that stand in the other as well, with those there. */
  readonly pairs: readonly { readonly passage: Passage; readonly before: Passage }[];
  /** How much of what the report says in its own words they are, in whole per cent, by characters. */
  readonly share: number;
}

/** Finds the paragraphs of substance that are the same in two reports, but for the years they name. */
export function copiedFrom(before: Report, report: Report): Copied {
  const earlier = byWords(before);
  const own = ownWords(report);
  const pairs = own.filter(isOfSubstance).flatMap((passage) => {
    const found = earlier.get(inNoYear(passage, report.year));
    return found ? [{ passage, before: found }] : [];
  });
  const all = lengthOf(own);
  const copied = lengthOf(pairs.map(({ passage }) => passage));
  return { pairs, share: all === 0 ? 0 : Math.round((100 * copied) / all) };
}

/** A shorter paragraph says what there is to say in few words, and may well do so every year. */
const shortest = 40;

const isOfSubstance = ({ words }: Passage): boolean => lengthOfSubstance(words) >= shortest;

/** The paragraphs in which an organ tells in its own words what it has done and what is to be done. */
const ownWords = (report: Report): readonly Passage[] =>
  report
    .passages()
    .filter(
      ({ kind, section }) => kind === 'paragraph' && (section === 'overview' || section === 'problems'),
    );

const byWords = rememberedOf(
  (report: Report): ReadonlyMap<string, Passage> =>
    new Map(ownWords(report).map((passage) => [inNoYear(passage, report.year), passage])),
);

/** Sentences that are the same every year for good reason: what the report rests on, where to ask, that nothing happened. */
const boilerPlate =
  /条例》|统计期限|本报告|联系电话|联系方式|邮编|办公地址|网址|电子版|未(?:收到|发生|出现|产生|接到|受理|制定|收取)|没有(?:收到|发生|出现|产生|接到|受理|制定|收取|因)|无(?:行政复议|行政诉讼|结转|收费)|情况如下|见下表/;

const lengthOfSubstance = remembered(({ text }): number =>
  text
    .split(/(?<=[。；！？])/)
    .filter((sentence) => !boilerPlate.test(sentence))
    .reduce((sum, sentence) => sum + sentence.length, 0),
);

const lengthOf = (passages: readonly Passage[]): number =>
  passages.reduce((sum, { words }) => sum + lengthOfSubstance(words), 0);

/** The words with the year of the report, and the years next to it, told by their distance. */
function inNoYear({ words: { text } }: Passage, year: number | undefined): string {
  if (year === undefined) return text;
  return text.replace(/20\d\d(?=年)/g, (named) => {
    const distance = Number(named) - year;
    return Math.abs(distance) <= 1 ? `{${distance}}` : named;
  });
}
