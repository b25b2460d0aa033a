import { displayWidth } from '../../base/width.ts';
import { type FormGrid, formGrid, isFigure, placesOf, withOneHeading } from '../../model/form-grid.ts';
import type { Rebuilt } from './blocks.ts';

/** A table as lines of Markdown, with the bars below each other: labels to the left, figures to the right. */
export function markdownTable({ table, words }: Pick<Rebuilt, 'table' | 'words'>): readonly string[] {
  const { template } = table;
  const joined =
    template.headings === 'table' && template.groups.some((group) => isAbove(template, group.id));
  const named = template.groups.some(
    (group) => isAbove(template, group.id) && words.of({ kind: 'group', group }) !== '',
  );
  const grid = joined && !named ? withOneHeading(template, words) : formGrid(template, words);
  const rows = placesOf(grid).map((cells) => cells.map(escaped));
  return aligned(grid, isHeaded(grid) ? rows : [Array<string>(grid.width).fill(''), ...rows]);
}

const isAbove = (template: Rebuilt['table']['template'], id: string): boolean =>
  template.rows.some(({ columns }) => columns.some(({ group }) => group === id)) ||
  template.groups.some(({ id: inner, parent }) => parent === id && isAbove(template, inner));

/** The first line of a Markdown table is its heading, so it must not be a row of figures. */
const isHeaded = ({ rows: [first = []] }: FormGrid): boolean => !first.some(isFigure);

/** A bar inside a cell would end it. */
const escaped = (text: string): string => text.replace(/(?<!\\)\|/g, '\\|');

/** Markdown wants three strokes below a heading. */
const narrowest = 3;

function aligned({ width, labels }: FormGrid, rows: readonly (readonly string[])[]): readonly string[] {
  const widths = Array.from({ length: width }, (_, at) =>
    Math.max(narrowest, ...rows.map((cells) => displayWidth(cells[at] ?? ''))),
  );
  const line = (cells: readonly string[]) =>
    `| ${widths.map((columns, at) => padded(cells[at] ?? '', columns, at < labels)).join(' | ')} |`;
  const strokes = widths.map((columns, at) =>
    at < labels ? '-'.repeat(columns) : `${'-'.repeat(columns - 1)}:`,
  );
  const [heading = [], ...rest] = rows;
  return [line(heading), line(strokes), ...rest.map(line)];
}

function padded(text: string, columns: number, left: boolean): string {
  const blanks = ' '.repeat(columns - displayWidth(text));
  return left ? text + blanks : blanks + text;
}
