import { certainCells } from './identities.ts';
import type { Cell, Report } from './report.ts';
import { boundTables } from './tables.ts';

/** A cell by its row and column, if it was read with certainty; rows have names of their own, whatever their table. */
export function certainCell(report: Report, rowId: string, columnId: string): Cell | undefined {
  const row = boundTables(report)
    .flatMap(({ rows }) => rows)
    .find(({ template }) => template.id === rowId);
  return row && certainCells(row)?.find(({ column }) => column.id === columnId);
}

/** The figure of a cell by its row and column, if it is certain and a number. */
export function certainFigure(report: Report, rowId: string, columnId: string): number | undefined {
  const quantity = certainCell(report, rowId, columnId)?.quantity;
  return quantity?.kind === 'number' ? quantity.value : undefined;
}
