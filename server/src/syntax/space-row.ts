import { isBlank } from '../base/blank.ts';
import type { GridCell, GridRow, Line } from './tree.ts';

/** More words than this on one line are prose. */
const mostWords = 40;

/**
 * A row parted by blanks only, as text comes out of a PDF: every word a cell.
 * Empty cells have vanished, so the cells do not keep their places.
 */
export function spaceRow(text: string, line: Line): GridRow {
  const cells: GridCell[] = [];
  let at = line.span.from;
  while (at < line.span.to && cells.length < mostWords) {
    let end = at;
    while (end < line.span.to && !isBlank(text.charCodeAt(end))) end++;
    cells.push({ span: { from: at, to: end }, text: text.slice(at, end) });
    at = end;
    while (at < line.span.to && isBlank(text.charCodeAt(at))) at++;
  }
  return { span: line.span, full: line.full, cells, positional: false };
}
