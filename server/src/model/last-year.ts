import { certainFigure } from './cells.ts';
import type { Cell, Fault, Report, Suspect } from './report.ts';

/** The report of the same organ for the year before, if it is among those at hand. */
export const reportBefore = (report: OfYear, others: readonly Report[]): Report | undefined =>
  others.find((other) => precedes(other, report));

/** Whose report on which year it is. */
export type OfYear = Pick<Report, 'organ' | 'year'>;

/** Whether one is the report of the same organ for the year before the other. */
export const precedes = (one: Report, other: OfYear): boolean =>
  one.recognised &&
  one.organ !== undefined &&
  one.organ === other.organ &&
  one.year === (other.year ?? 0) - 1;

/** Whether last year's report may tell which figure is wrong: then it is worth a search. */
export const asksLastYear = (report: Report): boolean =>
  report.recognised &&
  report.organ !== undefined &&
  report.year !== undefined &&
  report.faults().some(({ judgement: { table } }) => table.id === compared);

/** Whether two reports say the same of last year. */
export function sameLastYear(one: Report | undefined, other: Report | undefined): boolean {
  if (one === other || !one || !other) return one === other;
  return one.organ === other.organ && one.year === other.year && figuresOf(one) === figuresOf(other);
}

/** The fault with each figure that looks as if it had been left from last year marked so. */
export function withLastYear(fault: Fault, { lastYear }: Report): Fault {
  if (!lastYear || fault.judgement.table.id !== compared) return fault;
  const suspects = fault.suspects.map(
    (suspect): Suspect => (isLeft(suspect, lastYear) ? { ...suspect, slip: 'lastYear' } : suspect),
  );
  return { ...fault, suspects };
}

/** Only the figures of table three are held against last year's. */
const compared = 'applications';

/** Every figure that would change stands in the same cell last year. That there was nothing either year shows nothing. */
const isLeft = ({ cell, along, slip }: Suspect, lastYear: Report): boolean =>
  (slip === undefined || slip === 'digits') &&
  [cell, ...along.map((one) => one.cell)].every(
    ({ row, column, quantity }) =>
      quantity.kind === 'number' &&
      quantity.value > 0 &&
      quantity.value === certainFigure(lastYear, row.id, column.id),
  );

function figuresOf({ tables }: Report): string {
  const table = tables[compared];
  if (table.kind === 'absent') return '';
  const rows = table.rows.map((row) => (row.kind === 'read' ? row.cells.map(shown) : row.kind));
  return JSON.stringify(rows);
}

const shown = ({ quantity }: Cell): number | string =>
  quantity.kind === 'number' ? quantity.value : quantity.kind;
