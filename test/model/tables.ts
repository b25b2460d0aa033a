import { bindReview } from '../../server/src/model/bind-review.ts';
import { bindTable } from '../../server/src/model/bind-table.ts';
import type { BoundTable, Cell, RowBinding } from '../../server/src/model/report.ts';
import { tableText } from '../../server/src/model/skeleton.ts';
import { readTableText, type TableText } from '../../server/src/model/table-text.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import {
  type EditionId,
  editionById,
  type TableId,
  type TableTemplate,
  tableOf,
} from '../../server/src/template/index.ts';

export const template = (id: TableId, edition: EditionId = '2021'): TableTemplate =>
  tableOf(editionById(edition), id);

/** A text read as the rows of a section; `→` stands for a tab. */
export function rowsOf(source: string): TableText {
  const text = source.replaceAll('→', '\t');
  const tree = parse(text);
  return readTableText(tree, tree.lines, text.length);
}

/** Figures by row and column; nought where none is given. */
export type Figures = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A statutory table with tabs, as a text. */
export const written = (id: TableId, figures: Figures = {}, edition: EditionId = '2021'): string =>
  tableText(template(id, edition), 'tab', (row, column) => figures[row.id]?.[column.id] ?? '0');

/** A text bound to a statutory table. */
export function bound(id: TableId, source: string, edition: EditionId = '2021'): BoundTable {
  const read = id === 'review' ? bindReview : bindTable;
  const table = read(rowsOf(source), template(id, edition), edition);
  if (!table) throw new Error(`no table ${id} in: ${source}`);
  return table;
}

export function rowOf({ rows }: BoundTable, id: string): RowBinding {
  const row = rows.find((one) => one.template.id === id);
  if (!row) throw new Error(`no row ${id}`);
  return row;
}

/** What stands in the cells of a row, as far as each has a certain place. */
export function figuresOf(table: BoundTable, id: string): readonly string[] | undefined {
  const row = rowOf(table, id);
  return row.kind === 'read' || row.kind === 'miscounted' ? row.cells?.map(shown) : undefined;
}

export const shown = ({ quantity }: Cell): string =>
  quantity.kind === 'number' ? quantity.printed : quantity.kind === 'blank' ? '·' : `?${quantity.text}`;
