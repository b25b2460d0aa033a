import type { Span } from '../base/span.ts';
import { separator } from './notation.ts';
import type { BoundTable, Cell } from './report.ts';

/**
 * Edits that fill blank cells: nought where nothing happened, the sum of its row in a total whose row is filled.
 * Empty if a total cannot be told.
 */
export function fillBlanks(
  table: BoundTable,
  cells: readonly Cell[],
): readonly { readonly span: Span; readonly insert: string }[] {
  const byPlace = new Map<number, { span: Span; figures: string[] }>();
  for (const cell of cells) {
    const figure = figureFor(table, cell, cells);
    if (figure === undefined) return [];
    const place = byPlace.get(cell.span.from) ?? { span: cell.span, figures: [] };
    place.figures.push(figure);
    byPlace.set(cell.span.from, place);
  }
  // Cells that share a place have lost the mark between them, so it is written anew.
  return [...byPlace.values()].map(({ span, figures }) => ({
    span,
    insert: figures.join(separator(table.layout)),
  }));
}

function figureFor(table: BoundTable, cell: Cell, filled: readonly Cell[]): string | undefined {
  const row = table.rows.find((candidate) => candidate.template === cell.row);
  const total = table.template.identities.find(
    ({ axis, equals }) => axis === 'column' && equals[0] === cell.column.id,
  );
  const outcome = table.template.identities.find(
    ({ axis, equals }) => axis === 'row' && equals.length === 1 && equals[0] === cell.row.id,
  );
  if (outcome) return undefinedUnlessNought(table, cell, outcome.sum);
  if (!total || row?.kind !== 'read') return '0';
  return sumOf(
    row.cells.filter(({ column }) => total.sum.includes(column.id)),
    filled,
  );
}

/** A blank in the row of totals is filled only where nothing stands above it. */
function undefinedUnlessNought(
  table: BoundTable,
  cell: Cell,
  addends: readonly string[],
): string | undefined {
  const rows = table.rows.filter((row) => row.kind === 'read' && addends.includes(row.template.id));
  const cells = rows.flatMap((row) =>
    row.kind === 'read' ? row.cells.filter(({ column }) => column === cell.column) : [],
  );
  const something = cells.some(
    ({ quantity }) => quantity.kind === 'malformed' || (quantity.kind === 'number' && quantity.value !== 0),
  );
  return something ? undefined : '0';
}

function sumOf(addends: readonly Cell[], filled: readonly Cell[]): string | undefined {
  let sum = 0;
  for (const addend of addends) {
    if (addend.quantity.kind === 'number') sum += addend.quantity.value;
    else if (addend.quantity.kind === 'malformed' || !filled.includes(addend)) return undefined;
  }
  return String(sum);
}
