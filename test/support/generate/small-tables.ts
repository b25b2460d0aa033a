import type { GridCell } from './grid.ts';
import type { Layout } from './layout.ts';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Markdown by a converter: a small table for each group of rows, with headings that mean nothing. */
export const smallTables: Layout = {
  name: 'small-tables',
  supported: true,
  hashes: '## ',
  write: (grid) => {
    const lines: string[] = [];
    let size = 0;
    for (const cells of grid.rows) {
      const figures = cells.filter(({ kind }) => kind === 'figure');
      const labels = cells.filter(({ kind }) => kind === 'label');
      const groups = figures.length > 0 ? labels.slice(0, -1) : labels;
      if (figures.length === 0 || groups.length > 0 || figures.length !== size) {
        lines.push('', ...texts(groups));
        if (figures.length > 0) lines.push('', ...heading(figures.length));
      }
      size = figures.length;
      if (size > 0) lines.push(row([labels.at(-1)?.text ?? '', ...texts(figures)]));
    }
    return [...lines, ''];
  },
};

const texts = (cells: readonly GridCell[]): string[] => cells.map(({ text }) => text);

function heading(figures: number): readonly string[] {
  const names = ['项目', ...Array.from({ length: figures }, (_, index) => `数据${index + 1}`)];
  return [row(names), row(names.map(() => '---'))];
}
