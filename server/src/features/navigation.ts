import type { Snapshot } from '../analysis/snapshot.ts';
import type { Span } from '../base/span.ts';
import { certainCell } from '../model/cells.ts';
import type { PlaceElsewhere } from '../model/predecessor.ts';
import type { Cell, Report } from '../model/report.ts';
import { placeAt } from './place.ts';
import { judgementsOf, meant, statedBy } from './relations.ts';

/** Where a figure comes from: a number in a paragraph from its cells, a total from its addends, an addend's totals. */
export function definition(of: Snapshot, offset: number): readonly Span[] {
  const report = of.report();
  const place = placeAt(report, offset);
  if (place?.kind === 'fact') return spansOf(meant(place.fact));
  if (place?.kind !== 'cell') return [];
  const addends = addendsOf(report, place.cell);
  return spansOf(addends.length > 0 ? addends : across(report, place.cell));
}

/** Where a figure comes from besides: what was carried in, from what last year's report carried out. */
export function definitionElsewhere(of: Snapshot, offset: number): readonly PlaceElsewhere[] {
  const report = of.report();
  const place = placeAt(report, offset);
  const { lastYear } = report;
  if (place?.kind !== 'cell' || place.cell.row.id !== 'carriedIn' || !lastYear) return [];
  const found = certainCell(lastYear.report, 'carriedOut', place.cell.column.id);
  return found ? [{ of: lastYear, span: found.span }] : [];
}

/** Whatever else stands or falls with a figure: the cells of its sums, and the paragraphs that state it. */
export function references(of: Snapshot, offset: number, itself: boolean): readonly Span[] {
  const report = of.report();
  const place = placeAt(report, offset);
  if (place?.kind === 'fact') {
    const cells = meant(place.fact);
    const stating = cells.flatMap((cell) => statedBy(report, cell)).map(({ full }) => full);
    return inOrder([...spansOf(cells), ...stating], itself ? undefined : place.span);
  }
  if (place?.kind !== 'cell') return [];
  const { cell } = place;
  const cells = judgementsOf(report, cell).flatMap(({ left, right }) => [...left, ...right]);
  const stating = statedBy(report, cell).map(({ full }) => full);
  return inOrder([...spansOf([cell, ...cells]), ...stating], itself ? undefined : cell.span);
}

/** The addends of a cell that stands alone on its side of a sum. */
const addendsOf = (report: Report, cell: Cell): readonly Cell[] =>
  judgementsOf(report, cell).flatMap(({ left, right }) =>
    right.length === 1 && right[0] === cell ? left : [],
  );

/** The other side of the sums a cell is added in. */
const across = (report: Report, cell: Cell): readonly Cell[] =>
  judgementsOf(report, cell).flatMap(({ left, right }) => (left.includes(cell) ? right : left));

const spansOf = (cells: readonly Cell[]): readonly Span[] => inOrder(cells.map((cell) => cell.span));

/** Each place once, in the order of the text. */
function inOrder(spans: readonly Span[], but?: Span): readonly Span[] {
  const places = new Map(spans.map((one) => [`${one.from}-${one.to}`, one]));
  if (but) places.delete(`${but.from}-${but.to}`);
  return [...places.values()].sort((a, b) => a.from - b.from);
}
