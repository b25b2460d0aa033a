import { crease } from '../base/crease.ts';
import { isMeasured } from './cell-text.ts';
import { isRule } from './frames.ts';
import type { GridCell, GridRow, Line } from './tree.ts';

/** With fewer lines between its rows a table is not drawn with one between any two. */
const enoughRules = 3;

/**
 * Rows of a table that has a line drawn between any two of them. What stands below each other between two such lines
 * is one cell: a figure that goes on below itself is told as torn, not read as two.
 */
export function withTornFigures(
  source: string,
  lines: readonly Line[],
  rows: readonly GridRow[],
): readonly GridRow[] {
  const rules = lines.filter(
    ({ shape, full }) => shape === 'blank' && isRule(source.slice(full.from, full.to)),
  );
  if (rules.length < enoughRules) return rows;
  const result: GridRow[] = [];
  let next = 0;
  for (let at = 0; at < rows.length; ) {
    const first = rows[at];
    if (!first) break;
    while ((rules[next]?.full.from ?? Number.POSITIVE_INFINITY) < first.full.from) next++;
    const end = rules[next]?.full.from ?? Number.POSITIVE_INFINITY;
    let to = at + 1;
    while ((rows[to]?.full.from ?? Number.POSITIVE_INFINITY) < end) to++;
    result.push(...tornTogether(rows.slice(at, to)));
    at = to;
  }
  return result;
}

/** The lines of one row, with all digits of a column on the first line that has any. */
function tornTogether(lines: readonly GridRow[]): readonly GridRow[] {
  if (lines.length === 1) return lines;
  const width = lines[0]?.cells.length ?? 0;
  if (lines.some(({ cells }) => cells.length !== width)) return lines;
  const rows = lines.map(({ cells }) => [...cells]);
  for (let x = 0; x < width; x++) {
    const figures = rows.filter((cells) => isMeasured(cells[x]?.text ?? ''));
    const [first, ...others] = figures;
    if (!first || others.length === 0) continue;
    const cell = first[x];
    if (!cell) continue;
    const text = figures.map((cells) => cells[x]?.text ?? '').join(crease);
    first[x] = { ...cell, text };
    for (const row of others) row[x] = emptied(row[x] ?? cell);
  }
  return lines.map((line, at) => ({ ...line, cells: rows[at] ?? line.cells }));
}

const emptied = ({ span }: GridCell): GridCell => ({ span: { from: span.from, to: span.from }, text: '' });
