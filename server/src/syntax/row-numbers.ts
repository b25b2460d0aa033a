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

const isNumbered = ({ cells }: GridRow): boolean =>
  number.test(cells[0]?.text ?? '') && isWords(cells.slice(1).find(({ text }) => text !== ''));

/** Each number is the next one, or begins anew. */
const countsUp = (numbers: readonly string[]): boolean =>
  numbers.length >= enough &&
  numbers.every((text, at) => text === '1' || Number(text) === Number(numbers[at - 1] ?? 0) + 1);

/** The same for cells below each other, if there is such a heading and each row has its number. */
export function withoutNumberCells(cells: readonly GridCell[]): readonly GridCell[] {
  if (!cells.some(isHeading)) return cells;
  const [numbers] = [false, true]
    .map((anew) => numbersIn(cells, anew))
    .filter((found) => found.size >= enough && isBeforeEachRow(cells, found));
  return numbers ? cells.filter((cell) => !numbers.has(cell) && !isHeading(cell)) : cells;
}

const isHeading = ({ text }: GridCell): boolean => heading.test(text);

/** What counts up and stands before words; `anew` below each heading. */
function numbersIn(cells: readonly GridCell[], anew: boolean): ReadonlySet<GridCell> {
  const numbers = new Set<GridCell>();
  let next = 1;
  for (const [at, cell] of cells.entries()) {
    if (anew && isHeading(cell)) next = 1;
    if (cell.text !== String(next) || !isWords(cells[at + 1])) continue;
    numbers.add(cell);
    next++;
  }
  return numbers;
}

/** Whether a number stands before the words of every row that has figures; then no figure was taken for one. */
function isBeforeEachRow(cells: readonly GridCell[], numbers: ReadonlySet<GridCell>): boolean {
  let numbered = false;
  let figures = false;
  for (const cell of cells) {
    if (numbers.has(cell)) {
      numbered = true;
      figures = false;
    } else if (isMeasured(cell.text)) {
      if (!numbered) return false;
      figures = true;
    } else if (figures && isWords(cell)) {
      numbered = false;
      figures = false;
    }
  }
  return true;
}
