import { isFigure } from './cell-text.ts';
import type { GridCell, Line } from './tree.ts';

/**
 * Rows out of figures that were written column by column, as a PDF is read: panels of `width` blocks of lines,
 * each block a column of as many rows, the panels in the order of the rows.
 * Undefined if the figures do not come out even.
 */
export function panelRows(
  text: string,
  lines: readonly Line[],
  width: number,
): readonly (readonly GridCell[])[] | undefined {
  const blocks = blocksOf(text, lines);
  if (blocks.length === 0 || blocks.length % width !== 0) return undefined;
  const rows: GridCell[][] = [];
  for (let at = 0; at < blocks.length; at += width) {
    const panel = blocks.slice(at, at + width);
    const height = panel[0]?.length ?? 0;
    if (panel.some((block) => block.length !== height)) return undefined;
    for (let row = 0; row < height; row++) rows.push(panel.flatMap((block) => block[row] ?? []));
  }
  return rows;
}

/** Figures on neighbouring lines; a blank line or any word parts two blocks. */
function blocksOf(text: string, lines: readonly Line[]): readonly (readonly GridCell[])[] {
  const blocks: GridCell[][] = [];
  let open: GridCell[] | undefined;
  for (const { span } of lines) {
    const words = text.slice(span.from, span.to);
    if (!isFigure(words)) {
      open = undefined;
      continue;
    }
    if (!open) {
      open = [];
      blocks.push(open);
    }
    open.push({ span, text: words });
  }
  return blocks;
}
