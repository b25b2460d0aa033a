import { editionById, type TableTemplate, tableOf } from '../../../server/src/template/index.ts';
import type { Figures } from './figures.ts';
import type { Style } from './style.ts';

/** A table as it stands on paper: each row lists the cells that begin on it. */
export interface Grid {
  readonly width: number;
  readonly rows: readonly (readonly GridCell[])[];
  /** How many rows are column headings. */
  readonly heading: number;
}

export interface GridCell {
  readonly text: string;
  /** Columns and rows that the cell takes up. */
  readonly across: number;
  readonly down: number;
  readonly kind: 'label' | 'figure';
}

/** The three tables of a report, on paper. */
export interface Grids {
  readonly disclosure: Grid;
  readonly applications: Grid;
  readonly review: Grid;
}

export function gridsOf(figures: Figures, style: Style): Grids {
  const edition = editionById(figures.edition);
  return {
    disclosure: disclosureGrid(figures, tableOf(edition, 'disclosure'), style),
    applications: applicationsGrid(figures, tableOf(edition, 'applications'), style),
    review: reviewGrid(figures, tableOf(edition, 'review'), style),
  };
}

/** The texts of a grid with every place filled: what a merged cell leaves empty is `''`. */
export function matrix(grid: Grid): string[][] {
  const places: (string | undefined)[][] = grid.rows.map(() => []);
  for (const [y, row] of grid.rows.entries()) {
    let x = 0;
    for (const { text, across, down } of row) {
      while (places[y]?.[x] !== undefined) x += 1;
      for (let dy = 0; dy < down; dy += 1) {
        for (let dx = 0; dx < across; dx += 1) {
          const line = places[y + dy];
          if (line) line[x + dx] = dx === 0 && dy === 0 ? text : '';
        }
      }
    }
  }
  const width = Math.max(grid.width, ...places.map((row) => row.length));
  return places.map((row) => Array.from({ length: width }, (_, x) => row[x] ?? ''));
}

/** The grid with its figures changed; `index` counts them from 0, row by row. */
export function mapFigures(grid: Grid, map: (text: string, index: number) => string): Grid {
  let next = 0;
  const rows = grid.rows.map((row) =>
    row.map((cell) => {
      if (cell.kind === 'label') return cell;
      next += 1;
      return { ...cell, text: map(cell.text, next - 1) };
    }),
  );
  return { ...grid, rows };
}

const label = (text: string, across = 1, down = 1): GridCell => ({ text, across, down, kind: 'label' });
const figure = (text: string, across = 1): GridCell => ({ text, across, down: 1, kind: 'figure' });

function disclosureGrid(figures: Figures, table: TableTemplate, style: Style): Grid {
  const rows: GridCell[][] = [];
  for (const group of table.groups) {
    const members = table.rows.filter((row) => row.group === group.id);
    const columns = members[0]?.columns ?? [];
    const lastAcross = 4 - columns.length;
    const across = (index: number): number => (index === columns.length - 1 ? lastAcross : 1);
    rows.push([label(style.label(group.label), 4)]);
    rows.push([
      label('信息内容'),
      ...columns.map((column, index) => label(style.label(style.columnHeading(column)), across(index))),
    ]);
    for (const row of members) {
      const values = row.columns.map(({ id, measure }, index) => {
        const value = figures.disclosure[row.id]?.[id] ?? 0;
        return figure(measure === 'count' ? style.count(Number(value)) : String(value), across(index));
      });
      rows.push([label(style.label(row.label)), ...values]);
    }
  }
  return { width: 4, rows, heading: 0 };
}

function applicationsGrid(figures: Figures, table: TableTemplate, style: Style): Grid {
  const labelOf = (group: string): string =>
    style.label(table.groups.find(({ id }) => id === group)?.label ?? '');
  const columns = table.rows[0]?.columns ?? [];
  const heading: GridCell[][] = [
    [label(style.label(table.note ?? ''), 3, 3), label(labelOf('applicants'), 7)],
    [
      label(columns[0]?.label ?? '', 1, 2),
      label(labelOf('organisations'), 5),
      label(columns[6]?.label ?? '', 1, 2),
    ],
    columns.slice(1, 6).map((column) => label(column.label)),
  ];
  const outcomes = table.rows.filter(({ id }) => !['received', 'carriedIn', 'carriedOut'].includes(id));
  const seen = new Set<string>();
  const rows = table.rows.map((row) => {
    const values = (figures.applications[row.id] ?? []).map((value) => figure(style.count(value)));
    const cells: GridCell[] = [];
    const once = (group: string, size: number): void => {
      if (!seen.has(group)) cells.push(label(labelOf(group), 1, size));
      seen.add(group);
    };
    if (!outcomes.includes(row)) return [label(style.label(row.label), 3), ...values];
    once('outcome', outcomes.length);
    if (row.group === 'outcome') return [...cells, label(style.label(row.label), 2), ...values];
    once(row.group ?? '', outcomes.filter(({ group }) => group === row.group).length);
    return [...cells, label(style.label(row.label)), ...values];
  });
  return { width: 10, rows: [...heading, ...rows], heading: 3 };
}

function reviewGrid(figures: Figures, table: TableTemplate, style: Style): Grid {
  const [first, second, third] = table.rows;
  const results = (down: number): GridCell[] =>
    (first?.columns ?? []).map((column) => label(column.label, 1, down));
  const values = table.rows.flatMap((row) => figures.review[row.id] ?? []);
  return {
    width: 15,
    rows: [
      [label(first?.label ?? '', 5), label(style.label(table.groups[0]?.label ?? ''), 10)],
      [...results(2), label(second?.label ?? '', 5), label(third?.label ?? '', 5)],
      [...results(1), ...results(1)],
      values.map((value) => figure(style.count(value))),
    ],
    heading: 3,
  };
}
