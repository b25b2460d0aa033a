import type { Snapshot } from '../analysis/snapshot.ts';
import { contains, span } from '../base/span.ts';
import { lineAt } from '../model/manuscript.ts';
import type { BoundTable, Report } from '../model/report.ts';
import { boundTables } from '../model/tables.ts';
import { columnGuidance, type Guidance, rowGuidance } from '../template/guidance.ts';
import type { ColumnTemplate, RowTemplate } from '../template/index.ts';
import { cellsOf, placeAt } from './place.ts';

/** The row of the form somebody is writing, and which of its columns the cursor is in. */
export interface RowSignature {
  readonly row: RowTemplate;
  readonly columns: readonly ColumnTemplate[];
  readonly active: number;
  readonly guidance: Guidance | undefined;
  readonly columnGuidance: Guidance | undefined;
}

/** The row and the column under the cursor; nothing where the column is not certain. */
export function signature(of: Snapshot, offset: number): RowSignature | undefined {
  const report = of.report();
  const place = placeAt(report, offset);
  if (place?.kind === 'cell') return toSignature(place.cell.row, place.cell.column);
  return report.recognised ? halfTyped(report, offset) : undefined;
}

function toSignature(row: RowTemplate, column: ColumnTemplate): RowSignature {
  return {
    row,
    columns: row.columns,
    active: row.columns.indexOf(column),
    guidance: rowGuidance(row.id),
    columnGuidance: columnGuidance(column.id),
  };
}

/** A row that is not whole yet: its columns are counted by the marks between cells, as in the rows that are. */
function halfTyped(report: Report, offset: number): RowSignature | undefined {
  const at = span(offset, offset);
  for (const table of boundTables(report)) {
    const row = table.rows.find((one) => 'full' in one && contains(one.full, at));
    const first = row && firstColumn(report, table, row.template);
    if (!row || first === undefined || cellsOf(row).length > 0) continue;
    const column = row.template.columns[marksBefore(report, table, offset) - first];
    return column && toSignature(row.template, column);
  }
  return undefined;
}

/** How many marks stand before the first figure in the rows with the same columns, if all agree. */
function firstColumn(report: Report, table: BoundTable, row: RowTemplate): number | undefined {
  if (table.layout !== 'tab' && table.layout !== 'pipe') return undefined;
  const counts = table.rows.flatMap((one) => {
    const [first] = one.kind === 'read' && one.template.columns === row.columns ? one.cells : [];
    return first ? [marksBefore(report, table, first.span.from)] : [];
  });
  return new Set(counts).size === 1 ? counts[0] : undefined;
}

function marksBefore({ tree }: Report, { layout }: BoundTable, offset: number): number {
  const from = lineAt(tree, offset)?.full.from ?? offset;
  return tree.text.slice(from, offset).split(layout === 'tab' ? '\t' : '|').length - 1;
}
