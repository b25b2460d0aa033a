import type { RowTemplate } from '../template/index.ts';
import type { BoundTable, RowBinding } from './report.ts';

/**
 * A row of the form written the way its neighbour is, with the figures left out; for tables whose cells keep their places.
 * `text` is the whole text; the result is one line without a line break.
 */
export function blankRow(text: string, table: BoundTable, row: RowTemplate): string | undefined {
  if (table.layout !== 'tab' && table.layout !== 'pipe' && table.layout !== 'bar-lines') return undefined;
  const model = nearest(table, row);
  const label = model?.label?.pieces[model.label.pieces.length - 1];
  if (!model || !label) return undefined;
  const before = text.slice(model.full.from, label.from).replace(/[^\t|\s]+/g, '');
  const behind = text.slice(label.to, model.full.to).replace(/[^\t|\s]+/g, '');
  return before + row.label + behind;
}

/** The row of the form nearest to one that is missing, those of its own group first. */
function nearest(table: BoundTable, row: RowTemplate): Extract<RowBinding, { kind: 'read' }> | undefined {
  const at = table.template.rows.indexOf(row);
  const read = table.rows.filter((other) => other.kind === 'read');
  const distance = (other: RowBinding) =>
    Math.abs(table.template.rows.indexOf(other.template) - at) +
    (other.template.group === row.group ? 0 : 100);
  return [...read].sort((a, b) => distance(a) - distance(b))[0];
}
