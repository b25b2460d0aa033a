import type { ColumnTemplate, IdentityTemplate, RowTemplate, TableTemplate } from '../template/index.ts';
import type { Cell, Judgement, RowBinding, TableBinding } from './report.ts';

/** The cells of a row whose figures are certain: undefined where it could not be read, or says two things. */
export function certainCells(row: RowBinding): readonly Cell[] | undefined {
  switch (row.kind) {
    case 'read':
      return row.duplicates.every(({ agrees }) => agrees) ? row.cells : undefined;
    case 'miscounted':
      return row.cells;
    default:
      return undefined;
  }
}

/** Judges every identity of a table on every line it holds for. One whose cells are not all certain is not judged. */
export function judge(table: TableBinding): readonly Judgement[] {
  const { template } = table;
  const rows = new Map<string, readonly Cell[]>();
  if (table.kind === 'bound') {
    for (const row of table.rows) {
      const cells = certainCells(row);
      if (cells) rows.set(row.template.id, cells);
    }
  }
  return template.identities.flatMap((identity) => judgeIdentity(identity, template, rows));
}

type Rows = ReadonlyMap<string, readonly Cell[]>;

function judgeIdentity(identity: IdentityTemplate, table: TableTemplate, rows: Rows): Judgement[] {
  if (identity.axis === 'row') {
    const columns = table.rows[0]?.columns ?? [];
    return columns.map((column, at) => {
      const cells = (ids: readonly string[]) => ids.map((id) => rows.get(id)?.[at]);
      return judgement(identity, table, column, cells(identity.sum), cells(identity.equals));
    });
  }
  return table.rows.map((row) => {
    const cells = (ids: readonly string[]) => ids.map((id) => cellOf(row, id, rows));
    return judgement(identity, table, row, cells(identity.sum), cells(identity.equals));
  });
}

function cellOf(row: RowTemplate, column: string, rows: Rows): Cell | undefined {
  return rows.get(row.id)?.[row.columns.findIndex(({ id }) => id === column)];
}

function judgement(
  identity: IdentityTemplate,
  table: TableTemplate,
  line: ColumnTemplate | RowTemplate,
  left: readonly (Cell | undefined)[],
  right: readonly (Cell | undefined)[],
): Judgement {
  const leftSum = sum(left);
  const rightSum = sum(right);
  const common = { identity, table, line, left: present(left), right: present(right) };
  if (leftSum === undefined || rightSum === undefined)
    return { ...common, outcome: { state: 'notAssessable' } };
  const state = leftSum === rightSum ? 'held' : 'broken';
  return { ...common, outcome: { state, left: leftSum, right: rightSum } };
}

/** The cells that were read; nearly always all of them, so that nothing is copied. */
const present = (cells: readonly (Cell | undefined)[]): readonly Cell[] =>
  cells.every((cell) => cell !== undefined) ? cells : cells.filter((cell) => cell !== undefined);

function sum(cells: readonly (Cell | undefined)[]): number | undefined {
  let total = 0;
  for (const cell of cells) {
    if (cell?.quantity.kind !== 'number') return undefined;
    total += cell.quantity.value;
  }
  return total;
}
