import type { Span } from '../base/span.ts';
import { breaks, certainCells } from './identities.ts';
import { separator } from './notation.ts';
import type { BoundTable, Cell } from './report.ts';

/** A change of the text at one place. */
interface Filling {
  readonly span: Span;
  readonly insert: string;
}

/**
 * Edits that fill blank cells: nought where nothing happened, the sum in a total.
 * Empty if a total cannot be told, or if the figures would contradict the sums of the table.
 */
export function fillBlanks(table: BoundTable, cells: readonly Cell[]): readonly Filling[] {
  const figures = new Map<Cell, number>();
  for (const cell of cells) {
    const figure = figureFor(table, cell, cells);
    if (figure === undefined) return [];
    figures.set(cell, figure);
  }
  if (breaks(table, figures)) return [];
  const byPlace = new Map<number, { span: Span; figures: number[] }>();
  for (const [{ span }, figure] of figures) {
    const place = byPlace.get(span.from) ?? { span, figures: [] };
    place.figures.push(figure);
    byPlace.set(span.from, place);
  }
  // Cells that share a place have lost the mark between them, so it is written anew; a line break is not for us to add.
  if (/lines$/.test(table.layout) && [...byPlace.values()].some((place) => place.figures.length > 1))
    return [];
  return [...byPlace.values()].map((place) => ({
    span: place.span,
    insert: place.figures.join(separator(table.layout, '')),
  }));
}

/** Whether a column or row of the form is the sum of others, so that nought is no answer there. */
export function isTotal({ template }: BoundTable, { row, column }: Cell): boolean {
  return template.identities.some(
    ({ axis, equals }) => equals.length === 1 && equals[0] === (axis === 'row' ? row.id : column.id),
  );
}

function figureFor(table: BoundTable, cell: Cell, filled: readonly Cell[]): number | undefined {
  const addends = addendsOf(table, cell);
  let sum = 0;
  for (const addend of addends) {
    if (addend?.quantity.kind === 'number') sum += addend.quantity.value;
    else {
      // No total is an addend of itself, so this comes to an end.
      const figure = addend && filled.includes(addend) ? figureFor(table, addend, filled) : undefined;
      if (figure === undefined) return undefined;
      sum += figure;
    }
  }
  return sum;
}

/** The cells a total is the sum of, within its row before within its column; none for any other cell. */
function addendsOf({ template, rows }: BoundTable, { row, column }: Cell): readonly (Cell | undefined)[] {
  const cellsOf = (id: string) => {
    const found = rows.find((candidate) => candidate.template.id === id);
    return (found && certainCells(found)) ?? [];
  };
  const across = template.identities.find(
    ({ axis, equals }) => axis === 'column' && equals[0] === column.id && equals.length === 1,
  );
  if (across) return across.sum.map((id) => cellsOf(row.id).find((cell) => cell.column.id === id));
  const down = template.identities.find(
    ({ axis, equals }) => axis === 'row' && equals[0] === row.id && equals.length === 1,
  );
  if (down) return down.sum.map((id) => cellsOf(id).find((cell) => cell.column.id === column.id));
  return [];
}
