import type { Grid, GridCell } from './grid.ts';

/** The first row that has a cell whose words begin so; -1 if they are written otherwise. */
const rowAt = (grid: Grid, words: string): number =>
  grid.rows.findIndex((row) => row.some(({ text }) => text.startsWith(words)));

/** The grid without a row; labels merged over several rows stay, on the row behind it. */
export function withoutRow(grid: Grid, words: string): Grid {
  const at = rowAt(grid, words);
  if (at < 0) return grid;
  const above = grid.rows.slice(0, at).map((row, y) => row.map((cell) => resized(cell, y, at, -1)));
  const merged = (grid.rows[at] ?? []).filter(({ down }) => down > 1);
  const [next = [], ...rest] = grid.rows.slice(at + 1);
  return {
    ...grid,
    rows: [...above, [...merged.map((cell) => resized(cell, at, at, -1)), ...next], ...rest],
  };
}

/** The grid with a row written a second time behind itself, under the same or another name. */
export function withRowAgain(grid: Grid, words: string, name?: string): Grid {
  const at = rowAt(grid, words);
  if (at < 0) return grid;
  const row = grid.rows[at] ?? [];
  const own = row.filter(({ kind, down }, x) => kind === 'figure' || (down === 1 && isName(row, x)));
  const again = own.map((cell) => (cell.kind === 'label' ? { ...cell, text: name ?? cell.text } : cell));
  const before = grid.rows
    .slice(0, at + 1)
    .map((cells, y) => cells.map((cell) => resized(cell, y, at + 1, 1)));
  return { ...grid, rows: [...before, again, ...grid.rows.slice(at + 1)] };
}

/** Whether a cell is the last label of its row. */
const isName = (row: readonly GridCell[], x: number): boolean => row[x + 1]?.kind !== 'label';

/** A cell that reaches over a row becomes longer or shorter with it. */
const resized = (cell: GridCell, y: number, at: number, by: number): GridCell =>
  cell.down > 1 && y + cell.down > at ? { ...cell, down: cell.down + by } : cell;

/** The grid with its labels written otherwise. */
export const mapLabels = (grid: Grid, map: (text: string) => string): Grid => ({
  ...grid,
  rows: grid.rows.map((row) =>
    row.map((cell) => (cell.kind === 'label' ? { ...cell, text: map(cell.text) } : cell)),
  ),
});

/** The grid with the figures of one row written otherwise; there may be more or fewer of them than before. */
export function mapRow(
  grid: Grid,
  words: string,
  map: (figures: readonly string[]) => readonly string[],
): Grid {
  const at = rowAt(grid, words);
  const rows = grid.rows.map((row, y) => {
    if (y !== at) return row;
    const figures = row.filter(({ kind }) => kind === 'figure');
    const changed = map(figures.map(({ text }) => text));
    const cells = changed.map(
      (text, x): GridCell => ({ across: 1, down: 1, kind: 'figure', ...figures[x], text }),
    );
    return [...row.filter(({ kind }) => kind === 'label'), ...cells];
  });
  return { ...grid, rows };
}
