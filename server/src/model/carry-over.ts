import { certainCell } from './cells.ts';
import type { Cell, Report } from './report.ts';

/** A figure carried in, beside the one that last year's report carried out. */
export interface CarryOver {
  readonly cell: Cell;
  readonly before: Cell;
  readonly carriedIn: number;
  readonly carriedOut: number;
}

/** Where 上年结转 of table three is not last year's 结转下年度, in the order of the columns. */
export function differingCarryOvers(report: Report, lastYear: Report): readonly CarryOver[] {
  const { applications } = report.tables;
  if (applications.kind === 'absent') return [];
  const carriedIn = applications.template.rows.find(({ id }) => id === 'carriedIn');
  return (carriedIn?.columns ?? [])
    .flatMap(({ id }) => pairOf(report, lastYear, id) ?? [])
    .filter((pair) => pair.carriedIn !== pair.carriedOut);
}

function pairOf(report: Report, before: Report, column: string): CarryOver | undefined {
  const cell = certainCell(report, 'carriedIn', column);
  const last = certainCell(before, 'carriedOut', column);
  if (cell?.quantity.kind !== 'number' || last?.quantity.kind !== 'number') return undefined;
  return { cell, before: last, carriedIn: cell.quantity.value, carriedOut: last.quantity.value };
}

/** Whether the sums that last year's figure takes part in hold there: if not, that figure may be the wrong one. */
export const isSound = (lastYear: Report, { before: cell }: CarryOver): boolean =>
  lastYear
    .judgements()
    .every(({ outcome, left, right }) => outcome.state !== 'broken' || ![...left, ...right].includes(cell));
