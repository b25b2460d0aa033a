import type { Layout } from './layout.ts';

/** A cell a line with blank lines between. Only cells with something in them are written, so nothing vanishes. */
export const cellLines: Layout = {
  name: 'lines',
  supported: true,
  hashes: '',
  write: (grid) => grid.rows.flatMap((row) => row.flatMap(({ text }) => [text, ''])),
};
