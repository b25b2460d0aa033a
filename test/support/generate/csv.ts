import { type Grid, matrix } from './grid.ts';
import type { Layout } from './layout.ts';

const field = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A spreadsheet saved as text: commas between the cells, quotation marks around those that hold one. */
export const csv: Layout = {
  name: 'csv',
  supported: true,
  hashes: '',
  write: (grid: Grid) => matrix(grid).map((cells) => cells.map(field).join(',')),
};
