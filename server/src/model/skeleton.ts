import { lazy } from '../base/lazy.ts';
import { remembered } from '../base/remembered.ts';
import type { ColumnTemplate, RowTemplate, TableTemplate } from '../template/index.ts';
import { type FormWords, formGrid, placesOf, withOneHeading } from './form-grid.ts';

/** How a new table is written down: Markdown bars, or tabs as word processors copy them. */
export type Notation = 'pipe' | 'tab';

/** The figure of a cell as text; a skeleton to be filled in has blanks, never zeros. */
export type Fill = (row: RowTemplate, column: ColumnTemplate) => string;

const blank: Fill = () => '';

/** A statutory table of the form with every figure left blank, as text of several lines without a line break at its end. */
export const blankTable = (table: TableTemplate, notation: Notation): string =>
  blankTables(table)[notation]();

/** The form is a constant, so each is written once. */
const blankTables = remembered((table: TableTemplate) => ({
  pipe: lazy(() => tableText(table, 'pipe', blank)),
  tab: lazy(() => tableText(table, 'tab', blank)),
}));

/** The same with figures. */
export function tableText(table: TableTemplate, notation: Notation, fill: Fill): string {
  const words = statutoryWords(table, fill);
  if (notation === 'tab')
    return placesOf(formGrid(table, words))
      .map((cells) => cells.join('\t'))
      .join('\n');
  const grid = withOneHeading(table, words);
  const [heading, ...rows] = placesOf(grid);
  const line = (cells: readonly string[] = []) => `| ${cells.join(' | ')} |`;
  return [line(heading), `|${'---|'.repeat(grid.width)}`, ...rows.map(line)].join('\n');
}

/** The form's own words. */
export const statutoryWords = (table: TableTemplate, fill: Fill): FormWords => ({
  rows: table.rows,
  of: (part) => {
    switch (part.kind) {
      case 'note':
        return table.note ?? '';
      case 'blank':
        return '';
      case 'corner':
        return '信息内容';
      case 'group':
        return part.group.label;
      case 'heading':
        return part.column.label;
      case 'label':
        return part.row.label;
      case 'figure':
        return fill(part.row, part.column);
    }
  },
});
