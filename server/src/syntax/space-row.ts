import { isBlank } from '../base/blank.ts';
import { seam, seamsClosed } from '../base/seam.ts';
import { cellText } from './cell-text.ts';
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
    while (end < line.span.to && !parts(text, end)) end++;
    const word = seamsClosed(text.slice(at, end));
    // A program that prints its table says so where it has nothing; here empty cells have vanished.
    if (cellText(word) !== '') cells.push({ span: { from: at, to: end }, text: word });
    at = end;
    while (at < line.span.to && parts(text, at)) at++;
  }
  return { span: line.span, full: line.full, cells, positional: false };
}

/** A seam within a word parts nothing. */
const parts = (text: string, at: number): boolean => isBlank(text.charCodeAt(at)) && text.charAt(at) !== seam;
