import type { SyntaxTree } from '../syntax/tree.ts';
import type { GroupTemplate, RowTemplate } from '../template/index.ts';
import type { BoundTable, RowBinding } from './report.ts';

/**
 * A row of the form written the way its neighbour is, with the figures left out; for tables whose cells keep their places.
 * The result is one line without a line break.
 */
export function blankRow(tree: SyntaxTree, table: BoundTable, row: RowTemplate): string | undefined {
  if (table.layout === 'space' || table.layout === 'lines') return undefined;
  const model = nearest(table, row);
  const label = model?.label?.pieces[model.label.pieces.length - 1];
  if (!model || !label) return undefined;
  const before = borders(tree, model.full.from, label.from);
  const behind = borders(tree, label.to, model.full.to);
  return withGroup(before, lostGroup(table, row)) + row.label + behind;
}

/** What parts the cells of a stretch, as the source has it, and the blanks around. */
function borders({ text, source }: SyntaxTree, from: number, to: number): string {
  let found = '';
  for (let at = from; at < to; at++) {
    const read = text.charAt(at);
    const written = source.charAt(at);
    if (/[\t|]/.test(read) && /[,;│┃║｜]/.test(written)) found += written;
    else if (/[\t|\s]/.test(read)) found += read;
  }
  return found;
}

type Read = Extract<RowBinding, { kind: 'read' }>;

/** The row of the form nearest to one that is missing: those whose label stands in the same column first, then those of its own group. */
function nearest(table: BoundTable, row: RowTemplate): Read | undefined {
  const { rows } = table.template;
  const read = table.rows.filter((other) => other.kind === 'read');
  const distance = ({ template }: RowBinding) =>
    Math.abs(rows.indexOf(template) - rows.indexOf(row)) +
    (template.group === row.group ? 0 : 100) +
    (depth(table, template) === depth(table, row) ? 0 : 1000);
  return [...read].sort((a, b) => distance(a) - distance(b))[0];
}

const groupOf = ({ template }: BoundTable, id: string | undefined): GroupTemplate | undefined =>
  template.groups.find((group) => group.id === id);

const depth = (table: BoundTable, row: RowTemplate): number => {
  const group = groupOf(table, row.group);
  return group === undefined ? 0 : group.parent === undefined ? 1 : 2;
};

/** The label of a group that went with its first row, and stands in the cell before. */
function lostGroup(table: BoundTable, row: RowTemplate): string | undefined {
  const group = groupOf(table, row.group);
  const first = table.template.rows.find((other) => other.group === row.group);
  if (group?.parent === undefined || first !== row) return undefined;
  return table.groups.some(({ template }) => template === group) ? undefined : group.label;
}

/** Writes a label into the last empty cell: `|  |  | ` becomes `|  | （六）其他处理 | `. */
function withGroup(before: string, label: string | undefined): string {
  const cell = /^(.*)([\t|,;│┃║｜])([^\t|,;│┃║｜]*)([\t|,;│┃║｜] *)$/s.exec(before);
  if (label === undefined || !cell) return before;
  const [, head, border = '', , end] = cell;
  return `${head}${border}${/[\t,;]/.test(border) ? label : ` ${label} `}${end}`;
}
