import type { Span } from '../base/span.ts';
import type { SectionId } from '../template/index.ts';
import type {
  BoundTable,
  Cell,
  FormFound,
  LabelFound,
  Report,
  RowBinding,
  SectionBinding,
  TableBinding,
} from './report.ts';

/** How far a section has moved since an earlier version of the text, if it is the same to the letter; undefined if not. */
export function movedBy(
  id: SectionId,
  text: string,
  sections: readonly SectionBinding[],
  previous: Report | undefined,
): number | undefined {
  const now = sections.find(({ template }) => template.id === id);
  const before = previous?.sections.find(({ template }) => template.id === id);
  if (!previous || now?.kind !== 'present' || before?.kind !== 'present') return undefined;
  return sameWords(previous.text, before.body, text, now.body) ? now.body.from - before.body.from : undefined;
}

function sameWords(a: string, inA: Span, b: string, inB: Span): boolean {
  if (inA.to - inA.from !== inB.to - inB.from) return false;
  return a.slice(inA.from, inA.to) === b.slice(inB.from, inB.to);
}

const shift = ({ from, to }: Span, by: number): Span => ({ from: from + by, to: to + by });

/** The form found, put where its labels stand now. */
export const shiftForm = ({ edition, evidence }: FormFound, by: number): FormFound => ({
  edition,
  evidence: {
    '2019': evidence['2019'].map((span) => shift(span, by)),
    '2021': evidence['2021'].map((span) => shift(span, by)),
  },
});

/** A table read in an earlier version, put where the same words stand now. */
export function shiftTable(table: TableBinding, by: number): TableBinding {
  if (by === 0) return table;
  if (table.kind === 'bound') return shiftBound(table, by);
  const { expectedAt, picture } = table;
  return {
    ...table,
    expectedAt: expectedAt === undefined ? undefined : expectedAt + by,
    picture: picture && shift(picture, by),
  };
}

function shiftBound(table: BoundTable, by: number): BoundTable {
  const { header } = table;
  return {
    ...table,
    span: shift(table.span, by),
    rows: table.rows.map((row) => shiftRow(row, by)),
    header: {
      ...header,
      span: header.span && shift(header.span, by),
      labels: header.labels.map((label) => shiftLabel(label, by)),
      doubled: header.doubled.map((label) => shiftLabel(label, by)),
    },
    groups: table.groups.map((label) => shiftLabel(label, by)),
    unknownRows: table.unknownRows.map((row) => ({
      ...row,
      span: shift(row.span, by),
      full: shift(row.full, by),
    })),
  };
}

function shiftLabel<T>(label: LabelFound<T>, by: number): LabelFound<T> {
  return { ...label, span: shift(label.span, by), pieces: label.pieces.map((piece) => shift(piece, by)) };
}

const shiftCells = (cells: readonly Cell[], by: number): readonly Cell[] =>
  cells.map(({ span, row, column, quantity }) => ({ span: shift(span, by), row, column, quantity }));

function shiftRow(row: RowBinding, by: number): RowBinding {
  switch (row.kind) {
    case 'missing':
      return { ...row, expectedAt: row.expectedAt + by };
    case 'unreadable':
      return { ...row, span: shift(row.span, by) };
    case 'miscounted':
      return {
        ...row,
        span: shift(row.span, by),
        full: shift(row.full, by),
        label: row.label && shiftLabel(row.label, by),
        values: shiftCells(row.values, by),
        cells: row.cells && shiftCells(row.cells, by),
      };
    case 'read':
      return {
        ...row,
        span: shift(row.span, by),
        full: shift(row.full, by),
        label: row.label && shiftLabel(row.label, by),
        cells: shiftCells(row.cells, by),
        duplicates: row.duplicates.map((again) => ({
          ...again,
          span: shift(again.span, by),
          full: shift(again.full, by),
        })),
        fused: row.fused && shift(row.fused, by),
      };
  }
}
