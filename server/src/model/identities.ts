import { memory, remembered } from '../base/remembered.ts';
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
export const judge = (table: TableBinding): readonly Judgement[] => sumsOf(table).all();

const sumsOfTables = memory<TableBinding, Sums>();

/** How the identities of a table come out, found once for each table. */
export function sumsOf(table: TableBinding): Sums {
  const known = sumsOfTables.get(table);
  if (known) return known;
  const sums = new Sums(table);
  sumsOfTables.set(table, sums);
  return sums;
}

/** Says that a table has the figures of an earlier version, but for one cell: only its sums are added up again. */
export function keepSums(before: TableBinding, now: TableBinding, but?: Cell): void {
  if (before !== now) sumsOfTables.set(now, new Sums(now, sumsOf(before), but));
}

type State = Judgement['outcome']['state'];

const numberOf: Readonly<Record<State, number>> = { held: 0, broken: 1, notAssessable: 2 };

/**
 * The identities of a table on every line they hold for, in the order of the form. Nearly all hold, and nobody asks
 * for more; what they are made of is put together when somebody does.
 */
export class Sums {
  readonly template: TableTemplate;
  readonly #table: TableBinding;
  /** By line, as `numberOf` numbers them. */
  readonly #states: Uint8Array;
  readonly #judged: (Judgement | undefined)[] = [];
  #rows: Rows | undefined;
  #broken: readonly Judgement[] | undefined;
  #all: readonly Judgement[] | undefined;

  constructor(table: TableBinding, before?: Sums, but?: Cell) {
    this.template = table.template;
    this.#table = table;
    const lines = allLines(table.template);
    if (before && !but) {
      this.#states = before.#states;
      return;
    }
    const states = before ? before.#states.slice() : new Uint8Array(lines.length);
    this.#states = states;
    if (before && but)
      for (const { at } of through(but, table.template)) states[at] = this.#stateOf(lines[at]);
    else for (let at = 0; at < lines.length; at++) states[at] = this.#stateOf(lines[at]);
  }

  /** Whether the identity of a line holds. */
  holds(at: number): boolean {
    return this.#states[at] === numberOf.held;
  }

  /** What is known of a line; undefined where it is not judged. */
  judged(at: number): Judgement | undefined {
    return this.#states[at] === numberOf.notAssessable ? undefined : this.#at(at);
  }

  /** How many lines are not judged. */
  unassessed(): number {
    let found = 0;
    for (const state of this.#states) if (state === numberOf.notAssessable) found += 1;
    return found;
  }

  /** Those that do not hold. */
  broken(): readonly Judgement[] {
    if (!this.#broken) {
      const found: Judgement[] = [];
      for (let at = this.#states.indexOf(numberOf.broken); at >= 0; ) {
        found.push(this.#at(at));
        at = this.#states.indexOf(numberOf.broken, at + 1);
      }
      this.#broken = found;
    }
    return this.#broken;
  }

  /** All of them. */
  all(): readonly Judgement[] {
    this.#all ??= allLines(this.template).map((_, at) => this.#at(at));
    return this.#all;
  }

  #at(at: number): Judgement {
    const known = this.#judged[at];
    if (known) return known;
    const line = allLines(this.template)[at];
    if (!line) throw new RangeError(`no line ${at} in ${this.template.id}`);
    const made = new Judged(line, this.template, this.#certain());
    this.#judged[at] = made;
    return made;
  }

  #certain(): Rows {
    this.#rows ??= certainRows(this.#table);
    return this.#rows;
  }

  #stateOf(line: Line | undefined): number {
    if (!line) return numberOf.notAssessable;
    const rows = this.#certain();
    return numberOf[stateOf(sumOf(line.left, rows), sumOf(line.right, rows))];
  }
}

/** Whether an identity is broken that one of some cells stands in, if these figures were written in them. */
export function breaks(table: TableBinding, figures: ReadonlyMap<Cell, number>): boolean {
  const { template } = table;
  const rows = certainRows(table);
  const lines = allLines(template);
  const seen = new Set<number>();
  for (const cell of figures.keys()) {
    for (const { at } of through(cell, template)) {
      const line = lines[at];
      if (!line || seen.has(at)) continue;
      seen.add(at);
      if (stateOf(sumOf(line.left, rows, figures), sumOf(line.right, rows, figures)) === 'broken')
        return true;
    }
  }
  return false;
}

const certainRows = (table: TableBinding): Rows =>
  table.template.rows.map((_, at) => {
    const row = table.kind === 'bound' ? table.rows[at] : undefined;
    return row && certainCells(row);
  });

type Rows = readonly (readonly Cell[] | undefined)[];

/** An identity on one line, with its rows and columns as places in the table, so that judging it looks nothing up. */
interface Line {
  readonly identity: IdentityTemplate;
  readonly template: ColumnTemplate | RowTemplate;
  readonly left: readonly Place[];
  readonly right: readonly Place[];
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** The lines of all identities in the order of the form. The templates are constants, so they are made once. */
const allLines = remembered((table: TableTemplate): readonly Line[] =>
  table.identities.flatMap((identity) => linesOf(identity, table)),
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

function linesOf(identity: IdentityTemplate, table: TableTemplate): readonly Line[] {
  const { axis, sum, equals } = identity;
  const rowAt = (id: string) => table.rows.findIndex((row) => row.id === id);
  if (axis === 'row') {
    const columns = table.rows[0]?.columns ?? [];
    return columns.map((template, column) => {
      const places = (ids: readonly string[]) => ids.map((id) => ({ row: rowAt(id), column }));
      return { identity, template, left: places(sum), right: places(equals) };
    });
  }
  return table.rows.map((template, row) => {
    const places = (ids: readonly string[]) =>
      ids.map((id) => ({ row, column: template.columns.findIndex((column) => column.id === id) }));
    return { identity, template, left: places(sum), right: places(equals) };
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

  constructor(places: Line, table: TableTemplate, rows: Rows) {
    this.identity = places.identity;
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

const outcomeOf = (left: number, right: number): Judgement['outcome'] => {
  const state = stateOf(left, right);
  return state === 'notAssessable' ? notAssessable : { state, left, right };
};

function stateOf(left: number, right: number): State {
  if (Number.isNaN(left) || Number.isNaN(right)) return 'notAssessable';
  return left === right ? 'held' : 'broken';
}

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
