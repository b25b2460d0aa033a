import { applyEdits } from '../analysis/fix.ts';
import { type Snapshot, snapshot } from '../analysis/snapshot.ts';
import type { BoundTable, Cell, Report, RowBinding } from '../model/report.ts';
import { boundTables } from '../model/tables.ts';
import { figureOf, type Total, totalsOf } from '../model/totals.ts';
import { figureWritten } from '../model/write-figure.ts';
import type { ColumnTemplate, RowTemplate } from '../template/index.ts';
import type { Edit } from './quick-fix.ts';

/** A total that is not the sum of its addends, and what makes it so. */
export interface TotalChange {
  readonly row: RowTemplate;
  readonly column: ColumnTemplate;
  /** As it stands in the text; empty if nothing does. */
  readonly before: string;
  readonly value: number;
  readonly edit: Edit;
}

/** What adding up anew would change in a report. */
export interface Recalculation {
  readonly changes: readonly TotalChange[];
  /** How many totals cannot be added up: a figure they come from, or they themselves, cannot be read with certainty. */
  readonly open: number;
}

/** All totals added up anew; undefined for a text that is no report. Primary figures stay as they are. */
export function recalculation(of: Snapshot): Recalculation | undefined {
  const report = of.report();
  if (!report.recognised) return undefined;
  const totals = totalsOf(report);
  const wrong = totals.filter(isWrong);
  const changes = proven(of, changesOf(report, wrong));
  const summed = totals.filter(({ value }) => value !== undefined).length;
  return { changes, open: totals.length - summed + (wrong.length - changes.length) };
}

/** Totals to be kept right, by row and column, each with the figure that stood there when it was last seen right. */
export type KeptTotals = ReadonlyMap<string, string>;

/**
 * The totals that a report leaves to be kept right, after those kept so far: one that is the sum of its addends,
 * and one that stands empty while its addends are not all there. What somebody wrote otherwise is a statement
 * of its own, to be told about rather than overwritten.
 */
export function keptTotals(of: Snapshot, before: KeptTotals): KeptTotals {
  const report = of.report();
  if (!report.recognised) return before;
  const kept = new Map(before);
  for (const { cell, value } of totalsOf(report)) {
    const words = wordsIn(of.text, cell);
    const isRight = value === undefined ? words === '' : figureOf(cell) === value;
    if (isRight) kept.set(keyOf(cell), words);
    else if (kept.get(keyOf(cell)) !== words) kept.delete(keyOf(cell));
  }
  return kept;
}

/** What keeps the totals right after their addends were written over. */
export function totalEdits(of: Snapshot, kept: KeptTotals): readonly Edit[] {
  const report = of.report();
  if (!report.recognised || kept.size === 0) return [];
  const stale = totalsOf(report).filter(
    (total) => isWrong(total) && kept.get(keyOf(total.cell)) === wordsIn(of.text, total.cell),
  );
  return proven(of, changesOf(report, stale)).map(({ edit }) => edit);
}

const keyOf = ({ row, column }: Cell): string => `${row.id} ${column.id}`;

const wordsIn = (text: string, { span }: Cell): string => text.slice(span.from, span.to);

/** Whether a total says something else than its addends; one that says something else than a figure is half typed. */
const isWrong = ({ cell, value }: Total): boolean =>
  value !== undefined && cell.quantity.kind !== 'malformed' && figureOf(cell) !== value;

function changesOf(report: Report, totals: readonly Total[]): readonly TotalChange[] {
  if (totals.length === 0) return [];
  const tables = boundTables(report);
  return totals.flatMap(({ cell, value }) => {
    const table = tables.find(({ rows }) => rows.some((row) => holds(row, cell)));
    if (!table || value === undefined) return [];
    const { row, column } = cell;
    const edit = figureWritten(report, table, cell, value);
    return [{ row, column, before: wordsIn(report.text, cell), value, edit }];
  });
}

/** Whether a cell has a place of its own in a row that stands but once. */
const holds = (row: RowBinding, cell: Cell): boolean =>
  row.kind === 'read' && !row.fused && row.duplicates.length === 0 && row.cells.includes(cell);

/** The changes, if with them every cell reads as it is meant to and all others as before; none otherwise. */
function proven(of: Snapshot, changes: readonly TotalChange[]): readonly TotalChange[] {
  if (changes.length === 0) return changes;
  const edits = changes.map(({ edit }) => edit);
  const after = snapshot(applyEdits(of.text, edits), of.version, of.settings, of.report()).report();
  const wanted = figuresOf(of.report());
  for (const { row, column, value } of changes) wanted.set(`${row.id} ${column.id}`, String(value));
  const found = figuresOf(after);
  const same = wanted.size === found.size && [...wanted].every(([key, words]) => found.get(key) === words);
  return same ? changes : [];
}

function figuresOf(report: Report): Map<string, string> {
  const cells = boundTables(report).flatMap(({ rows }: BoundTable) =>
    rows.flatMap((row) => (row.kind === 'read' ? row.cells : [])),
  );
  return new Map(cells.map((cell) => [keyOf(cell), String(figureOf(cell) ?? JSON.stringify(cell.quantity))]));
}
