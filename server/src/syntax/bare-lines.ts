import { seamsClosed } from '../base/seam.ts';
import { isMeasured } from './cell-text.ts';
import type { GridCell, Line } from './tree.ts';

const enoughFigures = 8;

/** So many of them in a row are the figures of a row, however few there are in all. */
const figuresOfRow = 3;

/**
 * Whether a table is written one cell a line without any mark, as web pages are copied:
 * many lines hold a figure alone, and hardly any a label with figures. Empty cells have vanished.
 */
export function isBareLines(text: string, lines: readonly Line[]): boolean {
  let alone = 0;
  let rows = 0;
  let run = 0;
  let longest = 0;
  for (const line of lines) {
    if (line.shape === 'blank') continue;
    if (!isOneCell(text, line)) return false;
    const words = seamsClosed(text.slice(line.span.from, line.span.to));
    run = isMeasured(words) ? run + 1 : 0;
    longest = Math.max(longest, run);
    if (run > 0) alone++;
    else if (/\s[\d０-９]+(?:\s+[\d０-９]+)+$/.test(words.slice(-40))) rows++;
  }
  return (alone >= enoughFigures || longest >= figuresOfRow) && rows * 4 < alone;
}

/** A tab in front of the only words of a line, or behind them, parts nothing. */
const isOneCell = (text: string, { shape, span }: Line): boolean =>
  shape === 'text' || (shape === 'tab' && !text.slice(span.from, span.to).includes('\t'));

/** The cells of such a table in the order of the text. */
export function bareCells(text: string, lines: readonly Line[]): readonly GridCell[] {
  return lines.flatMap(({ shape, span }) =>
    shape === 'blank' ? [] : [{ span, text: seamsClosed(text.slice(span.from, span.to)) }],
  );
}
