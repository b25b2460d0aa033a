import { remembered } from '../base/remembered.ts';
import { certainFigure } from './cells.ts';
import { certainCells } from './identities.ts';
import { sameOrgan } from './organ.ts';
import type { Cell, Fault, Judgement, Predecessor, Report, Suspect } from './report.ts';
import { figureOf } from './slips.ts';

/** The report of the same organ for the year before, if it is among those at hand. */
export const reportBefore = (report: OfYear, others: readonly Report[]): Report | undefined =>
  others.find((other) => precedes(other, report));

/** Whose report on which year it is. */
export type OfYear = Pick<Report, 'organ' | 'year'>;

/** Whether one is the report of the same organ for the year before the other. */
export const precedes = (one: Report, other: OfYear): boolean => one.recognised && isYearBefore(one, other);

/** Whether whose report one is makes it the one before the other. */
export const isYearBefore = (one: OfYear, { organ, year }: OfYear): boolean =>
  one.organ !== undefined &&
  organ !== undefined &&
  year !== undefined &&
  one.year === year - 1 &&
  sameOrgan(one.organ, organ);

/** Whether it is known whose report on which year it is, so that last year's can be looked for. */
export const asksLastYear = ({ recognised, organ, year }: Report): boolean =>
  recognised && organ !== undefined && year !== undefined;

/** Whether the same is known of last year. */
export const sameLastYear = (one: Predecessor | undefined, other: Predecessor | undefined): boolean =>
  one === other || (one?.source === other?.source && one?.report.text === other?.report.text);

/**
 * The faults of a report in the light of last year's. Where to carry in, in each column, what last year carried out
 * would settle several at once, they are one.
 */
export const faultsToTell = remembered((report: Report): readonly Fault[] => {
  const faults = report.faults().map((fault) => withLastYear(fault, report));
  const row = report.lastYear && wholeCarryOver(report, report.lastYear.report);
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
  const changes = carriedIn(report).flatMap((cell) => {
    const value = certainFigure(lastYear, 'carriedOut', cell.column.id);
    if (value === undefined || cell.quantity.kind !== 'number' || cell.quantity.value === value) return [];
    return [{ cell, value }];
  });
  const [first, ...along] = changes;
  if (!first || along.length === 0) return undefined;
  const row: Suspect = { ...first, along, slip: 'carryOver' };
  const cells = changes.map(({ cell }) => cell);
  const touched = report
    .judgements()
    .filter(({ left, right }) => [...left, ...right].some((cell) => cells.includes(cell)));
  return touched.every((judgement) => holdsAfter(judgement, row)) ? row : undefined;
}

function carriedIn({ tables: { [compared]: table } }: Report): readonly Cell[] {
  if (table.kind === 'absent') return [];
  const row = table.rows.find(({ template }) => template.id === 'carriedIn');
  return (row && certainCells(row)) ?? [];
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
function withLastYear(fault: Fault, { lastYear }: Report): Fault {
  if (!lastYear || fault.judgement.table.id !== compared) return fault;
  const { report } = lastYear;
  const slipOf = (suspect: Suspect): Suspect['slip'] =>
    isCarriedOver(suspect, report) ? 'carryOver' : isLeft(suspect, report) ? 'lastYear' : suspect.slip;
  const sound = fault.suspects.filter((suspect) => !unsettles(suspect, report));
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
