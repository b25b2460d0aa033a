import { chineseOrdinal, ordinalValue } from '../base/numerals.ts';
import type { Span } from '../base/span.ts';
import type { Insertion } from './manuscript.ts';
import type { Heading, Report, SectionBinding } from './report.ts';

/** A section that is there. */
export type PresentSection = Extract<SectionBinding, { readonly kind: 'present' }>;

/** The sections that are there, in statutory order. */
export const presentSections = ({ sections }: Report): readonly PresentSection[] =>
  sections.filter((section) => section.kind === 'present');

/** The sections to move, so that moving as few as possible gives the statutory order. */
export function displacedSections(report: Report): readonly PresentSection[] {
  const present = presentSections(report);
  const staying = new Set(longestAscending(present.map(({ heading }) => heading.span.from)));
  return present.filter((_, at) => !staying.has(at));
}

/** Indices of a longest ascending run of values, not necessarily next to each other; the first such by place. */
function longestAscending(values: readonly number[]): readonly number[] {
  const best: (readonly number[])[] = [];
  for (const [at, value] of values.entries()) {
    const before = best.filter((run) => (values[run.at(-1) ?? 0] ?? 0) < value);
    const longest = before.reduce<readonly number[]>(
      (sofar, run) => (run.length > sofar.length ? run : sofar),
      [],
    );
    best.push([...longest, at]);
  }
  return best.reduce((sofar, run) => (run.length > sofar.length ? run : sofar), []);
}

/**
 * Whether the headings of the first level are numbered one after the other.
 * Then a number that is not the statutory one follows from a section that is missing, added or out of place.
 */
export function numberedByPlace(report: Report): boolean {
  const chosen = new Set(presentSections(report).map(({ heading }) => heading));
  const top = report.headings.filter(
    (heading) => heading.level === 1 && (chosen.has(heading) || !heading.section),
  );
  return top.every(({ ordinal }, at) => ordinal !== undefined && ordinalValue(ordinal) === at + 1);
}

/** Where the numbering of a heading stands, hash marks and emphasis apart; empty before the words of one without. */
export function numberingOf(text: string, heading: Heading): Span {
  const { marker, title, ordinal } = heading;
  if (!marker || ordinal === undefined) return { from: title.from, to: title.from };
  const written = text.slice(marker.from, marker.to);
  return { from: marker.from + written.search(/[^#*\s\u3000]/), to: marker.to };
}

/** Gives a heading another number; how the number is written stays. */
export function renumbered(text: string, heading: Heading, ordinal: string): Insertion {
  const span = numberingOf(text, heading);
  if (heading.ordinal === undefined) return { span, insert: `${ordinal}、` };
  const from = text.indexOf(heading.ordinal, span.from);
  return { span: { from, to: from + heading.ordinal.length }, insert: ordinal };
}

/** An ordinal in the script of another: 3 like `一` is `三`, like `1` is `3`. */
export const ordinalLike = (value: number, pattern: string): string =>
  /^\d/.test(pattern) ? String(value) : chineseOrdinal(value);
