import { displayWidth } from '../../../server/src/base/width.ts';
import { type Grid, matrix } from './grid.ts';
import type { Layout } from './layout.ts';

/** As wide as columns get before their words go on below, in characters of half width. */
const widest = 16;

/** Markdown by pandoc: `+---+---+` between any two rows, and words that go on below themselves in narrow columns. */
export const gridTable: Layout = {
  name: 'grid-table',
  supported: true,
  hashes: '# ',
  write: (grid: Grid) => {
    const rows = matrix(grid).map((cells) => cells.map(wrapped));
    const widths = (rows[0] ?? []).map((_, x) =>
      Math.max(3, ...rows.flatMap((cells) => (cells[x] ?? []).map(displayWidth))),
    );
    const rule = (stroke: string): string => `+${widths.map((width) => stroke.repeat(width + 2)).join('+')}+`;
    const lines = rows.flatMap((cells, y) => [
      ...drawn(cells, widths),
      rule(y === Math.max(0, grid.heading - 1) ? '=' : '-'),
    ]);
    return ['', rule('-'), ...lines, ''];
  },
};

function drawn(cells: readonly (readonly string[])[], widths: readonly number[]): readonly string[] {
  const height = Math.max(1, ...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) => {
    const texts = widths.map((width, x) => {
      const text = cells[x]?.[line] ?? '';
      return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
    });
    return `| ${texts.join(' | ')} |`;
  });
}

/** Words in lines of so much width; digits are not parted. */
function wrapped(text: string): readonly string[] {
  const lines = [''];
  for (const [piece] of text.matchAll(/[\d０-９.,．]+|./gu)) {
    const last = lines[lines.length - 1] ?? '';
    if (last !== '' && displayWidth(last + piece) > widest) lines.push(piece);
    else lines[lines.length - 1] = last + piece;
  }
  return lines;
}
