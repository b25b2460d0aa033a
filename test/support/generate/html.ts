import type { GridCell } from './grid.ts';
import type { Layout } from './layout.ts';

/** A table of a web page, with merged cells as such. */
export const html: Layout = {
  name: 'html',
  supported: true,
  hashes: '',
  write: (grid) => ['<table>', ...grid.rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`), '</table>'],
};

function cell({ text, across, down }: GridCell): string {
  const spans = [
    ...(across > 1 ? [` colspan="${across}"`] : []),
    ...(down > 1 ? [` rowspan="${down}"`] : []),
  ];
  return `<td${spans.join('')}>${text}</td>`;
}
