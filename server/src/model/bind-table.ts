import { say } from '../base/message.ts';
import { remembered } from '../base/remembered.ts';
import { cover, type Span } from '../base/span.ts';
import { withoutSpace } from '../base/wording.ts';
import type { GridCell } from '../syntax/tree.ts';
import type { EditionId, RowTemplate, TableTemplate } from '../template/index.ts';
import { type Alignment, align, type RowFound } from './align.ts';
import { inFormOrder } from './column-order.ts';
import { doubted, nameless } from './doubt.ts';
import { readFigure } from './figure.ts';
import { bindHeader } from './header.ts';
import type { Item } from './items.ts';
import { isPart, isWordOf, type LabelKey, labelIndex, labelKey, sameLabel } from './label.ts';
import type { BoundTable, Cell, LabelFound, RowBinding, UnknownRow } from './report.ts';
import type { TableText } from './table-text.ts';
import { unfold } from './unfold.ts';
import { allNought, isDoubtful, lacksFigure, pickValues, type Reading, settle } from './values.ts';

/** Matches the rows of a text with table two or three of an edition; undefined if the text holds no such table. */
export function bindTable(
  text: TableText,
  template: TableTemplate,
  edition: EditionId,
): BoundTable | undefined {
  const index = indexOf(template);
  const alignment = align(unfold(text.items, index, template), index, (row) => row.columns.length);
  if (!alignment.rows.some(({ kind }) => kind === 'item') && !mostLabelsThere(alignment)) return undefined;
  const rows = bindRows(alignment, template, text);
  const bound = rows.filter((row) => row.kind !== 'missing');
  const [first] = bound;
  if (!first) return undefined;
  const above = text.items.filter((item) =>
    template.headings === 'table' ? item.span.to <= first.span.from : item.figures === 0,
  );
  const header = bindHeader(above, template);
  const table: BoundTable = {
    kind: 'bound',
    template,
    edition,
    layout: text.layout,
    span: bound.map((row) => row.span).reduce(cover, headerSpan(header.labels) ?? first.span),
    rows,
    header,
    groups: bindGroups(text.items, template),
    unknownRows: alignment.strangers.map((item) => strange(item, alignment, template)),
    strays: text.strays,
    repeats: text.repeats,
  };
  return inFormOrder(doubted(table, text.layout === 'html' ? [] : looseFigures(text, rows)), above);
}

/** Figures that stand by themselves, in no row. */
const looseFigures = ({ items }: TableText, rows: readonly RowBinding[]): readonly Item[] =>
  items.filter(
    ({ labels, figures, span }) =>
      labels.length === 0 &&
      figures > 0 &&
      !rows.some((row) => row.kind !== 'missing' && row.span.from <= span.from && span.to <= row.span.to),
  );

function strange(item: Item, { rows }: Alignment, template: TableTemplate): UnknownRow {
  const { span, full, labels } = item;
  const at = rows.findIndex((row) => row.kind === 'unnamed' && row.item === item);
  const own = labels.filter(({ text }) => !isWordOf(template, text));
  return {
    span,
    full,
    label: (own.length > 0 ? own : labels).map(({ text }) => text).join(''),
    name: labels[labels.length - 1]?.span ?? span,
    insteadOf: template.rows[at],
  };
}

const mostLabelsThere = ({ rows }: Alignment): boolean =>
  rows.filter(({ kind }) => kind === 'label').length * 2 > rows.length;

function headerSpan(labels: readonly { readonly span: Span }[]): Span | undefined {
  const [first, ...rest] = labels;
  return first && rest.map((label) => label.span).reduce(cover, first.span);
}

function bindRows(alignment: Alignment, template: TableTemplate, text: TableText): RowBinding[] {
  const readings = new Map<RowFound, Reading>();
  const certain: { item: Item; offset: number }[] = [];
  for (const [at, row] of alignment.rows.entries()) {
    const width = template.rows[at]?.columns.length ?? 0;
    if (row.kind !== 'item') continue;
    const reading = pickValues(row.item, width);
    // Only in table three labels are merged over columns, and leave fillers that can be taken for figures.
    // In HTML no cell gets lost.
    const doubtful =
      template.headings === 'table' &&
      text.layout !== 'html' &&
      reading.kind === 'read' &&
      isDoubtful(reading.cells);
    readings.set(row, doubtful ? { kind: 'ambiguous', offsets: [reading.offset] } : reading);
    if (reading.kind === 'read' && !doubtful) certain.push({ item: row.item, offset: reading.offset });
  }
  return template.rows.map((row, at) => {
    const found = alignment.rows[at] ?? { kind: 'missing' };
    if (found.kind !== 'item') return withoutFigures(row, found, at, alignment, template, text);
    const first = readings.get(found) ?? { kind: 'miscounted', cells: [] };
    const width = row.columns.length;
    const reading = first.kind === 'ambiguous' ? settle(found.item, first.offsets, width, certain) : first;
    const short = reading.kind === 'ambiguous' ? lacksFigure(found.item, width, certain) : undefined;
    return withFigures(row, found, short ?? reading, text);
  });
}

function withoutFigures(
  row: RowTemplate,
  found: RowFound,
  at: number,
  alignment: Alignment,
  template: TableTemplate,
  text: TableText,
): RowBinding {
  switch (found.kind) {
    case 'label':
      return { kind: 'unreadable', template: row, span: found.item.span, reason: say('只有行名，没有数字') };
    case 'unnamed':
      return {
        kind: 'unreadable',
        template: row,
        span: found.item.span,
        reason: say('这一行的行名与格式对不上'),
      };
    case 'lost':
      return {
        kind: 'unreadable',
        template: row,
        span: found.item.span,
        reason: nameless,
      };
    default:
      return { kind: 'missing', template: row, expectedAt: placeFor(at, alignment, template, text) };
  }
}

