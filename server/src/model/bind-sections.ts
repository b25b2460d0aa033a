import type { SyntaxTree } from '../syntax/tree.ts';
import type { Edition, SectionId, SectionTemplate } from '../template/index.ts';
import type { Heading, SectionBinding } from './report.ts';
import type { RawHeading } from './scan-headings.ts';

/** Which headings are the sections', and which name one a second time. */
export interface SectionChoice {
  readonly chosen: ReadonlyMap<SectionId, RawHeading>;
  readonly duplicates: ReadonlyMap<SectionId, readonly RawHeading[]>;
  /** Where the sections begin whose tables are there and whose headings are not. */
  readonly headless: ReadonlyMap<SectionId, number>;
}

/** Picks one heading for each section: the surest, and of equally sure ones that with the most text below it. */
export function chooseSections(text: string, raw: readonly RawHeading[], end: number): SectionChoice {
  const outlined = raw.filter(({ match }) => match !== undefined);
  const chosen = new Map<SectionId, RawHeading>();
  const duplicates = new Map<SectionId, readonly RawHeading[]>();
  for (const [id, candidates] of grouped(outlined)) {
    const best = bestOf(text, candidates, outlined, end);
    if (best && fitsIn(best, id, chosen, outlined)) {
      chosen.set(id, best);
      duplicates.set(
        id,
        candidates.filter((other) => other !== best && sameHeading(other, best)),
      );
    }
  }
  return { chosen, duplicates, headless: new Map() };
}

/** The sections as the form has them. */
export const order: readonly SectionId[] = [
  'overview',
  'disclosure',
  'applications',
  'review',
  'problems',
  'other',
];

function grouped(headings: readonly RawHeading[]): readonly (readonly [SectionId, readonly RawHeading[]])[] {
  return order.map((id) => [id, headings.filter(({ match }) => match?.id === id)]);
}

/** A number of the right kind says most, then how the words are known, then a hash mark. */
function sureness({ level, match, line }: RawHeading): number {
  const form = level === 1 ? 3 : level === 0 ? 2 : level < 0 ? 1 : 0;
  const words = match?.wording === 'statutory' ? 3 : match?.exact ? 2 : (match?.likeness ?? 0);
  return words * 10 + form + (line.marker && line.marker.hashes > 0 ? hashMark : 0);
}

/** Weighs less than the text below: a heading written twice may have lost its mark the second time. */
const hashMark = 0.5;

function bestOf(
  text: string,
  candidates: readonly RawHeading[],
  outlined: readonly RawHeading[],
  end: number,
): RawHeading | undefined {
  const [first] = candidates;
  if (!first || candidates.length === 1) return first;
  const most = candidates.reduce((sofar, heading) => Math.max(sofar, sureness(heading)), 0);
  const best = candidates.filter((heading) => most - sureness(heading) <= hashMark);
  if (best.length === 1) return best[0];
  const alike = new Set(best);
  let longest: { readonly heading: RawHeading; readonly length: number } | undefined;
  for (const [at, heading] of outlined.entries()) {
    if (!alike.has(heading)) continue;
    const length = text.slice(heading.span.to, outlined[at + 1]?.span.from ?? end).trim().length;
    if (length > (longest?.length ?? -1)) longest = { heading, length };
  }
  return longest?.heading;
}

/** A deeper number is let pass only where the sections before and after leave room, and never for section one's topics. */
function fitsIn(
  heading: RawHeading,
  id: SectionId,
  chosen: ReadonlyMap<SectionId, RawHeading>,
  outlined: readonly RawHeading[],
): boolean {
  if (heading.level <= 1) return true;
  if (id === 'disclosure' && chosen.get('overview')?.level !== heading.level) return false;
  const rank = order.indexOf(id);
  const isBefore = order
    .slice(0, rank)
    .every((earlier) => (chosen.get(earlier)?.span.from ?? -1) < heading.span.from);
  const later = outlined.filter(({ level, match }) => level <= 1 && match && order.indexOf(match.id) > rank);
  const isAfter = later.every(({ span }) => heading.span.from < span.from);
  return isBefore && isAfter && (id === 'overview' || chosen.size > 0);
}

