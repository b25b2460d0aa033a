import { trimmed } from '../base/blank.ts';
import { cover, type Span } from '../base/span.ts';
import { endsCell } from './cell-text.ts';
import type { GridCell, Line } from './tree.ts';

/** Below this share of lines with several cells, bars part lines and not columns. */
const fewRows = 0.25;
const enoughLines = 6;

/**
 * Whether a table is written one cell a line, the cells ended by bars:
 * `规章 |` and `0 |` below each other, a lone `|` for an empty cell, `|||` for columns a row lacks.
 */
export function isBarLines(text: string, lines: readonly Line[]): boolean {
  let barred = 0;
  let rows = 0;
  for (const line of lines) {
    if (line.shape !== 'pipe') continue;
    barred++;
    if (cellsOf(text, line) > 1) rows++;
  }
  return barred >= enoughLines && rows < barred * fewRows;
}

function cellsOf(text: string, { span }: Line): number {
  return text
    .slice(span.from, span.to)
    .split('|')
    .filter((part) => part.trim() !== '').length;
}

/** The cells of such a table in the order of the text, empty ones included. */
export function barCells(text: string, lines: readonly Line[]): readonly GridCell[] {
  const cells: GridCell[] = [];
  let open: Span | undefined;
  const close = (empty: number) => {
    const span = open ?? { from: empty, to: empty };
    cells.push({ span, text: text.slice(span.from, span.to) });
    open = undefined;
  };
  for (const line of lines) {
    let from = line.full.from;
    for (let at = from; at <= line.full.to; at++) {
      const bar = text.charAt(at) === '|' && at < line.full.to;
      if (!bar && at < line.full.to) continue;
      const piece = trimmed(text, from, at);
      if (piece.from < piece.to) {
        if (open && endsCell(text.slice(open.from, open.to), text.slice(piece.from, piece.to))) close(at);
        open = open ? cover(open, piece) : piece;
      }
      if (bar) close(at);
      from = at + 1;
    }
  }
  if (open) close(open.to);
  return cells;
}
