import { meets, type Span } from '../base/span.ts';
import type { Report } from '../model/report.ts';
import type { Finding } from './findings.ts';

/** What a finding makes of a place: it stands there, or the place takes part in it. */
export interface Mark {
  readonly state: 'wrong' | 'involved';
  /** Of the finding; 1 for the first of the text. */
  readonly number: number;
}

/** Tells where the marks of findings are. */
export interface Marker {
  /** The marks of something that stands on these stretches, the findings that stand there first. */
  readonly on: (places: readonly Span[]) => readonly Mark[];
  /** Where marks begin and end within a stretch. */
  readonly edgesWithin: (place: Span) => readonly number[];
  /** The numbers of the findings that begin within a stretch. */
  readonly within: (place: Span) => readonly number[];
}

interface Stretch {
  readonly span: Span;
  readonly mark: Mark;
}

/** Lays out the marks of findings over a report. */
export function marker(report: Report, shown: readonly Finding[]): Marker {
  const rack = rackOf(shown.flatMap((finding, at) => stretchesOf(report, finding, at + 1)));
  return {
    on: (places) => {
      const found = places.flatMap((place) => rack(place).filter(({ span }) => meets(span, place)));
      return once(found.map(({ mark }) => mark));
    },
    edgesWithin: (place) =>
      rack(place).flatMap(({ span }) =>
        meets(span, place) ? [Math.max(span.from, place.from), Math.min(span.to, place.to)] : [],
      ),
    within: (place) =>
      rack(place).flatMap(({ span, mark }) =>
        mark.state === 'wrong' && place.from <= span.from && span.from <= place.to ? [mark.number] : [],
      ),
  };
}

function stretchesOf(report: Report, finding: Finding, number: number): readonly Stretch[] {
  const { span, related = [], fixes = [] } = finding;
  const proven = fixes.length > 0 ? provenTotals(report, span) : new Set<number>();
  const taking = related.filter((other) => !proven.has(other.span.from));
  return [
    { span, mark: { state: 'wrong', number } },
    ...taking.map((other): Stretch => ({ span: other.span, mark: { state: 'involved', number } })),
  ];
}

/**
 * Where the totals stand that their own addends prove right: once it is known which cell is wrong,
 * they are no part of what has to be looked at.
 */
function provenTotals(report: Report, { from }: Span): ReadonlySet<number> {
  const suspects = report.faults().flatMap((fault) => fault.suspects);
  if (!suspects.some(({ cell }) => cell.span.from === from)) return new Set();
  const proven = new Set<number>();
  const broken = new Set<number>();
  for (const { right, outcome } of report.judgements()) {
    const [total, ...others] = right;
    if (!total || others.length > 0) continue;
    (outcome.state === 'held' ? proven : broken).add(total.span.from);
  }
  return new Set([...proven].filter((at) => !broken.has(at)));
}

function once(marks: readonly Mark[]): readonly Mark[] {
  const strongest = new Map<number, Mark>();
  for (const mark of marks) {
    if (mark.state === 'wrong' || !strongest.has(mark.number)) strongest.set(mark.number, mark);
  }
  const weight = ({ state }: Mark): number => (state === 'wrong' ? 0 : 1);
  return [...strongest.values()].sort((a, b) => weight(a) - weight(b) || a.number - b.number);
}

/** Characters a shelf takes up: about a row of a table. */
const shelfWidth = 128;

/** Finds the stretches near a place without going through all of them. */
function rackOf(stretches: readonly Stretch[]): (place: Span) => readonly Stretch[] {
  const shelves = new Map<number, Stretch[]>();
  for (const stretch of stretches) {
    for (const at of shelvesOf(stretch.span)) {
      const shelf = shelves.get(at);
      if (shelf) shelf.push(stretch);
      else shelves.set(at, [stretch]);
    }
  }
  return (place) => [...new Set(shelvesOf(place).flatMap((at) => shelves.get(at) ?? []))];
}

function shelvesOf({ from, to }: Span): readonly number[] {
  const first = Math.floor(from / shelfWidth);
  const last = Math.floor(to / shelfWidth);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
