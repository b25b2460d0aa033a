import type { Grid, GridCell } from './grid.ts';
import type { Layout } from './layout.ts';

const texts = (row: readonly GridCell[]): readonly string[] => row.map(({ text }) => text);

/** The columns that a row lacks since a cell from above or from the left takes them up. */
const lacking = (grid: Grid, row: readonly GridCell[]): number => Math.max(0, grid.width - row.length);

const bars = (name: string, supported: boolean, write: (grid: Grid) => readonly string[]): Layout => ({
  name,
  supported,
  hashes: '',
  write,
});

/** `x | y | ||`: a web table as text, lacking columns as bars at the end; the last row of a table has none. */
const trailingBars = bars('bars-trailing', true, (grid) =>
  grid.rows.map((row, index) => {
    const last = index === grid.rows.length - 1;
    return `${texts(row).join(' | ')} | ${last ? '' : '|'.repeat(lacking(grid, row))}`.trimEnd();
  }),
);

/** `x | y |`: no bars for lacking columns. */
const plainBars = bars('bars-plain', true, (grid) => grid.rows.map((row) => `${texts(row).join(' | ')} |`));

/** A cell a line with a bar behind it, and a line of bars for the lacking columns. */
const cellLines = bars('bars-cell-lines', true, (grid) =>
  grid.rows.flatMap((row) => [
    ...texts(row).map((text) => `${text} |`.trimStart()),
    ...(lacking(grid, row) > 0 ? ['|'.repeat(lacking(grid, row))] : []),
  ]),
);

/** The same without the lines of bars. */
const cellLinesOnly = bars('bars-cell-lines-only', true, (grid) =>
  grid.rows.flatMap((row) => texts(row).map((text) => `${text} |`)),
);

/** A lone bar before each row, then a cell a line; the last one is followed by bars for what lacks. */
const barBeforeRow = bars('bars-before-row', true, (grid) =>
  grid.rows.flatMap((row) => {
    const cells = texts(row).map((text) => `${text} |`);
    const end = '|'.repeat(lacking(grid, row));
    return ['|', ...cells.slice(0, -1), `${cells.at(-1) ?? ''} ${end}`.trimEnd()];
  }),
);

/** A lone bar between any two cells. */
const barBetweenCells = bars('bars-between-cells', true, (grid) =>
  grid.rows.flatMap((row) => texts(row).flatMap((text) => [text, '|'])),
);

/** `| x | y | ||`: a bar in front, but no line of strokes as Markdown has. */
const leadingBars = bars('bars-leading', true, (grid) =>
  grid.rows.map((row) => `| ${texts(row).join(' | ')} | ${'|'.repeat(lacking(grid, row))}`),
);

/** The layouts with bars that are no Markdown. */
export const barLayouts: readonly Layout[] = [
  trailingBars,
  plainBars,
  cellLines,
  cellLinesOnly,
  barBeforeRow,
  barBetweenCells,
  leadingBars,
];
