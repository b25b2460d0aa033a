import { cover } from '../base/span.ts';
import { isFigure, saysNothing } from './cell-text.ts';
import type { GridCell, GridRow } from './tree.ts';

/**
 * Rows out of cells that stand below each other: words begin a row, what follows up to the next words belongs to it.
 * `positional` tells whether empty cells are among them.
 */
export function rowsOf(text: string, cells: readonly GridCell[], positional: boolean): readonly GridRow[] {
  const rows: GridRow[] = [];
  let open: GridCell[] = [];
  const close = () => {
    const [first] = open;
    const last = open[open.length - 1];
    if (first && last && open.some((cell) => cell.text !== '')) {
      const span = cover(first.span, last.span);
      const words = mayContinue(first.text) || first.text === '' ? 0 : 1;
      rows.push({ span, full: lines(text, span.from, span.to), cells: open, positional, words });
    }
    open = [];
  };
  for (const cell of cells) {
    if (cell.text !== '' && !mayContinue(cell.text)) close();
    open.push(cell);
  }
  close();
  return rows;
}

/** Figures and strokes continue a row; all other words begin one. */
const mayContinue = (text: string): boolean =>
  isFigure(text) ||
  saysNothing(text) ||
  (/^(?:[〇零Oo×]|[\d０-９].*|[+＋\-－减增]\s*[\d０-９]+|[零〇一二两三四五六七八九十百千]+[件条个次])$/.test(
    text,
  ) &&
    !/^[\d０-９]{1,2}\s*[.．、]/.test(text));

function lines(text: string, from: number, to: number) {
  let start = from;
  while (start > 0 && text.charAt(start - 1) !== '\n' && text.charAt(start - 1) !== '\r') start--;
  let end = to;
  while (end < text.length && text.charAt(end) !== '\n' && text.charAt(end) !== '\r') end++;
  return { from: start, to: end };
}