/**
 * The start of the next row of the form that is there, else the end of the last one before;
 * where only that one stands in the same group, behind it, above the headings of the next block.
 */
function placeFor(at: number, { rows }: Alignment, template: TableTemplate, text: TableText): number {
  const next = rows.findIndex((row, index) => index > at && row.kind !== 'missing');
  const before = rows.findLastIndex((row, index) => index < at && row.kind !== 'missing');
  const grouped = (other: number) => template.rows[other]?.group === template.rows[at]?.group;
  const [above, below] = [rows[before], rows[next]];
  const behind = above !== undefined && (below === undefined || (grouped(before) && !grouped(next)));
  if (behind && above.kind !== 'missing') return above.item.full.to;
  return below === undefined || below.kind === 'missing' ? text.end : below.item.full.from;
}

function withFigures(
  row: RowTemplate,
  found: RowFound & { kind: 'item' },
  reading: Reading,
  text: TableText,
): RowBinding {
  const label = found.label && labelFound(row, found, text.items);
  const { span, full } = found.item;
  switch (reading.kind) {
    case 'read': {
      const cells = toCells(row, reading.cells);
      const duplicates = found.again.map((item) => ({
        span: item.span,
        full: item.full,
        agrees: agrees(item, row, cells),
      }));
      const { fused } = reading;
      const { byOrder } = found;
      return { kind: 'read', template: row, span, full, label, cells, duplicates, fused, byOrder };
    }
    case 'miscounted': {
      // Only its place tells which row of the form it would be, and it is not even like that one.
      if (!label) return { kind: 'unreadable', template: row, span, reason: nameless };
      const surplusNoughts = reading.cells.length > row.columns.length && allNought(reading.cells);
      const cells = surplusNoughts ? toCells(row, reading.cells.slice(0, row.columns.length)) : undefined;
      const values = toCells(row, reading.cells);
      return { kind: 'miscounted', template: row, span, full, label, values, cells };
    }
    case 'ambiguous':
      return {
        kind: 'unreadable',
        template: row,
        span,
        reason: say('列与列错开，无法确定每个数字属于哪一列'),
      };
  }
}

/** Whether the same row, met again, says the same. */
function agrees(item: Item, row: RowTemplate, cells: readonly Cell[]): boolean {
  const reading = pickValues(item, row.columns.length);
  return (
    reading.kind === 'read' && toCells(row, reading.cells).every((cell, at) => sameFigure(cell, cells[at]))
  );
}

function sameFigure(a: Cell, b: Cell | undefined): boolean {
  if (a.quantity.kind !== b?.quantity.kind) return false;
  return (
    a.quantity.kind !== 'number' || b.quantity.kind !== 'number' || a.quantity.value === b.quantity.value
  );
}

/** Cells in the order of the row's columns; values beyond the last column are taken for it. */
export function toCells(row: RowTemplate, cells: readonly GridCell[]): readonly Cell[] {
  const last = row.columns[row.columns.length - 1];
  if (!last) return [];
  return cells.map(({ span, text }, at) => {
    const column = row.columns[at] ?? last;
    return { span, row, column, quantity: readFigure(text, column.measure) };
  });
}

function labelFound(
  row: RowTemplate,
  { item, label }: RowFound & { kind: 'item' },
  items: readonly Item[],
): LabelFound<RowTemplate> | undefined {
  const [first] = label?.pieces ?? [];
  const last = label?.pieces.at(-1);
  if (!label || !first || !last) return undefined;
  return {
    template: row,
    span: cover(first.span, last.span),
    pieces: label.pieces.map((piece) => piece.span),
    text: label.pieces.map((piece) => withoutSpace(piece.text)).join(''),
    wording: isStatutory(label.key, row, item, items) ? 'statutory' : 'different',
  };
}

/** A piece of a label that was torn apart is not a wrong label; the end of one that has a meaning of its own is. */
function isStatutory(found: LabelKey, row: RowTemplate, item: Item, items: readonly Item[]): boolean {
  const wanted = labelKey(row.label);
  if (sameLabel(found, wanted)) return true;
  const otherWords = row.aliases?.some((alias) => labelKey(alias).core === found.core) ?? false;
  if (!isPart(found.core, wanted.core) || (otherWords && !wanted.core.startsWith(found.core))) return false;
  return !item.positional || hasScrap(wanted.core, item, items);
}

/** So many rows around a torn row may hold the rest of its label. */
const reach = 4;

/** Whether a row without figures near by holds words of a label: where cells have places, the rest of a torn one is there. */
function hasScrap(core: string, item: Item, items: readonly Item[]): boolean {
  const at = items.indexOf(item);
  const isScrap = ({ labels, figures }: Item): boolean =>
    figures === 0 && labels.every(({ text }) => core.includes(labelKey(text).core));
  return items.slice(Math.max(0, at - reach), at + reach + 1).some(isScrap);
}

function bindGroups(items: readonly Item[], template: TableTemplate): BoundTable['groups'] {
  const groups = groupIndexOf(template);
  return items.flatMap((item) =>
    item.labels.flatMap((cell) => {
      const at = groups.byCore.get(labelKey(cell.text).core);
      const entry = at === undefined ? undefined : groups.entries[at];
      return entry
        ? [
            {
              template: entry.template,
              span: cell.span,
              pieces: [cell.span],
              text: cell.text,
              wording: 'statutory' as const,
            },
          ]
        : [];
    }),
  );
}

/** The templates are constants, so their indexes are made once. */
export const indexOf = remembered(({ rows }: TableTemplate) => labelIndex(rows));

const groupIndexOf = remembered(({ groups }: TableTemplate) => labelIndex(groups));
