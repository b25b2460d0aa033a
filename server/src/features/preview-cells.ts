import type { Rebuilt } from '../analysis/format/blocks.ts';
import type { Span } from '../base/span.ts';
import { type FormCell, formGrid, isFigure } from '../model/form-grid.ts';
import { statutoryWords } from '../model/skeleton.ts';
import type { GridCell } from '../syntax/tree.ts';
import type { RowTemplate } from '../template/index.ts';
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
  unread: Unread = () => undefined,
): readonly (readonly PreviewCell[])[] {
  const own = statutoryWords(table.template, () => '');
  return formGrid(table.template, words).rows.map((cells) => {
    const side = cells.some(isFigure) ? 'row' : 'col';
    return joined(cells, unread).map((cell) => {
      if ('asFound' in cell) return cell.asFound;
      const { across, down, part } = cell;
      // Markdown has but one line of headings; what stands above them is known all the same.
      const text = cell.text === '' && !isFigure(cell) ? own.of(part) : cell.text;
      const pieces = piecesOf(part);
      const [first] = pieces;
      const merged = side === 'row' ? down > 1 : across > 1;
      const head = isFigure(cell) ? undefined : merged ? (`${side}group` as const) : side;
      return { text, across, down, head, span: first, marks: marks.on(pieces) };
    });
  });
}

/** What stands in a row whose figures cannot be told apart; undefined for a row that was read. */
export type Unread = (row: RowTemplate) => Pick<PreviewCell, 'text' | 'span' | 'marks'> | undefined;

/** The cells of a row, those of unread figures as one: which of them is which is what nobody knows. */
function joined(
  cells: readonly FormCell[],
  unread: Unread,
): readonly (FormCell | { readonly asFound: PreviewCell })[] {
  const told = new Set<RowTemplate>();
  return cells.flatMap((cell): readonly (FormCell | { readonly asFound: PreviewCell })[] => {
    const row = cell.part.kind === 'figure' ? cell.part.row : undefined;
    const found = row && unread(row);
    if (!row || !found) return [cell];
    if (told.has(row)) return [];
    told.add(row);
    const own = cells.filter(({ part }) => part.kind === 'figure' && part.row === row);
    const across = own.reduce((sum, one) => sum + one.across, 0);
    return [{ asFound: { ...found, across, down: 1, head: undefined } }];
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
