import type { Message } from '../../base/message.ts';
import { say } from '../../base/message.ts';
import type { Span } from '../../base/span.ts';
import { comparable } from '../../base/wording.ts';
import { chainOf, type FormPart, type FormWords } from '../../model/form-grid.ts';
import type { Item } from '../../model/items.ts';
import { labelKey } from '../../model/label.ts';
import type { BoundTable, Cell, RowBinding } from '../../model/report.ts';
import type { ColumnTemplate, GroupTemplate, RowTemplate, TableTemplate } from '../../template/index.ts';
import { type BlockStart, findHeadings, type Headings } from './column-headings.ts';
import { type FreeWords, freeWords, type Gathered, gather, gathered, squeezed } from './free-words.ts';

/** A table told apart into the words and figures it is written with. */
export interface TableWords {
  readonly words: FormWords;
  /** Where they stand; what stands between them belongs to no part of the form. */
  readonly used: readonly Span[];
  /** Where a part of the form stands, in pieces if it was torn; nowhere if it is not there. */
  readonly piecesOf: (part: FormPart) => readonly Span[];
  /** Headings and group labels as they are compared: said again further down they say nothing new. */
  readonly headings: ReadonlySet<string>;
}

type Read = Extract<RowBinding, { kind: 'read' }>;

/** Tells a table apart, or says why that would be a guess. `text` is the text that was read. */
export function tableWords(text: string, table: BoundTable, items: readonly Item[]): TableWords | Message {
  const rows = table.rows.filter((row) => row.kind === 'read');
  const parts = findParts(table, rows, items);
  if ('key' in parts) return parts;
  const { note, groups, corners, headings, labels } = parts;
  const said = [...(note ? [note] : []), ...groups.values(), ...corners.values(), ...headings.all];
  const gatheredFor = gatheredIn(
    parts,
    isStacked(rows) ? sharedHeading(headings, table.template) : headings.of,
  );
  const figure = figureIn(text, rows);
  return {
    words: {
      rows: rows.map((row) => row.template),
      of: (part) =>
        part.kind === 'figure' ? figure(part.row, part.column) : (gatheredFor(part)?.text ?? ''),
    },
    used: [
      ...rows.flatMap(({ cells, fused }) => [...cells.map(({ span }) => span), ...(fused ? [fused] : [])]),
      ...[...said, ...labels.values()].flatMap(({ pieces }) => pieces),
    ],
    piecesOf: (part) => {
      if (part.kind !== 'figure') return gatheredFor(part)?.pieces ?? [];
      const cell = cellIn(rows, part.row, part.column);
      return cell ? [cell.span] : [];
    },
    headings: new Set(said.map((found) => comparable(found.text))),
  };
}

type LabelPart = Exclude<FormPart, { readonly kind: 'figure' }>;

const gatheredIn =
  ({ note, groups, corners, labels }: Parts, heading: Headings['of']) =>
  (part: LabelPart): Gathered | undefined => {
    switch (part.kind) {
      case 'note':
        return note;
      case 'blank':
        return undefined;
      case 'group':
        return groups.get(part.group.id);
      case 'corner':
        return corners.get(part.group.id);
      case 'heading':
        return heading(part.column, part.block);
      case 'label':
        return labels.get(part.row.id);
    }
  };

/** The words of a table by the part of the form they belong to. */
interface Parts {
  readonly note: Gathered | undefined;
  readonly groups: Found;
  readonly corners: Found;
  readonly headings: Headings;
  readonly labels: Found;
}

/** The surest first: what one part has taken, no other can. */
function findParts(table: BoundTable, rows: readonly Read[], items: readonly Item[]): Parts | Message {
  const { template, header } = table;
  const free = freeWords(
    items.flatMap(({ words }) => words),
    [...rows.flatMap(spansOf), ...header.labels.flatMap(({ pieces }) => pieces)],
  );
  const note = findNote(free, template);
  const known = findGroups(free, items, table, rows);
  const labels = template.headings === 'row' ? findTitles(free, template) : findLabels(free, items, rows);
  if (isShared(labels)) return say('行名之间的界线无法确定');
  const groups = template.headings === 'table' ? withOtherWords(free, items, template, rows, known) : known;
  const starts = blockStarts(template, rows, groups);
  const headings = findHeadings(free, template, header, starts);
  if (headings.doubled !== undefined) return doubledHeading(headings.doubled);
  const wordsLeft = free.left().some(({ span }) => span.to <= lastOf(rows));
  if (headings.scattered !== undefined && !isStacked(rows) && wordsLeft)
    return say('列名“{0}”在复制时被打散', headings.scattered);
  const corners = template.headings === 'group' ? findCorners(free, starts) : new Map<string, Gathered>();
  return { note, groups, corners, headings, labels };
}

