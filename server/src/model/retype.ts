import type { Difference } from '../base/difference.ts';
import { looksLikeFigure, readFigure } from './figure.ts';
import { keepSums } from './identities.ts';
import type { BoundTable, Cell, RowBinding, TableBinding } from './report.ts';
import { shiftTable, type Versions } from './reuse.ts';

/**
 * The table of an earlier version with one figure typed over, which is what editing a table mostly is.
 * Undefined unless the figure's row, its neighbours and every label read the same as before, whatever the figure.
 */
export function retyped(table: TableBinding, versions: Versions, edit: Difference): TableBinding | undefined {
  if (table.kind !== 'bound' || !keepsPlaces(table)) return undefined;
  const { before, now } = versions;
  const cell = cellAt(table, edit);
  if (!cell) return undefined;
  const by = now.body.from - before.body.from;
  const longer = edit.inserted - (edit.to - edit.from);
  const text = now.text.slice(cell.span.from + by, cell.span.to + by + longer);
  if (!looksLikeFigure(before.text.slice(cell.span.from, cell.span.to)) || !isOneFigure(text))
    return undefined;
  const moved = shiftTable(table, { by, edited: { from: edit.from, to: edit.to, longer } });
  if (moved.kind !== 'bound') return undefined;
  const changed = withFigure(moved, cell, text);
  keepSums(table, changed, cell);
  return changed;
}

/** Notations in which a figure's cell does not depend on what stands in it; rows in doubt depend on the sums. */
function keepsPlaces({ layout, rows, repeats }: BoundTable): boolean {
  if ((layout !== 'tab' && layout !== 'pipe') || repeats) return false;
  return rows.every(
    (row) => row.kind === 'read' && !row.byOrder && row.duplicates.length === 0 && !row.fused,
  );
}

/** The cell that holds the whole edit, in a row with other figures beside it. */
function cellAt(table: BoundTable, { from, to }: Difference): Cell | undefined {
  for (const row of table.rows) {
    if (row.kind !== 'read' || row.full.from > from || row.full.to < to) continue;
    const cell = row.cells.find(({ span }) => span.from <= from && to <= span.to && span.from < span.to);
    const others = row.cells.filter((other) => other !== cell && looksAlone(other));
    // Noughts alone in their row may be several figures written as one.
    if (cell && (others.length > 0 || row.cells.length === 1)) return cell;
  }
  return undefined;
}

const looksAlone = ({ quantity }: Cell): boolean => quantity.kind === 'number';

const isOneFigure = (text: string): boolean =>
  text === text.trim() && !/[\t\r\n|]/.test(text) && looksLikeFigure(text);

function withFigure(table: BoundTable, edited: Cell, text: string): BoundTable {
  const { row, column } = edited;
  const change = (cell: Cell): Cell =>
    cell.row === row && cell.column === column
      ? { ...cell, quantity: readFigure(text, column.measure) }
      : cell;
  const rows = table.rows.map(
    (other): RowBinding =>
      other.kind === 'read' && other.template === row ? { ...other, cells: other.cells.map(change) } : other,
  );
  return { ...table, rows };
}
