import { type Page, pageOf, type Source } from '../analysis/format/format.ts';
import { cellsOf, type PagePart } from '../analysis/format/parts.ts';
import { wordsOf } from '../analysis/format/source.ts';
import type { Snapshot } from '../analysis/snapshot.ts';
import { identityCounts } from '../analysis/verdict.ts';
import { type Message, say } from '../base/message.ts';
import type { Span } from '../base/span.ts';
import type { Severity } from '../rules/rule.ts';
import type { TableId, TableTemplate } from '../template/index.ts';
import type { Finding } from './findings.ts';
import { formRows, foundRows, type PreviewCell } from './preview-cells.ts';
import { type Mark, type Marker, marker } from './preview-marks.ts';

/** A report as it is published, with what is wrong marked where it stands. */
export interface Preview {
  readonly blocks: readonly PreviewBlock[];
  /** What is found at no place that is shown, such as a section that is missing. */
  readonly notes: readonly PreviewNote[];
}

/** A finding by its number: 1 for the first of the text. */
export interface PreviewNote {
  readonly number: number;
  readonly severity: Severity;
  readonly message: Message;
  readonly span: Span;
}

export type PreviewBlock =
  | (Part & { readonly kind: 'heading'; readonly depth: number; readonly runs: readonly PreviewRun[] })
  | (Part & { readonly kind: 'paragraph'; readonly runs: readonly PreviewRun[] })
  | (Part & {
      readonly kind: 'table';
      readonly name: Message;
      /** How its identities come out; undefined for a table without any, and for the rest of a table begun above. */
      readonly sums: Message | undefined;
      /** Why it is shown as it was found and not as the form prints it. */
      readonly remark: Message | undefined;
      readonly rows: readonly (readonly PreviewCell[])[];
    });

interface Part {
  /** Where it stands in the text. */
  readonly span: Span;
  /** The findings that its marks name, or that stand within it. */
  readonly notes: readonly PreviewNote[];
}

/** A stretch of words that is marked as one. */
export interface PreviewRun {
  readonly text: string;
  readonly span: Span;
  readonly marks: readonly Mark[];
}

/** What a page of the report shows, with these findings marked in it; undefined for a text that is no report. */
export function preview(of: Snapshot, shown: readonly Finding[]): Preview | undefined {
  const report = of.report();
  if (!report.recognised) return undefined;
  const source: Source = { text: of.text, report };
  const page = pageOf(source);
  const notes = shown.map(
    ({ severity, message, span }, at): PreviewNote => ({ number: at + 1, severity, message, span }),
  );
  const view: View = { source, page, notes, marks: marker(report, shown), begun: new Set() };
  const blocks = page.parts.flatMap((part) => blocksFor(view, part));
  const told = new Set(blocks.flatMap((block) => block.notes));
  return { blocks, notes: notes.filter((note) => !told.has(note)) };
}

interface View {
  readonly source: Source;
  readonly page: Page;
  readonly notes: readonly PreviewNote[];
  readonly marks: Marker;
  /** The tables of which something is shown already. */
  readonly begun: Set<TableId>;
}

function blocksFor(view: View, part: PagePart): readonly PreviewBlock[] {
  const { source, marks } = view;
  switch (part.kind) {
    case 'heading': {
      const runs = headingRuns(view, part);
      return [{ kind: 'heading', depth: part.depth, runs, ...noted(view, part.place, runs) }];
    }
    case 'paragraph':
      return [paragraph(view, part.place)];
    case 'comment':
      return [];
    case 'table': {
      const rows = formRows(part, marks);
      const crumbs = part.crumbs.map((text) => aside(text, part.place));
      return [table(view, part.table.template.id, part.place, rows), ...crumbs];
    }
    case 'rows':
    case 'words': {
      const found = part.kind === 'rows' ? part.rows : part.lines.map(wordsAsRow(source));
      // Bars that are left beside a table written down again say nothing.
      if (!found.some((cells) => cells.some(({ text }) => /[^\s|]/.test(text)))) return [];
      return [table(view, part.table, part.place, foundRows(found, marks))];
    }
    case 'kept':
      return [keptTable(view, part.place)];
  }
}

const wordsAsRow =
  ({ report }: Source) =>
  ({ span }: { readonly span: Span }) => [{ text: report.tree.text.slice(span.from, span.to), span }];

