import type { Span } from '../base/span.ts';
import type { SectionId } from '../template/index.ts';
import type {
  BoundTable,
  Cell,
  FormFound,
  LabelFound,
  Move,
  Report,
  RowBinding,
  SectionBinding,
  TableBinding,
} from './report.ts';

/** The same stretch of text in two versions. */
export interface Versions {
  readonly before: { readonly text: string; readonly body: Span };
  readonly now: { readonly text: string; readonly body: Span };
}

/** A section in an earlier version and in this one; undefined if either lacks it. */
export function bothVersions(
  id: SectionId,
  text: string,
  sections: readonly SectionBinding[],
  previous: Report | undefined,
): Versions | undefined {
  const now = sections.find(({ template }) => template.id === id);
  const before = previous?.sections.find(({ template }) => template.id === id);
  if (!previous || !now?.body || !before?.body) return undefined;
  return { before: { text: previous.text, body: before.body }, now: { text, body: now.body } };
}

/** How far a section has moved since an earlier version of the text, if it is the same to the letter; undefined if not. */
export function movedBy(
  id: SectionId,
  text: string,
  sections: readonly SectionBinding[],
  previous: Report | undefined,
): number | undefined {
  const versions = bothVersions(id, text, sections, previous);
  if (!versions) return undefined;
  const { before, now } = versions;
  return sameWords(before.text, before.body, text, now.body) ? now.body.from - before.body.from : undefined;
}

function sameWords(a: string, inA: Span, b: string, inB: Span): boolean {
  if (inA.to - inA.from !== inB.to - inB.from) return false;
  return a.slice(inA.from, inA.to) === b.slice(inB.from, inB.to);
}

/** A span of the earlier version where it stands now. */
export function shift(span: Span, { by, edited }: Move): Span {
  const { from, to } = span;
  if (!edited) return by === 0 ? span : { from: from + by, to: to + by };
  if (by === 0 && to < edited.from) return span;
  return {
    from: from + by + (from > edited.from ? edited.longer : 0),
    to: to + by + (to >= edited.to ? edited.longer : 0),
  };
}

/** A place of the earlier version where it stands now. */
export const shiftPlace = (place: number, move: Move): number => shift({ from: place, to: place }, move).from;

/** The form found, put where its labels stand now. */
export const shiftForm = ({ edition, evidence }: FormFound, move: Move): FormFound => ({
  edition,
  evidence: {
    '2019': evidence['2019'].map((span) => shift(span, move)),
    '2021': evidence['2021'].map((span) => shift(span, move)),
  },
});

/** A table read in an earlier version, put where the same words stand now. */
export function shiftTable(table: TableBinding, move: Move): TableBinding {
  if (move.by === 0 && !move.edited) return table;
  if (table.kind === 'bound') return shiftBound(table, move);
  const { expectedAt, picture, begun } = table;
  return {
    ...table,
    expectedAt: expectedAt === undefined ? undefined : shiftPlace(expectedAt, move),
    picture: picture && shift(picture, move),
    begun: begun && shift(begun, move),
  };
}

function shiftBound(table: BoundTable, move: Move): BoundTable {
  const { header } = table;
  return {
    ...table,
    span: shift(table.span, move),
    rows: table.rows.map((row) => (standsBefore(row, move) ? row : shiftRow(row, move))),
    header: {
      ...header,
      span: header.span && shift(header.span, move),
      labels: header.labels.map((label) => shiftLabel(label, move)),
      doubled: header.doubled.map((label) => shiftLabel(label, move)),
    },
    groups: table.groups.map((label) => shiftLabel(label, move)),
    strays: table.strays.map((stray) => shift(stray, move)),
    unknownRows: table.unknownRows.map((row) => ({
      ...row,
      span: shift(row.span, move),
      full: shift(row.full, move),
      name: shift(row.name, move),
    })),
  };
}

function shiftLabel<T>(label: LabelFound<T>, move: Move): LabelFound<T> {
  const { template, span, pieces, text, wording } = label;
  return {
    template,
    span: shift(span, move),
    pieces: pieces.map((piece) => shift(piece, move)),
    text,
    wording,
  };
}

const shiftCells = (cells: readonly Cell[], move: Move): readonly Cell[] =>
  cells.map(({ span, row, column, quantity }) => ({ span: shift(span, move), row, column, quantity }));

/** Whether a row ends before an edit that moves nothing else. */
function standsBefore(row: RowBinding, { by, edited }: Move): boolean {
  if (by !== 0 || !edited || row.kind !== 'read' || row.duplicates.length > 0) return false;
  const ends = ({ to }: Span): boolean => to < edited.from;
  return ends(row.full) && ends(row.span) && (row.label?.pieces.every(ends) ?? true);
}

function shiftRow(row: RowBinding, move: Move): RowBinding {
  switch (row.kind) {
    case 'missing':
      return { kind: 'missing', template: row.template, expectedAt: shiftPlace(row.expectedAt, move) };
    case 'unreadable':
      return { kind: 'unreadable', template: row.template, span: shift(row.span, move), reason: row.reason };
    case 'miscounted':
      return {
        kind: 'miscounted',
        template: row.template,
        span: shift(row.span, move),
        full: shift(row.full, move),
        label: row.label && shiftLabel(row.label, move),
        values: shiftCells(row.values, move),
        cells: row.cells && shiftCells(row.cells, move),
      };
    case 'read':
      return {
        kind: 'read',
        template: row.template,
        span: shift(row.span, move),
        full: shift(row.full, move),
        label: row.label && shiftLabel(row.label, move),
        cells: shiftCells(row.cells, move),
        duplicates: row.duplicates.map((again) => ({
          ...again,
          span: shift(again.span, move),
          full: shift(again.full, move),
        })),
        fused: row.fused && shift(row.fused, move),
        byOrder: row.byOrder,
      };
  }
}
