import { barLayouts } from './bars.ts';
import { csv } from './csv.ts';
import { drawn } from './drawn.ts';
import { gridTable } from './grid-table.ts';
import { html } from './html.ts';
import type { Layout } from './layout.ts';
import { cellLines } from './lines.ts';
import { pipeLayouts } from './pipe.ts';
import { smallTables } from './small-tables.ts';
import { space } from './space.ts';
import { tabLayouts } from './tab.ts';
import { writtenOutLayouts } from './written-out.ts';

/** Every way to write a report's tables down that the generator knows. */
export const layouts: readonly Layout[] = [
  ...tabLayouts,
  space,
  ...pipeLayouts,
  ...writtenOutLayouts,
  ...barLayouts,
  cellLines,
  smallTables,
  csv,
  drawn,
  html,
  gridTable,
];

/** Those that a reader of this release reads to the last figure. */
export const supportedLayouts: readonly Layout[] = layouts.filter(({ supported }) => supported);
