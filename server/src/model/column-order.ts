import { type Message, say } from '../base/message.ts';
import { contains } from '../base/span.ts';
import type { ColumnTemplate, RowTemplate } from '../template/index.ts';
import { sumsOf } from './identities.ts';
import type { Item } from './items.ts';
import type { BoundTable, Cell, LabelFound, RowBinding } from './report.ts';

const elsewhere: Message = say('表头各列的次序与格式不同，无法按列对应');

/**
 * Takes figures back if their headings stand in another order than the form has them, as with the total in front:
 * what is read by its place would go under the wrong heading.
 */
export function inFormOrder(table: BoundTable, headings: readonly Item[]): BoundTable {
  const moved = movedRows(table, headings);
  if (moved.length === 0) return table;
  const rows = table.rows.map(
    (row): RowBinding =>
      row.kind === 'missing' || !moved.includes(row.template)
        ? row
        : { kind: 'unreadable', template: row.template, span: row.span, reason: elsewhere },
  );
  return { ...table, rows };
}

/** The rows of the form whose columns stand in another order. */
function movedRows(table: BoundTable, headings: readonly Item[]): readonly RowTemplate[] {
  const { rows, headings: kind } = table.template;
  if (!table.header.readable && (kind === 'table' || !isInLines(table))) return [];
  if (kind !== 'table') return rows.filter((row) => isMixed(table, row));
  const order = orderOf(table, headings);
  return order === 'form' || (order === 'open' && !hasTotalInFront(table)) ? [] : rows;
}

/** Whether the headings of a row, or of blocks of them, are all there, but not one behind the other. */
function isMixed(table: BoundTable, { columns }: RowTemplate): boolean {
  const { labels, missing, doubled } = table.header;
  if (doubled.length > 0 || labels.some(({ pieces }) => pieces.length > 1)) return false;
  const own = columns.map(({ label }) => label);
  const found = inTextOrder(labels).flatMap(({ template }) => {
    const at = own.indexOf(template.label);
    return at < 0 ? [] : [at];
  });
  if (missing.length === 0) return found.some((at, place) => at !== place % own.length);
  // Below each other the last heading stands before the figures; without it the others still show where they begin.
  const [start = 0] = found;
  const whole = found.length === table.template.rows.length * own.length - 1;
  return whole && start > 0 && found.every((at, place) => at === (start + place) % own.length);
}

const isInLines = ({ layout }: BoundTable): boolean => layout === 'lines' || layout === 'bar-lines';

const inTextOrder = (labels: readonly LabelFound<ColumnTemplate>[]): readonly LabelFound<ColumnTemplate>[] =>
  labels.toSorted((a, b) => a.span.from - b.span.from);

/** Open where the total is written in a row above the others: it may stand in front of them or behind. */
function orderOf(table: BoundTable, headings: readonly Item[]): 'form' | 'other' | 'open' {
  const { template, header } = table;
  const columns = template.rows[0]?.columns ?? [];
  const last = columns[columns.length - 1];
  const labels = inTextOrder(header.labels.filter(({ pieces }) => pieces.length === 1));
  const inOneRow = (one: LabelFound<ColumnTemplate>, other: LabelFound<ColumnTemplate>): boolean =>
    headings.some(({ span }) => contains(span, one.span) && contains(span, other.span));
  let order: 'form' | 'other' | 'open' = 'form';
  for (const [at, label] of labels.entries()) {
    for (const later of labels.slice(at + 1)) {
      if (columns.indexOf(label.template) <= columns.indexOf(later.template)) continue;
      const total = label.template === last;
      if (inOneRow(label, later) || (isInLines(table) && !total)) return 'other';
      if (total && later.template === columns[0]) order = 'open';
    }
  }
  return order;
}

/** Whether sums are broken as the table is read, and all come out with the first figure of each row as its total. */
function hasTotalInFront(table: BoundTable): boolean {
  const broken = (one: BoundTable) =>
    sumsOf(one)
      .broken()
      .filter(({ identity }) => identity.axis === 'column');
  if (broken(table).length === 0) return false;
  const rows = table.rows.map(
    (row): RowBinding => (row.kind === 'read' ? { ...row, cells: turned(row.cells) } : row),
  );
  return broken({ ...table, rows }).length === 0;
}

/** Each figure in the column before its own, and the first one in the last. */
const turned = (cells: readonly Cell[]): readonly Cell[] =>
  cells.map((cell, at) => ({ ...cell, quantity: (cells[at + 1] ?? cells[0] ?? cell).quantity }));
