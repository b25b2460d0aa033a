import { isMeasured } from './cell-text.ts';
import type { GridCell, GridRow } from './tree.ts';

/** So often the same words stand side by side only where a merged cell was written out. */
const oftenEnough = 3;

/** Shorter ones may be the ends of headings that go on below themselves: `件数` under `本年制发`, `本年废止`. */
const shortest = 3;

/** Whether merged cells are written out in every place they take up, as programs do that read Word files. */
export const writesOut = (rows: readonly GridRow[]): boolean =>
  rows.some(({ cells }, at) => longestRun(cells) >= oftenEnough || goesOn(cells, rows, at));

/** Whether a cell of a row says the same in words as those below it, or several cells say the same as the one below. */
function goesOn(cells: readonly GridCell[], rows: readonly GridRow[], at: number): boolean {
  const below = rows.slice(at + 1, at + oftenEnough).map((row) => row.cells);
  const alike = cells.filter(({ text }, x) => isName(text) && below[0]?.[x]?.text === text);
  if (alike.length === 0) return false;
  if (alike.length >= oftenEnough && isWhole(below[0]) && below[0]?.length === cells.length) return true;
  if (below.length < oftenEnough - 1) return false;
  return cells.some(({ text }, x) => isName(text) && below.every((row) => row[x]?.text === text));
}

const isName = (text: string): boolean => text.length >= shortest && !isMeasured(text);

/** Whether a row has its cells in their places up to the last. */
const isWhole = (cells: readonly GridCell[] = []): boolean => cells[cells.length - 1]?.text !== '';

/** How many neighbouring cells of a row say the same in words. */
function longestRun(cells: readonly GridCell[]): number {
  let longest = 0;
  let run = 0;
  let last = '';
  for (const { text } of cells) {
    run = text === last ? run + 1 : 1;
    last = text;
    if (run > longest && isName(text)) longest = run;
  }
  return longest;
}

/** The rows with each merged cell written once. Figures are merged where the words above them are, at the end of the row. */
export function mergedAgain(rows: readonly GridRow[]): readonly GridRow[] {
  let heading: readonly GridCell[] = [];
  return rows.map((row) => {
    const { cells } = row;
    const above = heading;
    if (!cells.some(({ text }) => isMeasured(text))) heading = cells;
    const told = (at: number) =>
      heading === cells && above.length === cells.length && above[at]?.text === cells[at]?.text;
    const asHeading = heading !== cells && heading.length === cells.length;
    const kept = cells.filter((cell, at) => {
      const before = cells[at - 1];
      if (cell.text !== '' && told(at)) return false;
      if (!before || before.text !== cell.text || cell.text === '') return true;
      if (!isMeasured(cell.text)) return false;
      const merged =
        asHeading && heading[at]?.text === heading[at - 1]?.text && isName(heading[at]?.text ?? '');
      return !merged || !sameBelow(cells, heading, at);
    });
    return kept.length === cells.length ? row : { ...row, cells: kept };
  });
}

/** Whether all cells below one merged heading, the last of the row, say the same. */
function sameBelow(cells: readonly GridCell[], heading: readonly GridCell[], at: number): boolean {
  const words = heading[at]?.text;
  if (heading[heading.length - 1]?.text !== words) return false;
  return cells.every((cell, other) => heading[other]?.text !== words || cell.text === cells[at]?.text);
}
