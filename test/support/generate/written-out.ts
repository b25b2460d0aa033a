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

/** A web page by a program that knows no merged cells: every place says the same. */
const htmlWrittenOut: Layout = {
  name: 'html-written-out',
  supported: true,
  hashes: '',
  write: (grid) => [
    '<table>',
    ...filled(grid).map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`),
    '</table>',
  ],
};

/** From a spreadsheet whose merged cells were parted and filled down, so that every row can be sorted by itself. */
const filledDown: Layout = {
  name: 'tab-filled-down',
  supported: true,
  hashes: '',
  write: (grid) => filled(grid, false).map((row) => row.join('\t')),
};

/** The layouts that say the words of a merged cell several times. */
export const writtenOutLayouts: readonly Layout[] = [writtenOut, htmlWrittenOut, filledDown];

/** The texts of a grid with every merged cell in each of its places, or in those below each other only. */
function filled(grid: Grid, across = true): readonly (readonly string[])[] {
  const places: string[][] = grid.rows.map(() => []);
  for (const [y, row] of grid.rows.entries()) {
    let x = 0;
    for (const { text, across: wide, down } of row) {
      while (places[y]?.[x] !== undefined) x += 1;
      for (const line of places.slice(y, y + down))
        for (let dx = 0; dx < wide; dx += 1) line[x + dx] = across || dx === 0 ? text : '';
    }
  }
  return places;
}
