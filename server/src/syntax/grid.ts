import type { Span } from '../base/span.ts';
import { barCells, isBarLines, strayNumbers } from './bar-lines.ts';
import { bareCells, isBareLines } from './bare-lines.ts';
import { withoutBullets } from './bullets.ts';
import { rowsOf } from './cell-rows.ts';
import { withoutColumnNumbers } from './column-numbers.ts';
import { pipeRow } from './pipe-row.ts';
import { mergedAgain, writesOut } from './repeats.ts';
import { withoutNumberCells, withoutRowNumbers } from './row-numbers.ts';
import { withTornFigures } from './ruled-rows.ts';
import { spaceRow } from './space-row.ts';
import { tabRow } from './tab-row.ts';
import type { Grid, GridRow, Layout, Line, SyntaxTree } from './tree.ts';

/** Reads a stretch of lines as rows of cells, in the notation its table is written in. */
export function readGrid({ source, text, markup }: SyntaxTree, written: readonly Line[]): Grid {
  const lines = withoutBullets(text, written);
  if (isBarLines(text, lines)) {
    const strays = strayNumbers(text, lines);
    const cells = barCells(
      text,
      lines.filter((line) => !strays.includes(line)),
    );
    return {
      layout: 'bar-lines',
      rows: withoutColumnNumbers(rowsOf(text, withoutNumberCells(cells), true)),
      strays: strays.map(({ span }) => span),
    };
  }
  if (isBareLines(text, lines))
    return {
      layout: 'lines',
      rows: withoutColumnNumbers(rowsOf(text, withoutNumberCells(bareCells(text, lines)), false)),
    };
  const all = withTornFigures(
    source,
    lines,
    lines.flatMap((line) => readRow(text, line) ?? []),
  );
  const inMarkup = isMarkup(markup, lines);
  const rows = unnumbered(inMarkup ? all.map(withoutFrame) : all);
  const layout = inMarkup ? 'html' : prevailing(lines);
  const repeats = layout !== 'space' && writesOut(rows);
  return repeats ? { layout, rows: mergedAgain(rows), repeats } : { layout, rows };
}

/** Rows as the form has them, without a column and a row that only number them. */
const unnumbered = (rows: readonly GridRow[]): readonly GridRow[] =>
  withoutColumnNumbers(withoutRowNumbers(rows));

/** A line that is a row by itself, read by its own marks: a table may change them on the way. */
function readRow(text: string, line: Line): GridRow | undefined {
  switch (line.shape) {
    case 'blank':
      return undefined;
    case 'tab':
      return tabRow(text, line);
    case 'pipe':
      return pipeRow(text, line);
    case 'text':
      return spaceRow(text, line);
  }
}

/** The notation most lines with more than one cell are written in. */
function prevailing(lines: readonly Line[]): Layout {
  let tabs = 0;
  let bars = 0;
  for (const line of lines) {
    if (line.shape === 'tab') tabs++;
    if (line.shape === 'pipe') bars++;
  }
  if (tabs === 0 && bars === 0) return 'space';
  return tabs >= bars ? 'tab' : 'pipe';
}

/** In HTML every cell begins behind its own tab, so nothing stands before the first. */
const withoutFrame = (row: GridRow): GridRow =>
  row.positional ? { ...row, cells: row.cells.slice(1) } : row;

/** Whether the tabs of these lines stand for HTML cells. */
function isMarkup(markup: readonly Span[], lines: readonly Line[]): boolean {
  const tab = lines.find(({ shape }) => shape === 'tab');
  return tab !== undefined && markup.some(({ from, to }) => from <= tab.full.from && tab.full.to <= to);
}
