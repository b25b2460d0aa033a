import { isFigure, isMeasured, saysNothing } from './cell-text.ts';
import type { GridCell, GridRow } from './tree.ts';

/** With fewer numbers it is no column of them. */
const enough = 5;
const fewest = 3;

const heading = /^序\s*号$/;
const number = /^[1-9]\d?$/;

const isWords = (cell: GridCell | undefined): boolean =>
  cell !== undefined && !isFigure(cell.text) && !saysNothing(cell.text);

/** Rows without the number that each has in front of its words, where they are counted up: `3 | 行政处罚 | 12`. */
export function withoutRowNumbers(rows: readonly GridRow[]): readonly GridRow[] {
  if (isIndexed(rows)) return rows.map((row) => ({ ...row, cells: row.cells.slice(1) }));
  const sole = soleNumbered(rows);
  if (sole) return rows.map((row) => (row === sole ? { ...row, cells: row.cells.slice(1) } : row));
  const numbered = rows.filter(isNumbered);
  if (!countsUp(numbered.flatMap(({ cells }) => cells[0]?.text ?? []))) return rows;
  return rows.map((row) => (isNumbered(row) ? { ...row, cells: row.cells.slice(1) } : row));
}

/** Whether a program has numbered all rows below the first, figures or not, as it prints its tables. */
function isIndexed([, ...rows]: readonly GridRow[]): boolean {
  const [first] = rows;
  const start = Number(first?.cells[0]?.text || Number.NaN);
  return (
    rows.length >= fewest &&
    (start === 0 || start === 1) &&
    rows.every(({ cells }, at) => cells[0]?.text === String(start + at))
  );
}

/** So many figures stand in the one row of table four, and in no other without words. */
const longRow = 8;

/** The one row of figures without words below a heading for its number, if it begins with that. */
function soleNumbered(rows: readonly GridRow[]): GridRow | undefined {
  if (!rows.some(({ cells }) => cells.some(isHeading))) return undefined;
  const [sole, ...others] = rows.filter(
    ({ cells }) => cells.filter(({ text }) => isMeasured(text)).length >= longRow && !cells.some(isWords),
  );
  return sole?.cells[0]?.text === '1' && others.length === 0 ? sole : undefined;
}

const isNumbered = ({ cells }: GridRow): boolean =>
  number.test(cells[0]?.text ?? '') && isWords(cells.slice(1).find(({ text }) => text !== ''));

/** Each number is the next one, or begins anew. */
const countsUp = (numbers: readonly string[]): boolean =>
  numbers.length >= enough &&
  numbers.every((text, at) => text === '1' || Number(text) === Number(numbers[at - 1] ?? 0) + 1);

/** The same for cells below each other, if there is such a heading and each row has its number. */
export function withoutNumberCells(cells: readonly GridCell[]): readonly GridCell[] {
  if (!cells.some(isHeading)) return cells;
  const runs = runsOf(cells);
  const numbers = soleNumber(runs) ?? numbersIn(runs, false) ?? numbersIn(runs, true);
  return numbers ? cells.filter((cell) => !numbers.has(cell) && !isHeading(cell)) : cells;
}

const isHeading = ({ text }: GridCell): boolean => heading.test(text);

/** Figures below each other with no words between them: those of a row, its number before them or that of the next behind. */
interface Run {
  readonly cells: readonly GridCell[];
  /** Whether a heading for numbers stands between it and the run before. */
  readonly headed: boolean;
}

function runsOf(cells: readonly GridCell[]): readonly Run[] {
  const runs: { cells: GridCell[]; headed: boolean }[] = [];
  let open: { cells: GridCell[]; headed: boolean } | undefined;
  let headed = false;
  for (const cell of cells) {
    if (cell.text === '') continue;
    if (isWords(cell)) {
      open = undefined;
      headed ||= isHeading(cell);
      continue;
    }
    if (!open) {
      open = { cells: [], headed };
      runs.push(open);
      headed = false;
    }
    open.cells.push(cell);
  }
  return runs;
}

/** The number of the one row that all figures are, if they begin with it. */
function soleNumber([run, ...others]: readonly Run[]): ReadonlySet<GridCell> | undefined {
  const [first] = run?.cells ?? [];
  if (first?.text !== '1' || others.length > 0 || (run?.cells.length ?? 0) <= longRow) return undefined;
  return new Set([first]);
}

/** One way to tell numbers from figures up to some run. */
interface Way {
  /** Whether the number of the row that comes next has been met. */
  readonly numbered: boolean;
  readonly next: number;
  readonly number?: GridCell | undefined;
  readonly before?: Way | undefined;
  /** Set where several ways lead to the same place. */
  readonly open: boolean;
}

const highest = 99;

/**
 * The numbers, if there is exactly one way to have one in front of every row that has figures and none anywhere else,
 * each the next one; `anew` below each heading.
 */
function numbersIn(runs: readonly Run[], anew: boolean): ReadonlySet<GridCell> | undefined {
  let ways: readonly Way[] = [{ numbered: false, next: 1, open: false }];
  for (const run of runs) {
    const begun = anew && run.headed ? ways.map((way) => ({ ...way, next: 1 })) : ways;
    ways = merged(begun.flatMap((way) => onward(way, run)));
  }
  const [only, ...others] = ways.filter(({ numbered }) => !numbered);
  if (!only || only.open || others.length > 0) return undefined;
  const numbers = new Set<GridCell>();
  for (let way: Way | undefined = only; way; way = way.before) if (way.number) numbers.add(way.number);
  return numbers.size < enough ? undefined : numbers;
}

/** A run is the number of the next row alone, or the figures of a row that has its number, with the next one behind them or not. */
function onward(way: Way, { cells }: Run): readonly Way[] {
  const last = cells[cells.length - 1];
  const counted = last?.text === String(way.next) && way.next <= highest ? last : undefined;
  const { next, open } = way;
  const numbered: Way[] = counted
    ? [{ numbered: true, next: next + 1, number: counted, before: way, open }]
    : [];
  if (!way.numbered) return cells.length === 1 ? numbered : [];
  const figures: Way = { numbered: false, next, before: way, open };
  return cells.length === 1 ? [figures] : [figures, ...numbered];
}

/** Ways that have come to the same place are one, of which nobody knows which it was. */
function merged(ways: readonly Way[]): readonly Way[] {
  const kept: Way[] = [];
  for (const way of ways) {
    const at = kept.findIndex(({ numbered, next }) => numbered === way.numbered && next === way.next);
    const same = kept[at];
    if (same) kept[at] = { ...same, open: true };
    else kept.push(way);
  }
  return kept;
}
