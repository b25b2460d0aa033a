import type { Layout } from '../syntax/tree.ts';
import type { Report } from './report.ts';
import type { Notation } from './skeleton.ts';
import { boundTables } from './tables.ts';

/** What parts two cells in a table written like this. */
export function separator(layout: Layout): string {
  switch (layout) {
    case 'tab':
      return '\t';
    case 'pipe':
      return ' | ';
    case 'space':
      return ' ';
    case 'bar-lines':
      return ' |\n';
    case 'lines':
      return '\n';
    case 'html':
      return ' ';
  }
}

/** How a new table is written in a report: as its other tables are, or as Markdown where its headings are Markdown. */
export function notationOf(report: Report): Notation {
  const [table] = boundTables(report);
  if (table) return table.layout === 'pipe' ? 'pipe' : 'tab';
  const first = report.text.trimStart();
  return first.startsWith('#') || report.text.includes('\n#') ? 'pipe' : 'tab';
}
