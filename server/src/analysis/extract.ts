import { type Message, say } from '../base/message.ts';
import type { Span } from '../base/span.ts';
import type { BoundTable, Cell, Report, RowBinding, TableBinding } from '../model/report.ts';
import type { ColumnTemplate, EditionId, RowTemplate, SectionId, TableId } from '../template/index.ts';

/** A figure as it may be passed on; null where it is blank, malformed or not read with certainty. */
export type Figure = number | string | null;

/** What a report says in figures, under the stable keys of `gouji extract`. */
export interface Extract {
  readonly title: string | null;
  readonly organ: string | null;
  readonly year: number | null;
  readonly edition: EditionId | null;
  /** How each table that is there is written down. */
  readonly layout: Readonly<Record<string, string>>;
  readonly sections: readonly ExtractedSection[];
  readonly disclosure: Readonly<Record<string, Readonly<Record<string, Figure>>>> | null;
  readonly applications: Readonly<Record<string, readonly (number | null)[]>> | null;
  readonly review: Readonly<Record<string, readonly (number | null)[]>> | null;
  readonly unreadable: readonly Unreadable[];
}

export interface ExtractedSection {
  readonly id: SectionId;
  /** As written: `一、总体情况`. */
  readonly heading: string;
  readonly span: Span;
}

/** Figures that are null for another reason than a blank cell. */
export interface Unreadable {
  readonly table: TableId;
  readonly row: string;
  /** Set when a single cell is meant. */
  readonly column?: string;
  readonly reason: Message;
}

/** Where each figure stands, under the same keys as the figures; null where there is no such place. */
export interface Positions {
  readonly disclosure: Readonly<Record<string, Readonly<Record<string, Span | null>>>> | null;
  readonly applications: Readonly<Record<string, readonly (Span | null)[]>> | null;
  readonly review: Readonly<Record<string, readonly (Span | null)[]>> | null;
}

/** Takes the figures out of a report. A figure in doubt is null, never a guess. */
export function extract(report: Report): Extract {
  const { disclosure, applications, review } = report.tables;
  return {
    title: report.title?.text ?? null,
    organ: report.organ ?? null,
    year: report.year ?? null,
    edition: editionOf(report),
    layout: Object.fromEntries(boundTables(report).map((table) => [table.template.id, table.layout])),
    sections: sectionsOf(report),
    disclosure: byColumn(disclosure, figureOf),
    applications: inOrder(applications, countOf),
    review: inOrder(review, countOf),
    unreadable: boundTables(report).flatMap(unreadableIn),
  };
}

/** The places of all figures of a report. */
export function positionsOf(report: Report): Positions {
  const { disclosure, applications, review } = report.tables;
  const place = (cell: Cell | undefined): Span | null => cell?.span ?? null;
  return {
    disclosure: byColumn(disclosure, place),
    applications: inOrder(applications, place),
    review: inOrder(review, place),
  };
}

/** The tables that are there, in statutory order. */
export function boundTables(report: Report): readonly BoundTable[] {
  const { disclosure, applications, review } = report.tables;
  return [disclosure, applications, review].filter((table) => table.kind === 'bound');
}

/** The cells of a row, if each of its figures has a certain place. */
export function certainCells(row: RowBinding): readonly Cell[] | undefined {
  return row.kind === 'read' || row.kind === 'miscounted' ? row.cells : undefined;
}

/** The edition the figures follow. A report that mixes two is taken for the one its year demands. */
function editionOf({ form, edition }: Report): EditionId | null {
  return form.edition === 'mixed' ? edition.id : (form.edition ?? null);
}

function sectionsOf({ text, sections }: Report): readonly ExtractedSection[] {
  return sections.flatMap((section) => {
    if (section.kind === 'missing') return [];
    const { span } = section.heading;
    const heading = text.slice(span.from, span.to).replace(/^#+\s*/, '');
    return [{ id: section.template.id, heading, span }];
  });
}

type Take<T> = (cell: Cell | undefined) => T;

/** Table two: one object a row, since its rows have columns of their own. */
function byColumn<T>(table: TableBinding, take: Take<T>): Record<string, Record<string, T>> | null {
  return eachRow(table, (row, at) =>
    Object.fromEntries(row.columns.map((column, index) => [column.id, take(at(column, index))])),
  );
}

/** Tables three and four: one array a row, in the order of the form's columns. */
function inOrder<T>(table: TableBinding, take: Take<T>): Record<string, T[]> | null {
  return eachRow(table, (row, at) => row.columns.map((column, index) => take(at(column, index))));
}

function eachRow<T>(
  table: TableBinding,
  take: (row: RowTemplate, at: (column: ColumnTemplate, index: number) => Cell | undefined) => T,
): Record<string, T> | null {
  if (table.kind === 'absent') return null;
  return Object.fromEntries(
    table.rows.map((row) => {
      const cells = certainCells(row);
      return [row.template.id, take(row.template, (_, index) => cells?.[index])];
    }),
  );
}

/** Money as the decimal string that is printed, anything else as a number. */
function figureOf(cell: Cell | undefined): Figure {
  if (cell?.quantity.kind !== 'number') return null;
  return cell.column.measure === 'amount' ? cell.quantity.printed : cell.quantity.value;
}

const countOf = (cell: Cell | undefined): number | null =>
  cell?.quantity.kind === 'number' ? cell.quantity.value : null;

/** The figures of a table that are not certain, and why. */
export function unreadableIn(table: BoundTable): readonly Unreadable[] {
  return table.rows.flatMap((row) => {
    const at = { table: table.template.id, row: row.template.id };
    const reason = reasonOf(row);
    if (reason) return [{ ...at, reason }];
    return (certainCells(row) ?? []).flatMap(({ column, quantity }) =>
      quantity.kind === 'malformed'
        ? [{ ...at, column: column.id, reason: say('“{0}”不是规范的数字', quantity.text) }]
        : [],
    );
  });
}

function reasonOf(row: RowBinding): Message | undefined {
  if (certainCells(row)) return undefined;
  if (row.kind === 'unreadable') return row.reason;
  if (row.kind === 'missing') return say('表中没有这一行');
  if (row.kind === 'miscounted') {
    return say('应有 {0} 个数，实有 {1} 个，无法逐列对应', row.template.columns.length, row.values.length);
  }
  return undefined;
}
