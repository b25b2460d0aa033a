import type { Rebuilt } from '../analysis/format/blocks.ts';
import type { Span } from '../base/span.ts';
import { formGrid, isFigure } from '../model/form-grid.ts';
import type { GridCell } from '../syntax/tree.ts';
import type { Mark, Marker } from './preview-marks.ts';

/** A cell of a table as it is printed. */
export interface PreviewCell {
  readonly text: string;
  /** Columns and rows that it takes up. */
  readonly across: number;
  readonly down: number;
  /** What it is the heading of; undefined for a figure, and for a table whose headings are not known. */
  readonly head: 'col' | 'colgroup' | 'row' | 'rowgroup' | undefined;
  /** Where it stands in the text; undefined for words that stand nowhere. */
  readonly span: Span | undefined;
  readonly marks: readonly Mark[];
}

/** The rows of a table in the layout of the form. */
export function formRows(
  { table, words, piecesOf }: Pick<Rebuilt, 'table' | 'words' | 'piecesOf'>,
  marks: Marker,
): readonly (readonly PreviewCell[])[] {
  return formGrid(table.template, words).rows.map((cells) => {
    const side = cells.some(isFigure) ? 'row' : 'col';
    return cells.map((cell) => {
      const { text, across, down, part } = cell;
      const pieces = piecesOf(part);
      const [first] = pieces;
      const joined = side === 'row' ? down > 1 : across > 1;
      const head = isFigure(cell) ? undefined : joined ? (`${side}group` as const) : side;
      return { text, across, down, head, span: first, marks: marks.on(pieces) };
    });
  });
}

/** Rows as they were found; whichever are shorter take up the rest with their last cell. */
export function foundRows(
  rows: readonly (readonly Pick<GridCell, 'text' | 'span'>[])[],
  marks: Marker,
): readonly (readonly PreviewCell[])[] {
  const width = Math.max(...rows.map((cells) => cells.length));
  return rows.map((cells) =>
    cells.map(({ text, span }, at) => ({
      text,
      across: at === cells.length - 1 ? width - at : 1,
      down: 1,
      head: undefined,
      span,
      marks: marks.on([span]),
    })),
  );
}
