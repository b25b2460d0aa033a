import { type Message, say } from '../base/message.ts';
import { certainCells } from '../model/identities.ts';
import type { BoundTable, RowBinding } from '../model/report.ts';
import { columnGuidance, type Guidance, rowGuidance } from '../template/guidance.ts';
import type { ColumnTemplate, GroupTemplate, RowTemplate, TableTemplate } from '../template/index.ts';

/** What belongs in a row, told on its label. */
export function aboutRow(table: BoundTable, row: RowBinding): readonly Message[] {
  const told = [say('**{0}　{1}**', table.template.name, rowPath(table.template, row.template))];
  told.push(...guidanceOf(rowGuidance(row.template.id)));
  if (row.kind === 'miscounted' && row.cells === undefined) {
    told.push(
      say('这一行应有 {0} 个数，实有 {1} 个，无法逐列对应。', row.template.columns.length, row.values.length),
    );
  }
  if (row.kind === 'unreadable') told.push(say('这一行没有读准：{0}', row.reason));
  return told;
}

export const aboutColumn = (table: BoundTable, column: ColumnTemplate): readonly Message[] => [
  say('**{0}　{1}**', table.template.name, columnPath(table.template, column)),
  ...guidanceOf(columnGuidance(column.id)),
  ...totalOf(table.template, column),
];

/** What a total adds up. */
function totalOf({ identities, rows }: TableTemplate, column: ColumnTemplate): readonly Message[] {
  const identity = identities.find(({ axis, equals }) => axis === 'column' && equals[0] === column.id);
  const labels = (identity?.sum ?? []).map(
    (id) => rows[0]?.columns.find((other) => other.id === id)?.label ?? id,
  );
  return identity ? [say('等于各列之和：{0}。', labels.join(' + '))] : [];
}

/** A group carries no figures of its own; what its rows come to is told, where all were read. */
export function aboutGroup(table: BoundTable, group: GroupTemplate): readonly Message[] {
  const name = [...chainOf(table.template, group.parent), group.label].join(' › ');
  const rows = table.rows.filter(({ template }) => template.group === group.id);
  const told = [say('**{0}　{1}**', table.template.name, name)];
  const sum = sumOfTotals(rows);
  if (rows.length === 0) return told;
  return sum === undefined
    ? [...told, say('小标题，本身不填数字，下分 {0} 行。', rows.length)]
    : [...told, say('小标题，本身不填数字；下面 {0} 行的总计合计 {1}。', rows.length, sum)];
}

function sumOfTotals(rows: readonly RowBinding[]): number | undefined {
  let sum = 0;
  for (const row of rows) {
    const quantity = certainCells(row)?.find(({ column }) => column.id === 'total')?.quantity;
    if (quantity?.kind !== 'number') return undefined;
    sum += quantity.value;
  }
  return sum;
}

/** What counts, and where that is laid down. */
export function guidanceOf(guidance: Guidance | undefined): readonly Message[] {
  if (!guidance) return [];
  const { counts, basis, practice } = guidance;
  if (basis === undefined) return [practice ? say('{0}（通行做法）', counts) : counts];
  const told = practice ? say('依据：{0}（填报口径为通行做法）', basis) : say('依据：{0}', basis);
  return [counts, told];
}

/** The labels a row stands under, and its own: `（三）不予公开 › 1.属于国家秘密`. */
export const rowPath = (table: TableTemplate, row: RowTemplate): string =>
  [...chainOf(table, row.group), row.label].join(' › ');

export const columnPath = (table: TableTemplate, column: ColumnTemplate): string =>
  [...chainOf(table, column.group), column.label].join(' › ');

function chainOf(table: TableTemplate, id: string | undefined): readonly string[] {
  const group = table.groups.find((candidate) => candidate.id === id);
  return group ? [...chainOf(table, group.parent), group.label] : [];
}
