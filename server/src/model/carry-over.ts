import { certainCell } from './cells.ts';
import { faultsToTell } from './last-year.ts';
import type { Cell, Predecessor, Report } from './report.ts';

/** A figure carried in, beside the one that last year's report carried out. */
export interface CarryOver {
  readonly cell: Cell;
  readonly before: Cell;
  readonly carriedIn: number;
  readonly carriedOut: number;
}

/** Where 上年结转 of table three is not last year's 结转下年度, in the order of the columns, but for what broken sums tell. */
export function brokenCarryOver(report: Report, { report: before }: Predecessor): readonly CarryOver[] {
  const { applications } = report.tables;
  if (applications.kind === 'absent') return [];
  const carriedIn = applications.template.rows.find(({ id }) => id === 'carriedIn');
  const pairs = (carriedIn?.columns ?? []).flatMap(({ id }) => pairOf(report, before, id) ?? []);
  const broken = pairs.filter((pair) => pair.carriedIn !== pair.carriedOut);
  if (broken.length === 0) return [];
  const told = toldBySums(report);
  return broken.filter(({ cell }) => !told.has(cell));
}

function pairOf(report: Report, before: Report, column: string): CarryOver | undefined {
  const cell = certainCell(report, 'carriedIn', column);
  const last = certainCell(before, 'carriedOut', column);
  if (cell?.quantity.kind !== 'number' || last?.quantity.kind !== 'number') return undefined;
  return { cell, before: last, carriedIn: cell.quantity.value, carriedOut: last.quantity.value };
}

/** The cells that a broken sum already says what last year carried out of. */
const toldBySums = (report: Report): ReadonlySet<Cell> =>
  new Set(
    faultsToTell(report)
      .flatMap(({ suspects }) => suspects)
      .filter(({ slip }) => slip === 'carryOver')
      .flatMap(({ cell, along }) => [cell, ...along.map((one) => one.cell)]),
  );

/** Whether the sums that last year's figure takes part in hold there: if not, that figure may be the wrong one. */
export const isSound = ({ report: before }: Predecessor, { before: cell }: CarryOver): boolean =>
  before
    .judgements()
    .every(({ outcome, left, right }) => outcome.state !== 'broken' || ![...left, ...right].includes(cell));
