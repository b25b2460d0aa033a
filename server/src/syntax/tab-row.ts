import { trimmed } from '../base/blank.ts';
import { seamsClosed } from '../base/seam.ts';
import { cellText } from './cell-text.ts';
import type { GridCell, GridRow, Line } from './tree.ts';

/** A row whose cells are parted by tabs, as tables come out of Word and spreadsheets. Every cell keeps its place. */
export function tabRow(text: string, line: Line): GridRow {
  const cells: GridCell[] = [];
  let from = line.cellsFrom ?? line.full.from;
  while (from <= line.full.to) {
    const found = text.indexOf('\t', from);
    const to = found < 0 || found > line.full.to ? line.full.to : found;
    const span = trimmed(text, from, to);
    cells.push({ span, text: cellText(seamsClosed(text.slice(span.from, span.to))) });
    from = to + 1;
  }
  return { span: line.span, full: line.full, cells, positional: true };
}
