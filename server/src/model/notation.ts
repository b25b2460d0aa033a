import type { Layout } from '../syntax/tree.ts';

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
