import { comparable } from '../base/wording.ts';
import { editions, type SectionId, type SectionTemplate } from '../template/index.ts';
import { similarity } from './label.ts';

/** How a line names a statutory section. */
export interface SectionMatch {
  readonly id: SectionId;
  readonly wording: 'statutory' | 'tolerated' | 'different';
  /** Whether the words are listed in the template, not merely alike. */
  readonly exact: boolean;
  /** How alike the words are to the nearest listed ones: 1 for the same. */
  readonly likeness: number;
}

/** A word without which no heading is taken for the section, unless its number is right and hardly a character differs. */
const indispensable: Readonly<Record<SectionId, RegExp>> = {
  overview: /总体|整体|基本情况|概况|概述|开展情况|推进情况/,
  disclosure: /主动公开/,
  applications: /申请|申报/,
  review: /复议|诉讼/,
  problems: /问题|改进|不足/,
  other: /其他|其它/,
};

const templates: readonly SectionTemplate[] = editions.flatMap((edition) => edition.sections);

const listed: ReadonlyMap<string, SectionMatch> = new Map(
  // The statutory words are entered last, so that nothing overrides them.
  [
    ...templates.flatMap(({ id, aliases }) => entries(id, 'different', aliases)),
    ...templates.flatMap(({ id, tolerated }) => entries(id, 'tolerated', tolerated)),
    ...templates.flatMap(({ id, heading }) => entries(id, 'statutory', [heading])),
  ],
);

function entries(id: SectionId, wording: SectionMatch['wording'], texts: readonly string[]) {
  return texts.map((text) => [comparable(text), { id, wording, exact: true, likeness: 1 }] as const);
}

const candidates = [...listed].map(([words, { id }]) => ({ words, id }));
const ordinals: ReadonlyMap<SectionId, string> = new Map(templates.map(({ id, ordinal }) => [id, ordinal]));
const lastCharacters = new Set(candidates.map(({ words }) => words.charAt(words.length - 1)));
const longest = Math.max(...candidates.map(({ words }) => words.length)) + 12;

/** Whether a line without a number ends as headings of sections do: everything else need not be looked at. */
export const endsLikeSection = (character: string): boolean => lastCharacters.has(character);

/** The section whose listed words these are. */
export const listedSection = (words: string): SectionMatch | undefined => listed.get(words);

/** How alike words must be to be taken for a section, by what else speaks for it. */
const enough = { ordinal: 0.5, number: 0.7, nothing: 0.85 } as const;

/** The section most like these words, or begun by them, given the number in front: `''` for a hash mark only, undefined for none. */
export function likelySection(words: string, ordinal: string | undefined): SectionMatch | undefined {
  if (words.length > longest || words.length < 3) return undefined;
  const key = `${ordinal ?? '-'} ${words}`;
  const known = likely.get(key);
  if (known !== undefined) return known ?? undefined;
  if (likely.size >= mostKept) likely.clear();
  const match = nearest(words, ordinal);
  likely.set(key, match ?? null);
  return match;
}

/** The same headings come back in every version of a report, and measuring them is dear. */
const likely = new Map<string, SectionMatch | null>();
const mostKept = 1000;

function nearest(words: string, ordinal: string | undefined): SectionMatch | undefined {
  const begun = templates.find(
    (template) => template.ordinal === ordinal && template.heading.startsWith(words),
  );
  if (begun) return { id: begun.id, wording: 'different', exact: false, likeness: enough.ordinal };
  let best: SectionMatch | undefined;
  for (const candidate of candidates) {
    const numbered = ordinals.get(candidate.id) === ordinal;
    const likeness = alike(words, candidate.words, numbered);
    if (!indispensable[candidate.id].test(words) && !(numbered && likeness >= enough.number)) continue;
    const needed = numbered ? enough.ordinal : ordinal === undefined ? enough.nothing : enough.number;
    if (likeness < needed || likeness <= (best?.likeness ?? 0)) continue;
    best = { id: candidate.id, wording: 'different', exact: false, likeness };
  }
  return best;
}

/** With the right number in front, more words before the listed ones do no harm: `2023年政务公开总体情况`. */
function alike(words: string, wanted: string, numbered: boolean): number {
  const measured = similarity(words, wanted);
  return numbered && words.endsWith(wanted) ? Math.max(measured, 0.8) : measured;
}
