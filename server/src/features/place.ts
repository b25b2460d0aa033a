import { contains, type Span, span } from '../base/span.ts';
import type {
  BoundTable,
  Cell,
  Heading,
  LabelFound,
  ProseFact,
  Report,
  RowBinding,
  Title,
} from '../model/report.ts';
import { boundTables } from '../model/tables.ts';
import type { Layout } from '../syntax/tree.ts';
import type { ColumnTemplate, GroupTemplate } from '../template/index.ts';

/** What of a report stands at a place in its text. */
export type Place =
  | {
      readonly kind: 'cell';
      readonly table: BoundTable;
      readonly row: RowBinding;
      readonly cell: Cell;
      /** The figure. */
      readonly span: Span;
    }
  /** The label of a row, or a row in which no value can be told from the other. */
  | { readonly kind: 'row'; readonly table: BoundTable; readonly row: RowBinding; readonly span: Span }
  | {
      readonly kind: 'column';
      readonly table: BoundTable;
      readonly column: ColumnTemplate;
      readonly span: Span;
    }
  | { readonly kind: 'group'; readonly table: BoundTable; readonly group: GroupTemplate; readonly span: Span }
  | { readonly kind: 'fact'; readonly fact: ProseFact; readonly span: Span }
  | { readonly kind: 'heading'; readonly heading: Heading; readonly span: Span }
  | { readonly kind: 'title'; readonly title: Title; readonly span: Span };

/** What stands at an offset; nothing in a text that is no report. */
export function placeAt(report: Report, offset: number): Place | undefined {
  if (!report.recognised) return undefined;
  const at = span(offset, offset);
  const table = boundTables(report).find((one) => contains(reach(report, one), at));
  return (
    (table && inTable(report, table, at)) ??
    inHeading(report, at) ??
    (table ? undefined : inProse(report, at))
  );
}

/** A table down to the end of its last line: a blank last cell stands behind the table's last character. */
function reach({ text }: Report, table: BoundTable): Span {
  const end = text.slice(table.span.to).search(/[\r\n]/);
  return span(lineStart(text, table.span.from), end < 0 ? text.length : table.span.to + end);
}

const lineStart = (text: string, at: number): number =>
  Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;

function inTable(report: Report, table: BoundTable, at: Span): Place | undefined {
  return cellAt(report, table, at) ?? labelAt(table, at) ?? headerAt(table, at) ?? rowAt(table, at);
}

/** The cells of a row as far as it is certain which column each belongs to. */
export const cellsOf = (row: RowBinding): readonly Cell[] =>
  row.kind === 'read' ? row.cells : row.kind === 'miscounted' ? (row.cells ?? []) : [];

function cellAt({ tree }: Report, table: BoundTable, at: Span): Place | undefined {
  for (const row of table.rows) {
    // The figures of a row may stand behind its last character only where a cell is blank.
    if ('full' in row && !contains(row.full, at)) continue;
    for (const cell of cellsOf(row)) {
      if (!contains(wholeCell(tree.text, cell.span, table.layout), at)) continue;
      return { kind: 'cell', table, row, cell, span: cell.span };
    }
  }
  return undefined;
}

/** A cell with the blanks around its figure, up to the marks that part it from its neighbours. */
export function wholeCell(text: string, { from, to }: Span, layout: Layout): Span {
  const blanks = layout === 'tab' ? ' \u3000\u00a0' : layout === 'pipe' ? ' \t\u3000\u00a0' : '';
  let start = from;
  let end = to;
  while (start > 0 && blanks.includes(text.charAt(start - 1))) start--;
  while (end < text.length && blanks.includes(text.charAt(end))) end++;
  return span(start, end);
}

function labelAt(table: BoundTable, at: Span): Place | undefined {
  for (const row of table.rows) {
    const found = row.kind === 'read' || row.kind === 'miscounted' ? row.label : undefined;
    const piece = found && pieceAt(found, at);
    if (piece) return { kind: 'row', table, row, span: piece };
  }
  for (const found of table.groups) {
    const piece = pieceAt(found, at);
    if (piece) return { kind: 'group', table, group: found.template, span: piece };
  }
  return undefined;
}

function headerAt(table: BoundTable, at: Span): Place | undefined {
  for (const found of table.header.labels) {
    const piece = pieceAt(found, at);
    if (piece) return { kind: 'column', table, column: found.template, span: piece };
  }
  return undefined;
}

const pieceAt = ({ pieces }: LabelFound<unknown>, at: Span): Span | undefined =>
  pieces.find((piece) => contains(piece, at));

function rowAt(table: BoundTable, at: Span): Place | undefined {
  const row = table.rows.find((one) => 'span' in one && cellsOf(one).length === 0 && contains(one.span, at));
  return row && 'span' in row ? { kind: 'row', table, row, span: row.span } : undefined;
}

function inHeading({ title, headings }: Report, at: Span): Place | undefined {
  if (title && contains(title.span, at)) return { kind: 'title', title, span: title.span };
  const heading = headings.find((one) => contains(one.span, at));
  return heading && { kind: 'heading', heading, span: heading.span };
}

function inProse(report: Report, at: Span): Place | undefined {
  const fact = report.facts().find(({ full }) => contains(full, at));
  return fact && { kind: 'fact', fact, span: fact.full };
}
