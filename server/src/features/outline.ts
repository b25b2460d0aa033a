import type { Snapshot } from '../analysis/snapshot.ts';
import { contains, type Span } from '../base/span.ts';
import type { BoundTable, Heading, Report } from '../model/report.ts';
import type { SyntaxTree } from '../syntax/tree.ts';

/** What an entry of the outline stands for. */
export type OutlineKind = 'title' | 'section' | 'heading' | 'table';

/** One entry of the outline, with what belongs to it. `selection` lies in `span`, and `span` in the parent's. */
export interface OutlineItem {
  readonly kind: OutlineKind;
  /** The words as written, without hash marks: `（二）依申请公开情况`. A table as reviewers call it: `表三`. */
  readonly name: string;
  /** What a table is of; its section says so too. */
  readonly detail: string | undefined;
  /** The whole part: `一、总体情况` down to the last line before the next section. */
  readonly span: Span;
  /** The words to jump to. */
  readonly selection: Span;
  readonly children: readonly OutlineItem[];
}

/** The outline of a report: its title, its headings as they nest, and its tables inside their sections. */
export function outline({ report }: Snapshot): readonly OutlineItem[] {
  const found = report();
  return found.recognised ? nest(entriesOf(found)) : [];
}

/** A place in the outline before anybody knows what it stands in. */
interface Entry {
  readonly kind: OutlineKind;
  readonly name: string;
  readonly detail: string | undefined;
  /** Headings nest by their level; titles and tables stand in whatever holds them and hold nothing. */
  readonly level: number;
  readonly span: Span;
  readonly selection: Span;
}

const leaf = Number.POSITIVE_INFINITY;

function entriesOf(report: Report): readonly Entry[] {
  const { text, title, headings, tables } = report;
  const entries: Entry[] = headings
    .filter((heading) => !isSentence(text, heading))
    .map((heading) => headingEntry(text, heading));
  if (title) {
    entries.push({
      kind: 'title',
      name: shown(title.text),
      detail: undefined,
      level: leaf,
      span: title.span,
      selection: title.span,
    });
  }
  for (const table of [tables.disclosure, tables.applications, tables.review]) {
    if (table.kind === 'bound') entries.push(tableEntry(report, table));
  }
  return entries.sort((a, b) => a.span.from - b.span.from);
}

/** `1. 本年度没有收取信息处理费。` is an item of a list; only headings as the form numbers them may end in a full stop. */
const isSentence = (text: string, { span, level, section }: Heading): boolean =>
  section === undefined && level > 2 && text.charAt(span.to - 1) === '。';

function headingEntry(text: string, { span, body, level, section }: Heading): Entry {
  return {
    kind: section ? 'section' : 'heading',
    name: shown(text.slice(span.from, span.to)),
    detail: undefined,
    level,
    span: { from: span.from, to: Math.max(span.to, endOfWords(text, span.to, body.to)) },
    selection: span,
  };
}

function tableEntry({ tree }: Report, table: BoundTable): Entry {
  const { from, to } = wholeTable(tree, table);
  const firstLine = tree.text.slice(from, to).search(/[\r\n]/);
  const selection = { from, to: firstLine < 0 ? to : from + firstLine };
  const { name, title: detail } = table.template;
  return { kind: 'table', name, detail, level: leaf, span: { from, to }, selection };
}

/** The lines of a table with those of its frame: `| 第二十条第（一）项 | |` and the strokes below it. */
export function wholeTable({ lines }: SyntaxTree, { span, layout }: BoundTable): Span {
  const framed = (index: number): boolean => lines[index]?.shape === layout;
  let first = lines.findIndex(({ full }) => span.from <= full.to);
  let last = lines.findLastIndex(({ full }) => full.from <= span.to);
  while (framed(first - 1)) first -= 1;
  while (framed(last + 1)) last += 1;
  return { from: lines[first]?.span.from ?? span.from, to: lines[last]?.span.to ?? span.to };
}

/** Where the last words before `to` end, so that the blank lines between two sections belong to neither. */
function endOfWords(text: string, from: number, to: number): number {
  let end = Math.min(to, text.length);
  while (end > from && text.charAt(end - 1).trim() === '') end -= 1;
  return end;
}

const longestName = 80;

/** A heading's words fit to be listed: no marks of Markdown, no closing full stop, and never empty. */
function shown(words: string): string {
  const name = words
    .replace(/^#+\s*|\*\*|[\s。]+$/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (name === '') return '（无题）';
  const characters = [...name];
  return characters.length <= longestName ? name : `${characters.slice(0, longestName).join('')}…`;
}

/** Puts entries that come in the order of the text into one another, and keeps every part within its whole. */
function nest(entries: readonly Entry[]): readonly OutlineItem[] {
  const roots: OutlineItem[] = [];
  const open: { readonly level: number; readonly span: Span; readonly children: OutlineItem[] }[] = [];
  for (const entry of entries) {
    while (open.length > 0 && !holds(open.at(-1), entry)) open.pop();
    const parent = open.at(-1);
    const span = parent ? { from: entry.span.from, to: Math.min(entry.span.to, parent.span.to) } : entry.span;
    const children: OutlineItem[] = [];
    const { kind, name, detail } = entry;
    const selection = contains(span, entry.selection) ? entry.selection : span;
    (parent?.children ?? roots).push({ kind, name, detail, span, selection, children });
    if (entry.level !== leaf) open.push({ level: entry.level, span, children });
  }
  return roots;
}

const holds = (part: { readonly level: number; readonly span: Span } | undefined, entry: Entry): boolean =>
  part !== undefined &&
  part.level < entry.level &&
  part.span.from <= entry.span.from &&
  entry.span.from < part.span.to;
