import type { Snapshot } from '../analysis/snapshot.ts';
import type { Span } from '../base/span.ts';
import type { BoundTable } from '../model/report.ts';
import { boundTables } from '../model/tables.ts';
import type { ColumnTemplate } from '../template/index.ts';
import { cellsOf } from './place.ts';

/** Which column something belongs to, as far as its colour goes: neighbours differ, and totals differ from all. */
export type ColumnColor = 'oddColumn' | 'evenColumn' | 'totalColumn';

/** A figure or a column heading, and the colour of its column. Whether the figure is right has no part in it. */
export interface Colored {
  readonly span: Span;
  readonly color: ColumnColor;
}

/** The figures and column headings of a report in the order of the text; only where the column is certain. */
export function columnColors(of: Snapshot): readonly Colored[] {
  const report = of.report();
  if (!report.recognised) return [];
  const colored = boundTables(report).flatMap((table) => [...headings(table), ...figures(table)]);
  const inOrder = colored
    .filter(({ span }) => span.from < span.to && !/[\r\n]/.test(report.text.slice(span.from, span.to)))
    .sort((a, b) => a.span.from - b.span.from);
  let end = 0;
  return inOrder.filter(({ span }) => {
    const isFree = span.from >= end;
    if (isFree) end = span.to;
    return isFree;
  });
}

const figures = ({ rows }: BoundTable): readonly Colored[] =>
  rows.flatMap((row) =>
    cellsOf(row).map(({ span, column }) => ({ span, color: colorOf(column, row.template.columns) })),
  );

function headings({ header, template }: BoundTable): readonly Colored[] {
  if (!header.readable) return [];
  return header.labels.flatMap(({ template: column, pieces }) => {
    const columns = template.rows.find((row) => row.columns.includes(column))?.columns ?? [];
    return pieces.map((span) => ({ span, color: colorOf(column, columns) }));
  });
}

function colorOf(column: ColumnTemplate, columns: readonly ColumnTemplate[]): ColumnColor {
  if (column.id === 'total') return 'totalColumn';
  return columns.indexOf(column) % 2 === 0 ? 'oddColumn' : 'evenColumn';
}
