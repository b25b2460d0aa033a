import { type Grid, matrix } from './grid.ts';
import type { Layout } from './layout.ts';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Markdown needs a line of strokes below the first row. */
function markdown(rows: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...rest] = rows;
  return ['', row(first), row(first.map(() => '---')), ...rest.map(row), ''];
}

/** A Markdown table with one column for each column on paper. */
export const pipe: Layout = {
  name: 'pipe',
  supported: true,
  hashes: '## ',
  write: (grid) => markdown(matrix(grid)),
};

/** A Markdown table whose first two label columns are one. */
export const pipeTwoLabels: Layout = {
  name: 'pipe-two-labels',
  supported: true,
  hashes: '## ',
  write: (grid) => markdown(grid.width === 10 ? twoLabels(grid) : matrix(grid)),
};

/** `三、本年度办理结果 | （三）不予公开 | 1.属于国家秘密` with the first two in one column, the inner one winning. */
function twoLabels(grid: Grid): string[][] {
  return matrix(grid).map(([outer = '', group = '', own = '', ...values]) => {
    if (own !== '') return [group === '' ? outer : group, own, ...values];
    return [outer, group, ...values];
  });
}

/** The layouts of Markdown. */
export const pipeLayouts: readonly Layout[] = [pipe, pipeTwoLabels];
