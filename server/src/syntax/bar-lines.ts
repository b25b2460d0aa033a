import { trimmed } from '../base/blank.ts';
import { seamsClosed } from '../base/seam.ts';
import { cover, type Span } from '../base/span.ts';
import { cellText, endsCell, isFigure } from './cell-text.ts';
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
    cells.push({ span, text: cellText(seamsClosed(text.slice(span.from, span.to))) });
    open = undefined;
  };
  for (const line of lines) {
    let from = line.cellsFrom ?? line.full.from;
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

const pageNumber = /^[1-9]\d{0,2}$/;

/**
 * Numbers without a bar between two rows of such a table, where every figure has one: pages end there.
 * Before another figure it may be the first half of that one, and stays.
 */
export function strayNumbers(text: string, lines: readonly Line[]): readonly Line[] {
  const filled = lines.filter(({ shape }) => shape !== 'blank');
  const words = ({ span }: Line) => text.slice(span.from, span.to);
  const startsBarred = (line: Line | undefined): boolean => line !== undefined && words(line).startsWith('|');
  const isOpen = (line: Line): boolean => line.shape === 'text' && isFigure(words(line));
  const barred = filled.filter((line) => line.shape === 'pipe' && isFigure(unbarred(words(line)))).length;
  const unlike = filled.filter((line, at) => isOpen(line) && startsBarred(filled[at + 1])).length;
  return filled.filter((line, at) => {
    if (line.shape !== 'text' || line.span.to - line.span.from > 3 || !pageNumber.test(words(line)))
      return false;
    const [before, next] = [filled[at - 1], filled[at + 1]];
    if (!before || !words(before).endsWith('|')) return false;
    if (next && isFigure(unbarred(words(next)))) return false;
    // Where most cells have their bar on a line of its own behind them, that one belongs to the figure.
    return barred > unlike || !startsBarred(next);
  });
}

const unbarred = (words: string): string => words.replace(/[\s|]+$/, '');
