import { cover } from '../base/span.ts';
import type { GridCell } from '../syntax/tree.ts';
import type { EditionId, TableTemplate } from '../template/index.ts';
import { toCells } from './bind-table.ts';
import { judge } from './identities.ts';
import type { BoundTable } from './report.ts';

/**
 * A torn table put together from figures that stand column by column, away from their labels.
 * Undefined unless there are exactly as many rows as the form has, and every identity of the form comes out:
 * then no other order of the rows is left.
 */
export function bindPanels(
  torn: BoundTable,
  rows: readonly (readonly GridCell[])[],
  template: TableTemplate,
  edition: EditionId,
): BoundTable | undefined {
  if (rows.length !== template.rows.length) return undefined;
  const table: BoundTable = {
    ...torn,
    template,
    edition,
    rows: template.rows.flatMap((row, at) => {
      const cells = rows[at] ?? [];
      const [first] = cells;
      const last = cells[cells.length - 1];
      if (!first || !last) return [];
      const span = cover(first.span, last.span);
      return [
        {
          kind: 'read' as const,
          template: row,
          span,
          full: span,
          label: undefined,
          cells: toCells(row, cells),
          duplicates: [],
          fused: undefined,
          byOrder: true,
        },
      ];
    }),
    unknownRows: [],
  };
  return judge(table).every(({ outcome }) => outcome.state === 'held') ? table : undefined;
}