/** The same heading again: in the same words, and with a mark that makes it one. */
const sameHeading = (other: RawHeading, best: RawHeading): boolean =>
  other.level >= 0 &&
  other.level <= 1 &&
  (other.words === best.words || other.match?.wording === 'statutory');

/**
 * All headings but those of a table of contents:
 * four sections in a row with nothing between them that all come again further down.
 */
export function withoutContents(text: string, raw: readonly RawHeading[]): readonly RawHeading[] {
  const later = new Map(raw.flatMap(({ match, span }) => (match ? [[match.id, span.from] as const] : [])));
  const contents = runsOf(text, raw)
    .filter((run) => run.length >= 4)
    .map((run) => ({ run, from: run[0]?.span.from ?? 0, to: run.at(-1)?.span.from ?? 0 }))
    .filter(({ run, to }) => run.every(({ match }) => match && (later.get(match.id) ?? 0) > to));
  if (contents.length === 0) return raw;
  return raw.filter(({ span }) => !contents.some(({ from, to }) => from <= span.from && span.from <= to));
}

/** Headings of sections in ascending order with nothing but headings and page numbers between them. */
function runsOf(text: string, raw: readonly RawHeading[]): readonly (readonly RawHeading[])[] {
  const runs: RawHeading[][] = [];
  let open = false;
  let at = 0;
  for (const heading of raw) {
    if (heading.span.from - at > 200 || /[^\s\d.·…‥\-—]/.test(text.slice(at, heading.span.from)))
      open = false;
    if (heading.match) {
      const last = runs.at(-1)?.at(-1)?.match;
      if (open && last && order.indexOf(last.id) < order.indexOf(heading.match.id))
        runs.at(-1)?.push(heading);
      else runs.push([heading]);
      open = true;
    }
    if (heading.inline) open = false;
    at = heading.span.to;
  }
  return runs;
}

/** The sections in statutory order, each with its heading or with the place it belongs. */
export function bindSections(
  tree: SyntaxTree,
  edition: Edition,
  choice: SectionChoice,
  headingOf: (raw: RawHeading) => Heading | undefined,
  end: number,
): readonly SectionBinding[] {
  const starts = startsOf(tree, choice);
  const bodyEnd = (from: number) => starts.find((start) => start > from) ?? end;
  return edition.sections.map((template) => {
    const raw = choice.chosen.get(template.id);
    const heading = raw && headingOf(raw);
    if (!raw || !heading) return absent(template);
    const body = { from: heading.span.to, to: Math.max(heading.span.to, bodyEnd(raw.span.from)) };
    const repeated = (choice.duplicates.get(template.id) ?? []).flatMap((other) => headingOf(other) ?? []);
    return {
      kind: 'present',
      template,
      heading,
      wording: raw.match?.wording ?? 'different',
      body,
      duplicates: repeated,
    };
  });

  function absent(template: SectionTemplate): SectionBinding {
    const from = choice.headless.get(template.id);
    const body = from === undefined ? undefined : { from, to: bodyEnd(from) };
    return { kind: 'missing', template, expectedAt: from ?? expectedAt(template), body };
  }

  /** Behind the nearest earlier section that is there, or before the first later one. */
  function expectedAt({ id }: SectionTemplate): number {
    const rank = order.indexOf(id);
    const before = order.slice(0, rank).findLast((earlier) => placeOf(earlier) !== undefined);
    const from = before && placeOf(before);
    if (from !== undefined) return bodyEnd(from);
    const after = order.slice(rank + 1).find((later) => choice.chosen.has(later));
    const next = after && choice.chosen.get(after);
    return next ? lineStart(tree, next) : end;
  }

  function placeOf(id: SectionId): number | undefined {
    return choice.chosen.get(id)?.span.from ?? choice.headless.get(id);
  }
}

/** Where the line of a heading begins. */
export const lineStart = (tree: SyntaxTree, { line, span }: RawHeading): number =>
  tree.lines[line.index]?.full.from ?? span.from;

/** Where all sections begin, in the order of the text. */
export function startsOf(
  tree: SyntaxTree,
  { chosen, duplicates, headless }: SectionChoice,
): readonly number[] {
  const headings = [...chosen.values(), ...[...duplicates.values()].flat()];
  return [...headings.map((raw) => lineStart(tree, raw)), ...headless.values()].sort((a, b) => a - b);
}
