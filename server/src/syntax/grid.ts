import type { Grid, Layout, Line, SyntaxTree } from './tree.ts';
import { pipeRow } from './pipe-row.ts';
import { spaceRow } from './space-row.ts';
import { tabRow } from './tab-row.ts';

/** Reads a stretch of lines as rows of cells, each line in the notation it is written in. */
export function readGrid(tree: SyntaxTree, lines: readonly Line[]): Grid {
  const rows = lines.flatMap((line) => {
    const row = readRow(tree.text, line);
    return row ? [row] : [];
  });
  return { layout: prevailing(lines), rows };
}

function readRow(text: string, line: Line) {
  switch (line.shape) {
    case 'blank':
      return undefined;
    case 'tab':
      return tabRow(text, line);
    case 'pipe':
      return pipeRow(text, line);
    case 'text':
      return spaceRow(text, line);
  }
}

/** The notation most lines with more than one cell are written in. */
function prevailing(lines: readonly Line[]): Layout {
  let tabs = 0;
  let bars = 0;
  for (const line of lines) {
    if (line.shape === 'tab') tabs++;
    if (line.shape === 'pipe') bars++;
  }
  if (tabs === 0 && bars === 0) return 'space';
  return tabs >= bars ? 'tab' : 'pipe';
}
