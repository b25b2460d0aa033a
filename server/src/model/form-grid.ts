import type { ColumnTemplate, GroupTemplate, RowTemplate, TableTemplate } from '../template/index.ts';

/** A statutory table as it is printed: each row lists the cells that begin on it. */
export interface FormGrid {
  readonly width: number;
  /** How many columns at the left hold labels. */
  readonly labels: number;
  readonly rows: readonly (readonly FormCell[])[];
}

export interface FormCell {
  readonly text: string;
  /** Columns and rows that the cell takes up. */
  readonly across: number;
  readonly down: number;
  readonly part: FormPart;
}

/** What part of the form a cell prints. */
export type FormPart =
  | { readonly kind: 'note' | 'blank' }
  /** `corner`: the words above the row labels of a block of table two, `信息内容`. */
  | { readonly kind: 'group' | 'corner'; readonly group: GroupTemplate }
  /** Above a block of rows: a group of table two, a row of table four. */
  | { readonly kind: 'heading'; readonly column: ColumnTemplate; readonly block: string | undefined }
  | { readonly kind: 'label'; readonly row: RowTemplate }
  | { readonly kind: 'figure'; readonly row: RowTemplate; readonly column: ColumnTemplate };

export const isFigure = ({ part }: FormCell): boolean => part.kind === 'figure';

/** What a table is written with. */
export interface FormWords {
  /** The rows of the form that are there. */
  readonly rows: readonly RowTemplate[];
  /** The words of a part; empty if it is not there. */
  readonly of: (part: FormPart) => string;
}

/** A table of the form with cells that are merged as the form prints them. */
export function formGrid(table: TableTemplate, words: FormWords): FormGrid {
  switch (table.id) {
    case 'disclosure':
      return disclosureGrid(table, words);
    case 'applications':
      return applicationsGrid(table, words);
    case 'review':
      return reviewGrid(table, words);
  }
}

/** The texts of a grid with every place filled: what a merged cell takes up besides its first place is empty. */
export function placesOf({ width, rows }: FormGrid): readonly (readonly string[])[] {
  const places: (string | undefined)[][] = rows.map(() => []);
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const { text, across, down } of row) {
      while (places[y]?.[x] !== undefined) x++;
      for (let line = y; line < y + down; line++)
        for (let column = x; column < x + across; column++) {
          const cells = places[line];
          if (cells) cells[column] = line === y && column === x ? text : '';
        }
    }
  }
  return places.map((row) => Array.from({ length: width }, (_, x) => row[x] ?? ''));
}

const cell = (words: FormWords, part: FormPart, across = 1, down = 1): FormCell => ({
  text: words.of(part),
  across,
  down,
  part,
});

const groupPart = (group: GroupTemplate): FormPart => ({ kind: 'group', group });
const labelPart = (row: RowTemplate): FormPart => ({ kind: 'label', row });
const headingPart = (column: ColumnTemplate, block?: string): FormPart => ({
  kind: 'heading',
  column,
  block,
});

/** Table two stacks blocks of its own columns: `第二十条第（一）项`, the column headings, the rows. */
function disclosureGrid(table: TableTemplate, words: FormWords): FormGrid {
  const width = 1 + Math.max(...table.rows.map(({ columns }) => columns.length));
  const rows = table.groups.flatMap((block) => {
    const columns = table.rows.find(({ group }) => group === block.id)?.columns ?? [];
    // The last column takes up what is left, so that all blocks are equally wide.
    const across = (at: number) => (at === columns.length - 1 ? width - columns.length : 1);
    const headings = columns.map((column, at) => cell(words, headingPart(column, block.id), across(at)));
    const members = words.rows.filter(({ group }) => group === block.id);
    return [
      [cell(words, groupPart(block), width)],
      [cell(words, { kind: 'corner', group: block }), ...headings],
      ...members.map((row) => [cell(words, labelPart(row)), ...figures(row, words, across)]),
    ].filter((cells) => cells.some((one) => one.text !== '' || isFigure(one)));
  });
  return { width, labels: 1, rows };
}

const figures = (row: RowTemplate, words: FormWords, across: (at: number) => number): FormCell[] =>
  row.columns.map((column, at) => cell(words, { kind: 'figure', row, column }, across(at)));

