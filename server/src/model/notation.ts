import type { Layout } from '../syntax/tree.ts';

/** What parts two cells in a table written like this. */
export function separator(layout: Layout, lineBreak: string): string {
  switch (layout) {
    case 'tab':
      return '\t';
    case 'pipe':
      return ' | ';
    case 'space':
      return ' ';
    case 'bar-lines':
      return ` |${lineBreak}`;
    case 'lines':
      return lineBreak;
    case 'html':
      return ' ';
  }
}
