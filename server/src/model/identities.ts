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
  if (template.identities.length === 0) return [];
  const rows = template.rows.map((_, at) => {
    const row = table.kind === 'bound' ? table.rows[at] : undefined;
    return row && certainCells(row);
  });
  const judgements: Judgement[] = [];
  for (const plan of plansOf(template))
    for (const line of plan.lines) judgements.push(judgement(plan, line, template, rows));
  return judgements;
}

type Rows = readonly (readonly Cell[] | undefined)[];

/** An identity with its rows and columns as places in the table, so that judging it looks nothing up. */
interface Plan {
  readonly identity: IdentityTemplate;
  readonly lines: readonly Line[];
}

interface Line {
  readonly template: ColumnTemplate | RowTemplate;
  readonly left: readonly Place[];
  readonly right: readonly Place[];
}

interface Place {
  readonly row: number;
  readonly column: number;
}

const plans = new WeakMap<TableTemplate, readonly Plan[]>();

/** The templates are constants, so their plans are made once. */
function plansOf(table: TableTemplate): readonly Plan[] {
  const known =
    plans.get(table) ?? table.identities.map((identity) => ({ identity, lines: linesOf(identity, table) }));
  plans.set(table, known);
  return known;
}

function linesOf({ axis, sum, equals }: IdentityTemplate, table: TableTemplate): readonly Line[] {
  const rowAt = (id: string) => table.rows.findIndex((row) => row.id === id);
  if (axis === 'row') {
    const columns = table.rows[0]?.columns ?? [];
    return columns.map((template, column) => {
      const places = (ids: readonly string[]) => ids.map((id) => ({ row: rowAt(id), column }));
      return { template, left: places(sum), right: places(equals) };
    });
  }
  return table.rows.map((template, row) => {
    const places = (ids: readonly string[]) =>
      ids.map((id) => ({ row, column: template.columns.findIndex((column) => column.id === id) }));
    return { template, left: places(sum), right: places(equals) };
  });
}

function judgement(
  { identity }: Plan,
  { template: line, left, right }: Line,
  table: TableTemplate,
  rows: Rows,
): Judgement {
  const leftSum = sumOf(left, rows);
  const rightSum = sumOf(right, rows);
  const outcome: Judgement['outcome'] =
    leftSum === undefined || rightSum === undefined
      ? notAssessable
      : { state: leftSum === rightSum ? 'held' : 'broken', left: leftSum, right: rightSum };
  return { identity, table, line, outcome, left: cellsAt(left, rows), right: cellsAt(right, rows) };
}

const notAssessable: Judgement['outcome'] = { state: 'notAssessable' };

function sumOf(places: readonly Place[], rows: Rows): number | undefined {
  let total = 0;
  for (const { row, column } of places) {
    const quantity = rows[row]?.[column]?.quantity;
    if (quantity?.kind !== 'number') return undefined;
    total += quantity.value;
  }
  return total;
}

/** The cells that were read. */
function cellsAt(places: readonly Place[], rows: Rows): readonly Cell[] {
  const cells: Cell[] = [];
  for (const { row, column } of places) {
    const cell = rows[row]?.[column];
    if (cell) cells.push(cell);
  }
  return cells;
}