/** The same without the headings that join others: Markdown can have but one line of headings. */
export function withOneHeading(table: TableTemplate, words: FormWords): FormGrid {
  const grid = formGrid(table, words);
  if (table.headings !== 'table') return grid;
  const columns = (table.rows[0]?.columns ?? []).map((column) => headingPart(column));
  const blank: FormPart = { kind: 'blank' };
  const parts: readonly FormPart[] = [{ kind: 'note' }, blank, blank, ...columns];
  const headings = parts.map((part) => cell(words, part));
  return { ...grid, rows: [headings, ...grid.rows.slice(linesOfHeadings)] };
}

const linesOfHeadings = 3;

/** Three columns of labels, merged over rows and columns, and one for each kind of applicant. */
function applicationsGrid(table: TableTemplate, words: FormWords): FormGrid {
  const columns = table.rows[0]?.columns ?? [];
  const printed = new Set<string>();
  const rows = words.rows.map((row) => {
    const groups = chainOf(table, row.group).filter(({ id }) => !printed.has(id));
    for (const { id } of groups) printed.add(id);
    const merged = groups.map((group) => cell(words, groupPart(group), 1, membersOf(table, words, group)));
    const own = cell(words, labelPart(row), 3 - chainOf(table, row.group).length);
    return [...merged, own, ...figures(row, words, () => 1)];
  });
  return { width: 3 + columns.length, labels: 3, rows: [...applicantHeadings(table, words), ...rows] };
}

/** How many of the rows that are there stand in a group or in a group within it. */
const membersOf = (table: TableTemplate, { rows }: FormWords, group: GroupTemplate): number =>
  rows.filter((row) => chainOf(table, row.group).includes(group)).length;

/** The note beside three lines of headings, the innermost below those that join them. */
function applicantHeadings(table: TableTemplate, words: FormWords): readonly (readonly FormCell[])[] {
  const columns = table.rows[0]?.columns ?? [];
  const inner = columns.find(({ group }) => chainOf(table, group).length > 1)?.group;
  const [outermost, innermost] = chainOf(table, inner);
  const joined = columns.filter(({ group }) => group === inner);
  const heading = (column: ColumnTemplate, down: number) => cell(words, headingPart(column), 1, down);
  const middle = columns.flatMap((column) => {
    if (column.group !== inner) return [heading(column, 2)];
    return column === joined[0] && innermost ? [cell(words, groupPart(innermost), joined.length)] : [];
  });
  return [
    [
      cell(words, { kind: 'note' }, 3, 3),
      cell(words, outermost ? groupPart(outermost) : { kind: 'blank' }, columns.length),
    ],
    middle,
    joined.map((column) => heading(column, 1)),
  ];
}

/** Table four is one line of figures: its three rows side by side below their headings. */
function reviewGrid(table: TableTemplate, words: FormWords): FormGrid {
  const width = (row: RowTemplate): number => row.columns.length;
  const headings = (row: RowTemplate, down: number) =>
    row.columns.map((column) => cell(words, headingPart(column, row.id), 1, down));
  const inside = (group: GroupTemplate) => table.rows.filter((row) => row.group === group.id);
  const top = table.rows.flatMap((row) => {
    const group = table.groups.find(({ id }) => id === row.group);
    if (!group) return [cell(words, labelPart(row), width(row))];
    const members = inside(group);
    const across = members.reduce((sum, member) => sum + width(member), 0);
    return members[0] === row ? [cell(words, groupPart(group), across)] : [];
  });
  const rows = [
    top,
    table.rows.flatMap((row) =>
      row.group === undefined ? headings(row, 2) : [cell(words, labelPart(row), width(row))],
    ),
    table.rows.flatMap((row) => (row.group === undefined ? [] : headings(row, 1))),
    table.rows.flatMap((row) => figures(row, words, () => 1)),
  ];
  return { width: table.rows.reduce((sum, row) => sum + width(row), 0), labels: 0, rows };
}

/** The groups a row or column stands in, the outermost first. */
export function chainOf(table: TableTemplate, id: string | undefined): readonly GroupTemplate[] {
  const group = table.groups.find((candidate) => candidate.id === id);
  return group ? [...chainOf(table, group.parent), group] : [];
}
