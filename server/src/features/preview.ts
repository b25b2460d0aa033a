import { type Page, pageOf, type Source } from '../analysis/format/format.ts';
import { cellsOf, type LeftPart, type PagePart } from '../analysis/format/parts.ts';
import { wordsOf } from '../analysis/format/source.ts';
import type { Snapshot } from '../analysis/snapshot.ts';
import { identityCounts } from '../analysis/verdict.ts';
import { type Message, say } from '../base/message.ts';
import { cover, type Span } from '../base/span.ts';
import type { TableBinding } from '../model/report.ts';
import type { Severity } from '../rules/rule.ts';
import type { GridCell } from '../syntax/tree.ts';
import type { TableTemplate } from '../template/index.ts';
import type { Finding } from './findings.ts';
import { formRows, foundRows, type PreviewCell, type Unread } from './preview-cells.ts';
import { type FormRead, formRead } from './preview-form.ts';
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
      /** How its identities come out; undefined for a table without any. */
      readonly sums: Message | undefined;
      /** Why not all of it is certain. */
      readonly remark: Message | undefined;
      /** As the form prints it; none if it cannot be told which form that is. */
      readonly rows: readonly (readonly PreviewCell[])[];
      /** A table that is not certain once more as it was found. */
      readonly found: readonly (readonly PreviewCell[])[];
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
  const view: View = { source, page, notes, marks: marker(report, shown) };
  const blocks = page.parts.flatMap((part) => blocksFor(view, part));
  const told = new Set(blocks.flatMap((block) => block.notes));
  return { blocks, notes: notes.filter((note) => !told.has(note)) };
}

interface View {
  readonly source: Source;
  readonly page: Page;
  readonly notes: readonly PreviewNote[];
  readonly marks: Marker;
}

function blocksFor(view: View, part: PagePart): readonly PreviewBlock[] {
  const { marks } = view;
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
      const { template } = part.table;
      const crumbs = part.crumbs.map((text) => aside(text, part.place));
      return [table(view, template, part.place, formRows(part, marks)), ...crumbs];
    }
    case 'rows':
    case 'words':
      return leftTable(view, part);
    case 'kept':
      return [keptTable(view, part.place)];
  }
}

type Rows = readonly (readonly PreviewCell[])[];

type Place = Pick<GridCell, 'text' | 'span'>;

const wordsAsRow =
  ({ report }: Source) =>
  ({ span }: { readonly span: Span }): readonly Place[] => [
    { text: report.tree.text.slice(span.from, span.to), span },
  ];

/** All lines of a table that was not written down again, at the place of the first of them. */
function leftTable(view: View, part: LeftPart): readonly PreviewBlock[] {
  const { source, page } = view;
  const parts = page.parts.filter((one): one is LeftPart => 'rows' in one || one.kind === 'words');
  const own = parts.filter((one) => one.table === part.table);
  if (own[0] !== part) return [];
  const rows = own.flatMap((one) => (one.kind === 'rows' ? one.rows : one.lines.map(wordsAsRow(source))));
  // Bars that are left beside a table written down again say nothing.
  if (!rows.some((cells) => cells.some(({ text }) => /[^\s|]/.test(text)))) return [];
  const place = own.map((one) => one.place).reduce(cover);
  return [uncertain(view, source.report.tables[part.table], place, rows)];
}

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
  return uncertain(view, owner, place, own);
}

/** A table as far as it was read, and once more as it was found. */
function uncertain(
  view: View,
  owner: TableBinding | undefined,
  place: Span,
  lines: readonly (readonly Place[])[],
): PreviewBlock {
  const { source, page, marks } = view;
  const left = page.left.find(({ table: id }) => id === owner?.template.id);
  const isOne = owner?.template.id !== 'disclosure' || source.report.form.edition !== 'mixed';
  const form = owner?.kind === 'bound' && left && isOne ? formRead(source.report, owner) : undefined;
  const rows = form ? formRows(form, marks, unreadIn(view, form)) : [];
  const remark =
    left &&
    (form
      ? say('没有全部读准：{0}。读到的内容按表样排在这里，灰色的字是表样上的；原文列在下面。', left.reason)
      : say('没有按表样排出，以下照原文列出：{0}', left.reason));
  return table(view, owner?.template, place, rows, foundRows(lines, marks), remark);
}

const unreadIn =
  ({ source, marks }: View, { asFound }: FormRead): Unread =>
  (row) => {
    const spans = asFound(row);
    if (!spans) return undefined;
    const { text } = source.report.tree;
    const words = spans.map(({ from, to }) =>
      text
        .slice(from, to)
        .replace(/[\s|]+/g, ' ')
        .trim(),
    );
    const [first, ...more] = spans;
    return { text: words.join('　'), span: first && more.reduce(cover, first), marks: marks.on(spans) };
  };

function table(
  view: View,
  template: TableTemplate | undefined,
  place: Span,
  rows: Rows,
  found: Rows = [],
  remark?: Message,
): PreviewBlock {
  return {
    kind: 'table',
    name: template ? nameOf(template) : say('表格'),
    sums: template && sumsOf(view, template),
    remark,
    rows,
    found,
    ...noted(view, place, [...rows, ...found].flat(), view.marks.within(place)),
  };
}

const nameOf = ({ name, title }: TableTemplate): Message => say('{0}：{1}', name, title);

function sumsOf({ source: { report } }: View, { id, identities }: TableTemplate): Message | undefined {
  if (identities.length === 0) return undefined;
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
  const own = [...numbers].sort((a, b) => a - b);
  return { span, notes: own.flatMap((number) => notes[number - 1] ?? []) };
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
