import { type Grid, type GridCell, matrix } from './grid.ts';
import type { Chance, Layout } from './layout.ts';

/** As text out of a PDF: cells parted by blanks, headings exploded, long labels wrapped over the numbers. */
export const space: Layout = {
  name: 'space',
  supported: true,
  hashes: '',
  write: (grid, chance) => {
    if (grid.width === 10) return applications(grid, chance);
    if (grid.width === 15) return review(grid);
    return spread(
      grid.rows.map((row) => row.map(({ text }) => text).join(' ')),
      chance,
    );
  },
};

function applications(grid: Grid, chance: Chance): readonly string[] {
  const headings = grid.rows
    .slice(0, grid.heading)
    .flatMap((row) => row.flatMap(({ text }) => halves(text, 8, chance)));
  const rows = grid.rows.slice(grid.heading).flatMap((row) => dataRow(row, chance));
  return spread([...headings, ...rows], chance);
}

/** A group's label on lines of its own, then the row's label and its numbers. */
function dataRow(row: readonly GridCell[], chance: Chance): readonly string[] {
  const labels = row.filter(({ kind }) => kind === 'label').map(({ text }) => text);
  const numbers = row.filter(({ kind }) => kind === 'figure').map(({ text }) => text);
  const own = labels.at(-1) ?? '';
  const groups = labels.slice(0, -1).flatMap((text) => halves(text, 6, chance));
  // The numbers of a wrapped label stand in the middle of it or after it, on a line of their own.
  if (own.length > 30) return [...groups, own.slice(0, 28), own.slice(28), numbers.join(' ')];
  return [...groups, `${own} ${numbers.join(' ')}`];
}

function review(grid: Grid): readonly string[] {
  return matrix(grid).map((cells) => cells.filter((text) => text !== '').join(' '));
}

/** A short label as it is, or broken where its cell was too narrow. */
function halves(text: string, most: number, chance: Chance): readonly string[] {
  if (text.length > 20 || text.length < most - 1 || chance.pick(2) === 0) return [text];
  const at = Math.max(text.length - 2, 4);
  return [text.slice(0, at), text.slice(at)];
}

/** Blank lines between, or not: one way for the whole table. */
function spread(lines: readonly string[], chance: Chance): readonly string[] {
  return chance.pick(2) === 0 ? lines : lines.flatMap((line) => [line, '']);
}
