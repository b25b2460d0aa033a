import { remembered } from '../base/remembered.ts';
import { type CarryOver, differingCarryOvers } from './carry-over.ts';
import { certainFigure } from './cells.ts';
import type { Cell, Fault, Judgement, Report, Suspect } from './report.ts';
import { figureOf } from './slips.ts';

/**
 * The faults of a report in the light of last year's. Where to carry in, in each column, what last year carried out
 * would settle several at once, they are one.
 */
export const faultsToTell = remembered((report: Report): readonly Fault[] => {
  const { lastYear } = report;
  if (!lastYear || report.faults().length === 0) return report.faults();
  const faults = report.faults().map((fault) => withLastYear(fault, lastYear.report));
  const row = wholeCarryOver(report, lastYear.report);
  if (!row) return faults;
  const [first, ...others] = faults.filter(
    (fault) => !isOfCarryOver(fault) && fault.broken.every((judgement) => holdsAfter(judgement, row)),
  );
  if (!first) return faults;
  const broken = [first, ...others].flatMap((fault) => fault.broken);
  const one: Fault = { judgement: first.judgement, broken, suspects: [row] };
  return faults.filter((fault) => !others.includes(fault)).map((fault) => (fault === first ? one : fault));
});

const isOfCarryOver = ({ suspects }: Fault): boolean => suspects.some(({ slip }) => slip === 'carryOver');

/** To carry in what last year carried out, wherever it is something else, if that breaks no sum. */
function wholeCarryOver(report: Report, lastYear: Report): Suspect | undefined {
  const changes = differingCarryOvers(report, lastYear).map(({ cell, carriedOut }) => ({
    cell,
    value: carriedOut,
  }));
  const [first, ...along] = changes;
  if (!first || along.length === 0) return undefined;
  const row: Suspect = { ...first, along, slip: 'carryOver' };
  const cells = changes.map(({ cell }) => cell);
  const touched = report
    .judgements()
    .filter(({ left, right }) => [...left, ...right].some((cell) => cells.includes(cell)));
  return touched.every((judgement) => holdsAfter(judgement, row)) ? row : undefined;
}

/** Whether both sides of an identity come out the same after a change. */
function holdsAfter({ outcome, left, right }: Judgement, change: Suspect): boolean {
  if (outcome.state === 'notAssessable') return false;
  const more = (cells: readonly Cell[]): number =>
    changesOf(change)
      .filter(({ cell }) => cells.includes(cell))
      .reduce((sum, { cell, value }) => sum + value - figureOf(cell), 0);
  return outcome.left + more(left) === outcome.right + more(right);
}

/**
 * The fault with each figure marked that would have to be what last year carried out, or else each that looks as if it
 * had been left from last year. One that already is what last year carried out is above suspicion as long as there are
 * others.
 */
function withLastYear(fault: Fault, lastYear: Report): Fault {
  if (fault.judgement.table.id !== compared) return fault;
  const slipOf = (suspect: Suspect): Suspect['slip'] =>
    isCarriedOver(suspect, lastYear) ? 'carryOver' : isLeft(suspect, lastYear) ? 'lastYear' : suspect.slip;
  const sound = fault.suspects.filter((suspect) => !unsettles(suspect, lastYear));
  const suspects = sound.length === 0 ? fault.suspects : sound;
  return { ...fault, suspects: suspects.map((suspect) => ({ ...suspect, slip: slipOf(suspect) })) };
}

/** Only the figures of table three are held against last year's. */
const compared = 'applications';

const mayBeRenamed = ({ slip }: Suspect): boolean => slip === undefined || slip === 'digits';

const changesOf = ({ cell, value, along }: Suspect): Suspect['along'] => [{ cell, value }, ...along];

/** What would settle the sums is to carry in what last year carried out. */
const isCarriedOver = (suspect: Suspect, lastYear: Report): boolean =>
  mayBeRenamed(suspect) &&
  changesOf(suspect).every(
    ({ cell, value }) =>
      cell.row.id === 'carriedIn' && value === certainFigure(lastYear, 'carriedOut', cell.column.id),
  );

/** What would settle the sums is to carry in something else than last year carried out, while now it is the same. */
const unsettles = (suspect: Suspect, lastYear: Report): boolean =>
  changesOf(suspect).some(
    ({ cell: { row, column, quantity } }) =>
      row.id === 'carriedIn' &&
      quantity.kind === 'number' &&
      quantity.value === certainFigure(lastYear, 'carriedOut', column.id),
  );

/** Every figure that would change stands in the same cell last year. That there was nothing either year shows nothing. */
const isLeft = (suspect: Suspect, lastYear: Report): boolean =>
  mayBeRenamed(suspect) &&
  changesOf(suspect).every(
    ({ cell: { row, column, quantity } }) =>
      quantity.kind === 'number' &&
      quantity.value > 0 &&
      quantity.value === certainFigure(lastYear, row.id, column.id),
  );

/** Where 上年结转 is not last year's 结转下年度, but for what broken sums tell. */
export function untoldCarryOvers(report: Report, lastYear: Report): readonly CarryOver[] {
  const differing = differingCarryOvers(report, lastYear);
  if (differing.length === 0) return [];
  const told = toldBySums(report);
  return differing.filter(({ cell }) => !told.has(cell));
}

/** The cells that a broken sum already says what last year carried out of. */
const toldBySums = (report: Report): ReadonlySet<Cell> =>
  new Set(
    faultsToTell(report)
      .flatMap(({ suspects }) => suspects)
      .filter(({ slip }) => slip === 'carryOver')
      .flatMap(({ cell, along }) => [cell, ...along.map((one) => one.cell)]),
  );
