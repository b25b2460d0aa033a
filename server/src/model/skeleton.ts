import type { ColumnTemplate, GroupTemplate, RowTemplate, TableTemplate } from '../template/index.ts';

/** How a new table is written down: Markdown bars, or tabs as word processors copy them. */
export type Notation = 'pipe' | 'tab';

/** The figure of a cell as text; a skeleton to be filled in has blanks, never zeros. */
export type Fill = (row: RowTemplate, column: ColumnTemplate) => string;

const blank: Fill = () => '';

/** A statutory table of the form as text of several lines, without a line break at its end. */
export function tableText(table: TableTemplate, notation: Notation, fill: Fill = blank): string {
  const grid = gridOf(table, notation, fill);
  const width = Math.max(...grid.map((cells) => cells.length));
  const padded = grid.map((cells) => [...cells, ...Array<string>(width - cells.length).fill('')]);
  if (notation === 'tab') return padded.map((cells) => cells.join('\t')).join('\n');
  const lines = padded.map((cells) => `| ${cells.join(' | ')} |`);
  return [...lines.slice(0, 1), `|${'---|'.repeat(width)}`, ...lines.slice(1)].join('\n');
}

type Cells = readonly string[];

function gridOf(table: TableTemplate, notation: Notation, fill: Fill): readonly Cells[] {
  switch (table.id) {
    case 'disclosure':
      return table.groups.flatMap((block) => blockOf(table, block, fill));
    case 'applications':
      return [...applicantHeader(table, notation), ...applicationRows(table, fill)];
    case 'review':
      return reviewGrid(table, fill);
  }
}

/** Table two stacks blocks of its own columns: `第二十条第（一）项`, the column labels, the rows. */
function blockOf(table: TableTemplate, block: GroupTemplate, fill: Fill): readonly Cells[] {
  const rows = table.rows.filter((row) => row.group === block.id);
  const columns = rows[0]?.columns ?? [];
  return [
    [block.label],
    ['信息内容', ...columns.map(({ label }) => label)],
    ...rows.map((row) => [row.label, ...row.columns.map((column) => fill(row, column))]),
  ];
}

/** A Markdown table can have but one header line; elsewhere the header stands as the form prints it. */
function applicantHeader(table: TableTemplate, notation: Notation): readonly Cells[] {
  const columns = table.rows[0]?.columns ?? [];
  const corner = [table.note ?? '', '', ''];
  if (notation === 'pipe') return [[...corner, ...columns.map(({ label }) => label)]];
  const groups = (depth: number) =>
    table.groups.filter(({ id }) => columnDepth(table, columns, id) === depth);
  const [outer] = groups(0);
  const [inner] = groups(1);
  const first = columns.findIndex(({ group }) => group === inner?.id);
  return [
    [...corner, outer?.label ?? ''],
    ['', '', '', ...columns.map((column, at) => innerLabel(column, at === first ? inner : undefined, outer))],
    ['', '', '', ...columns.map((column) => (column.group === inner?.id ? column.label : ''))],
  ];
}

function innerLabel(
  column: ColumnTemplate,
  starts: GroupTemplate | undefined,
  outer: GroupTemplate | undefined,
): string {
  return starts?.label ?? (column.group === outer?.id ? column.label : '');
}

function columnDepth(
  table: TableTemplate,
  columns: readonly ColumnTemplate[],
  id: string,
): number | undefined {
  if (!columns.some(({ group }) => group === id)) return undefined;
  return table.groups.find((group) => group.id === id)?.parent === undefined ? 0 : 1;
}

/** Three label columns; a group's label stands in its first row only, as merged cells are copied. */
function applicationRows(table: TableTemplate, fill: Fill): readonly Cells[] {
  const printed = new Set<string>();
  const once = (label: string): string => {
    if (printed.has(label)) return '';
    printed.add(label);
    return label;
  };
  return table.rows.map((row) => {
    const labels = [...chainOf(table, row.group).map(once), row.label];
    const padding = Array<string>(3 - labels.length).fill('');
    return [...labels, ...padding, ...row.columns.map((column) => fill(row, column))];
  });
}

/** Table four is one line of figures: its three rows side by side. */
function reviewGrid(table: TableTemplate, fill: Fill): readonly Cells[] {
  const width = (row: RowTemplate): number => row.columns.length;
  const across = (cells: (row: RowTemplate) => Cells): Cells => table.rows.flatMap(cells);
  const headed = (row: RowTemplate, text: string): Cells => [text, ...Array<string>(width(row) - 1).fill('')];
  const labels = (row: RowTemplate): Cells => row.columns.map(({ label }) => label);
  const groups = new Set<string>();
  const outer = (row: RowTemplate): string => {
    const group = table.groups.find(({ id }) => id === row.group);
    if (!group) return row.label;
    if (groups.has(group.id)) return '';
    groups.add(group.id);
    return group.label;
  };
  return [
    across((row) => headed(row, outer(row))),
    across((row) => (row.group === undefined ? labels(row) : headed(row, row.label))),
    across((row) => (row.group === undefined ? headed(row, '') : labels(row))),
    across((row) => row.columns.map((column) => fill(row, column))),
  ];
}

/** The labels of the groups a row stands in, the outermost first. */
function chainOf(table: TableTemplate, id: string | undefined): readonly string[] {
  const group = table.groups.find((candidate) => candidate.id === id);
  return group ? [...chainOf(table, group.parent), group.label] : [];
}
