import type { Grid } from './grid.ts';
import type { Layout } from './layout.ts';

/** Markdown out of a Word file: every place a merged cell takes up says the same. */
export const writtenOut: Layout = {
  name: 'pipe-written-out',
  supported: true,
  hashes: '## ',
  write: (grid) => {
    const [first = [], ...rest] = filled(grid).map((row) => `| ${row.join(' | ')} |`);
    return ['', `${first}`, `|${' --- |'.repeat(grid.width)}`, ...rest, ''];
  },
};

/** The texts of a grid with every merged cell in each of its places. */
function filled(grid: Grid): readonly (readonly string[])[] {
  const places: string[][] = grid.rows.map(() => []);
  for (const [y, row] of grid.rows.entries()) {
    let x = 0;
    for (const { text, across, down } of row) {
      while (places[y]?.[x] !== undefined) x += 1;
      for (const line of places.slice(y, y + down))
        for (let dx = 0; dx < across; dx += 1) line[x + dx] = text;
    }
  }
  return places;
}
