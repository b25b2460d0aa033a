import { remembered } from '../base/remembered.ts';
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

/**
 * Judges every identity of a table on every line it holds for, once for each table. One whose cells are not all certain
 * is not judged.
 */
export const judge = remembered((table: TableBinding): readonly Judgement[] => {
  const { template } = table;
  if (template.identities.length === 0) return [];
  const rows = certainRows(table);
  return plansOf(template).flatMap(({ identity, lines }) =>
    lines.map((line) => new Judged(identity, line, template, rows)),
  );
});

/** Whether an identity is broken that one of some cells stands in, if these figures were written in them. */
export function breaks(table: TableBinding, figures: ReadonlyMap<Cell, number>): boolean {
  const { template } = table;
  const rows = certainRows(table);
  const lines = allLines(template);
  const touched = new Set([...figures.keys()].flatMap((cell) => through(cell, template).map(({ at }) => at)));
  return [...touched].some((at) => {
    const line = lines[at];
    return (
      line && outcomeOf(sumOf(line.left, rows, figures), sumOf(line.right, rows, figures)).state === 'broken'
    );
  });
}

const certainRows = (table: TableBinding): Rows =>
  table.template.rows.map((_, at) => {
    const row = table.kind === 'bound' ? table.rows[at] : undefined;
    return row && certainCells(row);
  });

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

/** The templates are constants, so their plans are made once. */
const plansOf = remembered((table: TableTemplate): readonly Plan[] =>
  table.identities.map((identity) => ({ identity, lines: linesOf(identity, table) })),
);

/** Those of all identities, in the order of what `judge` gives. */
const allLines = remembered((table: TableTemplate): readonly Line[] =>
  plansOf(table).flatMap(({ lines }) => lines),
);

/** The lines of a table's identities that a cell stands in, by their places in what `judge` gives. */
export interface Through {
  readonly at: number;
  /** 1 on the left side, −1 on the right. */
  readonly sign: 1 | -1;
}

type ThroughCells = ReadonlyMap<RowTemplate, ReadonlyMap<ColumnTemplate, readonly Through[]>>;

const throughCells = remembered((table: TableTemplate): ThroughCells => {
  const found = new Map<RowTemplate, Map<ColumnTemplate, Through[]>>();
  for (const row of table.rows) found.set(row, new Map(row.columns.map((column) => [column, []])));
  allLines(table).forEach(({ left, right }, at) => {
    const note = ({ row, column }: Place, sign: Through['sign']) => {
      const template = table.rows[row];
      const place = template?.columns[column];
      if (template && place) found.get(template)?.get(place)?.push({ at, sign });
    };
    for (const place of left) note(place, 1);
    for (const place of right) note(place, -1);
  });
  return found;
});

/** Where in the judgements of a table a cell has its part. */
export const through = ({ row, column }: Cell, table: TableTemplate): readonly Through[] =>
  throughCells(table).get(row)?.get(column) ?? [];

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

/** An identity judged on a line. Most hold, and then nobody asks for their cells: they are looked up when somebody does. */
class Judged implements Judgement {
  readonly identity: IdentityTemplate;
  readonly table: TableTemplate;
  readonly line: ColumnTemplate | RowTemplate;
  readonly outcome: Judgement['outcome'];
  readonly #rows: Rows;
  readonly #places: Line;
  #left: readonly Cell[] | undefined;
  #right: readonly Cell[] | undefined;

  constructor(identity: IdentityTemplate, places: Line, table: TableTemplate, rows: Rows) {
    this.identity = identity;
    this.table = table;
    this.line = places.template;
    this.outcome = outcomeOf(sumOf(places.left, rows), sumOf(places.right, rows));
    this.#rows = rows;
    this.#places = places;
  }

  get left(): readonly Cell[] {
    this.#left ??= cellsAt(this.#places.left, this.#rows);
    return this.#left;
  }

  get right(): readonly Cell[] {
    this.#right ??= cellsAt(this.#places.right, this.#rows);
    return this.#right;
  }
}

const notAssessable: Judgement['outcome'] = { state: 'notAssessable' };

const outcomeOf = (left: number, right: number): Judgement['outcome'] =>
  Number.isNaN(left) || Number.isNaN(right)
    ? notAssessable
    : { state: left === right ? 'held' : 'broken', left, right };

/** Not a number if one of the cells was not read with certainty; `instead` are figures in place of those read. */
function sumOf(places: readonly Place[], rows: Rows, instead?: ReadonlyMap<Cell, number>): number {
  let sum = 0;
  for (let at = 0; at < places.length; at++) {
    const place = places[at];
    const cell = place && rows[place.row]?.[place.column];
    if (!cell) return Number.NaN;
    sum += instead?.get(cell) ?? figureIn(cell);
  }
  return sum;
}

const figureIn = ({ quantity }: Cell): number => (quantity.kind === 'number' ? quantity.value : Number.NaN);

/** The cells that were read. */
const cellsAt = (places: readonly Place[], rows: Rows): readonly Cell[] =>
  places.map(({ row, column }) => rows[row]?.[column]).filter((cell) => cell !== undefined);