/** HTML that could not be read with certainty: its cells without its tags. */
function keptTable(view: View, place: Span): PreviewBlock {
  const { report } = view.source;
  const lines = report.tree.lines.filter(
    ({ span, shape }) => shape !== 'blank' && span.from < place.to && place.from < span.to,
  );
  const { disclosure, applications, review } = report.tables;
  const owner = [disclosure, applications, review].find(
    (one) => one.kind === 'bound' && one.span.from < place.to && place.from < one.span.to,
  );
  const rows = lines.map((line) => cellsOf(report.tree.text, line) ?? wordsAsRow(view.source)(line));
  // Each cell begins with a tab where its tag was, so before the first there is nothing.
  const own = rows.every(([first]) => first?.text === '') ? rows.map(([, ...cells]) => cells) : rows;
  return table(view, owner?.template.id, place, foundRows(own, view.marks));
}

function table(
  view: View,
  id: TableId | undefined,
  place: Span,
  rows: readonly (readonly PreviewCell[])[],
): PreviewBlock {
  const { source, page, begun } = view;
  const first = id !== undefined && !begun.has(id);
  if (id) begun.add(id);
  const left = first ? page.left.find((one) => one.table === id) : undefined;
  return {
    kind: 'table',
    name: id ? nameOf(source.report.tables[id].template) : say('表格'),
    sums: first ? sumsOf(view, id) : undefined,
    remark: left && say('没有按表样排出，以下照原文列出：{0}', left.reason),
    rows,
    ...noted(view, place, rows.flat(), view.marks.within(place)),
  };
}

const nameOf = ({ name, title }: TableTemplate): Message => say('{0}：{1}', name, title);

function sumsOf({ source: { report } }: View, id: TableId): Message | undefined {
  if (report.tables[id].template.identities.length === 0) return undefined;
  const counts = identityCounts(report, id);
  return say(
    '勾稽关系：相符 {0} 项，不符 {1} 项，无法判断 {2} 项',
    counts.held,
    counts.broken,
    counts.notAssessable,
  );
}

function paragraph(view: View, place: Span): PreviewBlock {
  const runs = runsOf(view, place);
  return { kind: 'paragraph', runs, ...noted(view, place, runs) };
}

/** What stands among the lines of a table without being part of it. */
const aside = (text: string, span: Span): PreviewBlock => ({
  kind: 'paragraph',
  span,
  notes: [],
  runs: [{ text, span, marks: [] }],
});

/** The findings that the marks of a part name, and others that stand in it. */
function noted(
  { notes }: View,
  span: Span,
  marked: readonly { readonly marks: readonly Mark[] }[],
  others: readonly number[] = [],
): Part {
  const numbers = new Set([...marked.flatMap(({ marks }) => marks.map(({ number }) => number)), ...others]);
  return { span, notes: notes.filter(({ number }) => numbers.has(number)) };
}

/** The words of a stretch, parted where a mark begins or ends. What is not marked is without signs of emphasis. */
function runsOf({ source, marks }: View, { from, to }: Span): readonly PreviewRun[] {
  const stops = [...new Set([from, ...marks.edgesWithin({ from, to }), to])].sort((a, b) => a - b);
  return stops.slice(1).flatMap((end, at): PreviewRun[] => {
    const span = { from: stops[at] ?? from, to: end };
    const own = marks.on([span]);
    const words = wordsOf(source, span);
    const text = own.length > 0 ? words : words.replaceAll('**', '');
    return text === '' ? [] : [{ text, span, marks: own }];
  });
}

/** A heading without the signs that make it one; with marks in it, its lines stay as they are. */
function headingRuns(
  view: View,
  { place, words }: Extract<PagePart, { readonly kind: 'heading' }>,
): readonly PreviewRun[] {
  const runs = runsOf(view, place);
  if (runs.some(({ marks }) => marks.length > 0))
    return runs.map((run) => ({ ...run, text: run.text.replace(/^\s*\|?\s*#+\s*|\s*\|\s*$/g, '') }));
  const text = words.replace(/<!--[\s\S]*?-->/g, '').replaceAll('**', '');
  return [{ text: text.trim(), span: place, marks: [] }];
}
