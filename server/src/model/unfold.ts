import { remembered } from '../base/remembered.ts';
import { cover } from '../base/span.ts';
import type { GridCell } from '../syntax/tree.ts';
import type { RowTemplate, TableTemplate } from '../template/index.ts';
import type { Item } from './items.ts';
import { type LabelIndex, labelKey } from './label.ts';

/**
 * The rows of a table whose labels got lost, as rows without a label.
 * Such a row seems to bear the heading of the group it stands in; where cells stand below each other,
 * its figures pile up behind the row or the heading before it, and are taken apart if the form tells how many there are.
 */
export function unfold(
  items: readonly Item[],
  index: LabelIndex<RowTemplate>,
  template: TableTemplate,
): readonly Item[] {
  const groups = groupsOf(template);
  const fewest = Math.min(...template.rows.map(({ columns }) => columns.length));
  const groupOf = (item: Item): string | undefined => {
    if (item.figures === 0 || item.labels.length === 0) return undefined;
    const cores = item.labels.map(({ text }) => labelKey(text).core);
    if (!cores.every((core) => groups.has(core) && !index.byCore.has(core))) return undefined;
    return groups.get(cores[cores.length - 1] ?? '');
  };
  return items.flatMap((item, at) => {
    const group = groupOf(item);
    const nameless = group === undefined ? item : { ...item, labels: [], words: [], under: group };
    const rows = item.values.length > fewest ? piledRows(items, at, group, index) : [];
    return rows.length < 2 ? nameless : parted(nameless, rows);
  });
}

/** The groups of a table by the words of their headings. */
const groupsOf = remembered(
  ({ groups }: TableTemplate): ReadonlyMap<string, string> =>
    new Map(groups.map(({ id, label }) => [labelKey(label).core, id])),
);

/** The rows whose figures stand behind one label, if they are as many as the rows of the form up to the next label need. */
function piledRows(
  items: readonly Item[],
  at: number,
  group: string | undefined,
  index: LabelIndex<RowTemplate>,
): readonly RowTemplate[] {
  const item = items[at];
  const own = item && rowOf(item, index);
  if (!item || (own === undefined && group === undefined)) return [];
  const templates = index.entries.map(({ template }) => template);
  if (own !== undefined && item.values.length <= (templates[own]?.columns.length ?? 0)) return [];
  const rows =
    own === undefined
      ? templates.filter((row) => row.group === group)
      : templates.slice(own, nextRow(items, at, index) ?? templates.length);
  const told = new Set(items.map((other) => (other === item ? undefined : rowOf(other, index))));
  if (rows.some((row) => told.has(templates.indexOf(row)))) return [];
  return rows.reduce((sum, { columns }) => sum + columns.length, 0) === item.values.length ? rows : [];
}

const rowOf = ({ labels }: Item, index: LabelIndex<RowTemplate>): number | undefined =>
  index.byCore.get(labelKey(labels[labels.length - 1]?.text ?? '').core);

/** The next row of the form whose label stands behind an item. */
function nextRow(items: readonly Item[], at: number, index: LabelIndex<RowTemplate>): number | undefined {
  for (let next = at + 1; next < items.length; next++) {
    const item = items[next];
    const row = item && rowOf(item, index);
    if (row !== undefined) return row;
  }
  return undefined;
}

function parted(item: Item, rows: readonly RowTemplate[]): readonly Item[] {
  let from = 0;
  return rows.map(({ columns }, at) => {
    const values = item.values.slice(from, from + columns.length);
    from += columns.length;
    const labels = at === 0 ? item.labels : [];
    const words = at === 0 ? item.words : [];
    const span = spanOf([...labels, ...values], item);
    const figures = values.filter(({ text }) => text !== '').length;
    return { ...item, span, full: span, labels, words, values, width: values.length, figures };
  });
}

function spanOf(cells: readonly GridCell[], { span }: Item) {
  const [first, ...rest] = cells;
  return first ? rest.map((cell) => cell.span).reduce(cover, first.span) : span;
}