const doubledHeading = (label: string): Message => say('列名“{0}”出现了两次', label);

const lastOf = (rows: readonly Read[]): number => Math.max(...rows.map(({ span }) => span.to));

/** Why a table cannot be told apart, before its words are looked at. */
export function obstacle({ rows, unknownRows, header, template }: BoundTable): Message | undefined {
  for (const row of rows) {
    const { label } = row.template;
    if (row.kind === 'unreadable') return say('“{0}”一行：{1}', label, row.reason);
    if (row.kind === 'miscounted') {
      const columns = row.template.columns.length;
      return say('“{0}”一行的数字个数与列数（{1}）不符', label, columns);
    }
    if (row.kind === 'missing') continue;
    if (row.duplicates.length > 0) return say('“{0}”一行重复出现', label);
    if (!row.label && template.headings !== 'row') return say('“{0}”一行没有行名', label);
  }
  const [stranger] = unknownRows;
  if (stranger) return say('“{0}”一行不是表样中的行', stranger.label);
  const [doubled] = header.doubled;
  return doubled && template.headings === 'table' ? doubledHeading(doubled.text) : undefined;
}

const spansOf = ({ cells, label }: Read): readonly Span[] => [
  ...cells.map(({ span }) => span),
  ...(label?.pieces ?? []),
];

/** `（本列数据的勾稽关系为：…）`, in whatever words and over however many lines. */
function findNote(free: FreeWords, { note }: TableTemplate): Gathered | undefined {
  if (note === undefined) return undefined;
  const words = free.left();
  const from = words.findIndex(({ text }) => /本列数据|勾稽关系/.test(text));
  if (from < 0) return undefined;
  const pieces = words.slice(from, from + longestNote);
  const end = pieces.findIndex(({ text }) => /[)）]$/.test(text));
  return gathered(free, pieces.slice(0, end < 0 ? 1 : end + 1));
}

/** A note is broken over no more lines than this. */
const longestNote = 5;

type Found = ReadonlyMap<string, Gathered>;

/** The labels over several rows or columns. One that is said again for every row counts once. */
function findGroups(
  free: FreeWords,
  items: readonly Item[],
  { template, groups }: BoundTable,
  rows: readonly Read[],
): Found {
  const printed = template.groups.filter((group) => isPrinted(group, template, rows));
  return new Map(
    printed.flatMap((group) => {
      const cells = groups.filter((found) => found.template === group).map(({ span }) => span);
      const whole = free.left().filter(({ span }) => cells.some((cell) => contains(cell, span)));
      const [first] = cells;
      const own = whole.filter(({ span }) => first && contains(first, span));
      const found = own.length > 0 ? gathered(free, own) : gather(free, group.label);
      return found ? [[group.id, withNumber(free, items, found, group.label)] as const] : [];
    }),
  );
}

/** Whether two labels lay claim to the same words. */
function isShared(labels: Found): boolean {
  const pieces = [...labels.values()].flatMap((label) => label.pieces);
  const sorted = [...pieces].sort((a, b) => a.from - b.from);
  return sorted.some(({ from }, at) => from < (sorted[at - 1]?.to ?? 0));
}

const contains = (outer: Span, inner: Span): boolean => outer.from <= inner.from && inner.to <= outer.to;

/** A label over rows stands in the first of them, so without any it has no place. */
function isPrinted(group: GroupTemplate, template: TableTemplate, rows: readonly Read[]): boolean {
  const overRows = template.rows.some((row) => chainOf(template, row.group).includes(group));
  if (!overRows || template.headings === 'group') return true;
  return rows.some((row) => chainOf(template, row.template.group).includes(group));
}

/** Table four prints its row labels above their columns. */
function findTitles(free: FreeWords, { rows }: TableTemplate): Found {
  return new Map(
    rows.flatMap((row) => {
      const found = gather(free, row.label);
      return found ? [[row.id, found] as const] : [];
    }),
  );
}

