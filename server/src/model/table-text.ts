import type { Span } from '../base/span.ts';
import { readGrid } from '../syntax/grid.ts';
import { panelRows } from '../syntax/panels.ts';
import { tabRow } from '../syntax/tab-row.ts';
import type { GridCell, GridRow, Layout, Line, SyntaxTree } from '../syntax/tree.ts';
import { readFigure } from './figure.ts';
import { type Item, toItem } from './items.ts';
import { isPageNumber } from './page-line.ts';

/** The rows of one section's text, ready to be matched with a table of the form. */
export interface TableText {
  readonly layout: Layout;
  readonly items: readonly Item[];
  /** Rows of cells without a word or a figure in them, which are still to be filled in. */
  readonly unfilled: readonly Item[];
  /** The figures as rows, if they stand column by column in a table of so many columns; looked for when asked. */
  readonly panels: (width: number) => readonly (readonly GridCell[])[] | undefined;
  /** Numbers on lines of their own that are no cells. */
  readonly strays: readonly Span[];
  /** Whether merged cells are written out in every place they take up, so that figures may stand for several. */
  readonly repeats: boolean;
  /** Where the text of the section ends. */
  readonly end: number;
}

/** A page number between two rows, as texts from PDF have it, is no part of the table. */
export function readTableText(tree: SyntaxTree, all: readonly Line[], end: number): TableText {
  const lines = all.filter(({ shape, span }) => shape !== 'text' || !isPageNumber(tree.text, span));
  const grid = readGrid(tree, lines);
  const items = grid.rows.flatMap((row) => {
    const item = toItem(row);
    return item ? [item] : [];
  });
  return {
    layout: grid.layout,
    items,
    unfilled: unfilledRows(tree, lines, grid.rows),
    strays: grid.strays ?? [],
    repeats: grid.repeats ?? false,
    panels: (width) => (grid.layout === 'lines' ? panelRows(tree.text, lines, width) : undefined),
    end,
  };
}

/** Strokes and words for nothing are short, so anything longer need not be read. */
const isUnfilled = ({ text }: GridCell): boolean =>
  text === '' || (text.length < 8 && readFigure(text, 'count').kind === 'blank');

/** Nothing but tabs looks like a blank line as long as nobody expects a row there. */
function unfilledRows(
  { text }: SyntaxTree,
  lines: readonly Line[],
  rows: readonly GridRow[],
): readonly Item[] {
  const tabs = lines.filter(
    ({ shape, full }) => shape === 'blank' && text.slice(full.from, full.to).includes('\t'),
  );
  return [...rows, ...tabs.map((line) => tabRow(text, line))].flatMap((row) => {
    if (!row.positional || !row.cells.every(isUnfilled)) return [];
    const { span, full, cells } = row;
    return [
      { span, full, labels: [], words: [], values: cells, positional: true, width: cells.length, figures: 0 },
    ];
  });
}
