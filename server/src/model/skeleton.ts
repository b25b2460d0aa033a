import type { ColumnTemplate, RowTemplate, TableTemplate } from '../template/index.ts';
import { type FormWords, formGrid, placesOf, withOneHeading } from './form-grid.ts';

/** How a new table is written down: Markdown bars, or tabs as word processors copy them. */
export type Notation = 'pipe' | 'tab';

/** The figure of a cell as text; a skeleton to be filled in has blanks, never zeros. */
export type Fill = (row: RowTemplate, column: ColumnTemplate) => string;

const blank: Fill = () => '';

/** A statutory table of the form as text of several lines, without a line break at its end. */
export function tableText(table: TableTemplate, notation: Notation, fill: Fill = blank): string {
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
const statutoryWords = (table: TableTemplate, fill: Fill): FormWords => ({
  note: table.note ?? '',
  rows: table.rows,
  group: ({ label }) => label,
  corner: () => '信息内容',
  heading: ({ label }) => label,
  label: ({ label }) => label,
  figure: fill,
});