/** The labels of rows as found. */
function findLabels(free: FreeWords, items: readonly Item[], rows: readonly Read[]): Found {
  return new Map(
    rows.flatMap(({ template, label }) =>
      label ? [[template.id, withNumber(free, items, label, template.label)] as const] : [],
    ),
  );
}

/** A label whose number stands in a cell of its own gets it back: `（三）` beside `不予公开`. */
function withNumber(free: FreeWords, items: readonly Item[], found: Gathered, wanted: string): Gathered {
  const [first] = found.pieces;
  const item = items.find(({ span }) => first && contains(span, first));
  const number = item?.words.find(
    (word) => free.left().includes(word) && isNumberOf(word.text, found.text, wanted),
  );
  if (!number) return found;
  return { text: squeezed(number.text) + found.text, pieces: [...free.take([number]), ...found.pieces] };
}

/** Words before a row's label that are no label of the form stand where the one label is that the form has there. */
function withOtherWords(
  free: FreeWords,
  items: readonly Item[],
  table: TableTemplate,
  rows: readonly Read[],
  groups: Found,
): Found {
  const all = new Map(groups);
  const begun = new Set<GroupTemplate>();
  for (const { template, label, full } of rows) {
    const opened = chainOf(table, template.group).filter((group) => !begun.has(group));
    for (const group of opened) begun.add(group);
    const [lacking, ...more] = opened.filter(({ id }) => !all.has(id));
    const item = items.find((candidate) => candidate.positional && candidate.full.from === full.from);
    const before = item?.words.filter(
      (word) => free.left().includes(word) && label && word.span.to <= label.span.from,
    );
    if (lacking && more.length === 0 && before && before.length > 0)
      all.set(lacking.id, gathered(free, before));
  }
  return all;
}

const bareNumber = /^(?:[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十\d]+[、.．])$/;

function isNumberOf(word: string, label: string, wanted: string): boolean {
  const number = squeezed(word);
  if (!bareNumber.test(number) || labelKey(label).ordinal !== '') return false;
  return labelKey(number).ordinal === labelKey(wanted).ordinal;
}

/** Where the blocks of table two begin: at their heading, or behind the rows of the block before. */
function blockStarts(template: TableTemplate, rows: readonly Read[], groups: Found): readonly BlockStart[] {
  if (template.headings !== 'group') return [];
  let end = 0;
  const starts = template.groups.flatMap(({ id }) => {
    const members = rows.filter((row) => row.template.group === id);
    const heading = groups.get(id)?.pieces[0];
    if (!heading && members.length === 0) return [];
    const start = { id, from: heading?.from ?? end };
    end = members.reduce((last, { span }) => Math.max(last, span.to), end);
    return [start];
  });
  return starts.sort((a, b) => a.from - b.from);
}

/** `信息内容` above the row labels of each block. */
function findCorners(free: FreeWords, starts: readonly BlockStart[]): Found {
  const corners = new Map<string, Gathered>();
  for (const word of free.left()) {
    const block = starts.findLast(({ from }) => from <= word.span.from)?.id;
    if (block === undefined || corners.has(block) || labelKey(word.text).core !== '信息内容') continue;
    corners.set(block, gathered(free, [word]));
  }
  return corners;
}

/** Rows of table four that stand below each other share one line of headings. */
const isStacked = (rows: readonly Read[]): boolean =>
  rows.some(({ span }) => span.from !== rows[0]?.span.from);

function sharedHeading(headings: Headings, { rows }: TableTemplate): Headings['of'] {
  const blocks = rows.map(({ id }) => id);
  return (column, block) =>
    headings.of(column, block) ?? blocks.map((id) => headings.of(column, id)).find((found) => found);
}

const cellIn = (rows: readonly Read[], row: RowTemplate, column: ColumnTemplate): Cell | undefined =>
  rows.find(({ template }) => template === row)?.cells.find((cell) => cell.column === column);

function figureIn(text: string, rows: readonly Read[]) {
  return (row: RowTemplate, column: ColumnTemplate): string => {
    const { from, to } = cellIn(rows, row, column)?.span ?? { from: 0, to: 0 };
    return text.slice(from, to).replace(/\s+/g, ' ').trim();
  };
}
