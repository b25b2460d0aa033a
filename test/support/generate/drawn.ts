import { type Grid, matrix } from './grid.ts';
import type { Layout } from './layout.ts';

const rule = (width: number, ends: string): string => {
  const [left, between = '', right] = ends;
  return `${left}${new Array<string>(width).fill('────').join(between)}${right}`;
};

/** A table drawn with lines: `│ 规章 │ 0 │`, and a line between any two rows. */
export const drawn: Layout = {
  name: 'drawn',
  supported: true,
  hashes: '',
  write: (grid: Grid) => {
    const rows = matrix(grid).map((cells) => `│ ${cells.join(' │ ')} │`);
    const parted = rows.flatMap((row, at) => (at === 0 ? [row] : [rule(grid.width, '├┼┤'), row]));
    return [rule(grid.width, '┌┬┐'), ...parted, rule(grid.width, '└┴┘')];
  },
};
