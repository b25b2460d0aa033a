import { matrix } from './grid.ts';
import type { Chance, Layout } from './layout.ts';

const joined = (cells: readonly string[]): string => cells.join('\t');

/** As copied from a spreadsheet: every place of a merged cell is kept. */
export const tab: Layout = {
  name: 'tab',
  supported: true,
  hashes: '',
  write: (grid) => matrix(grid).map(joined),
};

/** As text programs give a table with merged cells: cells shift, and trailing tabs come and go. */
export const tabShifted: Layout = {
  name: 'tab-shifted',
  supported: true,
  hashes: '',
  write: (grid, chance) =>
    matrix(grid).map((cells, index) => {
      if (index < grid.heading || grid.width !== 10) return trailing(joined(trimmed(cells)), chance);
      const labels = cells.slice(0, 3).filter((text) => text !== '');
      const blanks = (most: number): string[] => Array.from({ length: chance.pick(most + 1) }, () => '');
      return joined([...blanks(2), ...labels, ...blanks(1), ...cells.slice(3), ...blanks(2)]);
    }),
};

/** A heading that is broken over two lines of the table, with a blank line between, or without. */
export const tabSplitHeading: Layout = {
  name: 'tab-split-heading',
  supported: true,
  hashes: '',
  write: (grid, chance) =>
    matrix(grid).flatMap((cells, index) => {
      if (grid.width !== 10 || index !== grid.heading - 1) return [joined(cells)];
      const half = (text: string): number => Math.min(text.length, 4);
      const upper = joined(cells.map((text) => text.slice(0, half(text))));
      const lower = joined(cells.map((text) => text.slice(half(text))));
      return chance.pick(2) === 0 ? [upper, lower] : [upper, '', lower];
    }),
};

/** A table that a page break has cut: a blank line, or the running header of the page, between its rows. */
export const tabCut: Layout = {
  name: 'tab-cut',
  supported: true,
  hashes: '',
  write: (grid, chance, title) => {
    const lines = matrix(grid).map(joined);
    if (grid.width !== 10) return lines;
    const cut = grid.heading + 1 + chance.pick(lines.length - grid.heading - 1);
    const between = chance.pick(2) === 0 ? [''] : ['', title, ''];
    return [...lines.slice(0, cut), ...between, ...lines.slice(cut)];
  },
};

function trimmed(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex((text) => text !== '');
  return cells.slice(0, last + 1);
}

const trailing = (line: string, chance: Chance): string => line + '\t'.repeat(chance.pick(3));

/** The layouts with tabs. */
export const tabLayouts: readonly Layout[] = [tab, tabShifted, tabSplitHeading, tabCut];
