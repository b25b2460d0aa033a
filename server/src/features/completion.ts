import type { Snapshot } from '../analysis/snapshot.ts';
import { type Message, say } from '../base/message.ts';
import { contains, type Span, span } from '../base/span.ts';
import { blankRow } from '../model/blank-row.ts';
import { lineAt, lineBreakOf } from '../model/manuscript.ts';
import { flat, type Pieces } from '../model/pieces.ts';
import type { BoundTable, Report } from '../model/report.ts';
import { boundTables } from '../model/tables.ts';
import type { Line } from '../syntax/tree.ts';
import { notices } from '../template/law.ts';
import { headingDrafts, sentenceDrafts, tableDrafts, wholeReportDrafts } from './completion-drafts.ts';
import { placeAt } from './place.ts';

/** Something to be written at the cursor. */
export interface Proposal {
  readonly label: string;
  readonly kind: 'heading' | 'sentence' | 'label' | 'table' | 'report' | 'citation';
  readonly detail: Message;
  /** What it takes the place of: what has been typed of it. */
  readonly span: Span;
  /** What typed words are compared with. */
  readonly filter: string;
  readonly pieces: Pieces;
}

/** What may be written at a place: headings, topics, sentences and tables at a line's start, labels in a table, citations. */
export function proposals(of: Snapshot, offset: number): readonly Proposal[] {
  const report = of.report();
  const line = lineAt(report.tree, offset);
  if (!report.recognised || !line) return [];
  const at = span(offset, offset);
  const table = boundTables(report).find((one) => contains(one.span, at));
  if (table) return rowLabels(report, table, offset);
  const typed = report.tree.text.slice(line.full.from, offset);
  return (
    citations(report, typed, offset) ?? (isStart(report, line, offset) ? drafts(report, line, offset) : [])
  );
}

/** More than this typed on a line is a sentence of the author's own. */
const longestStart = 24;

/** Whether the cursor stands at the end of a line that has hardly been begun. */
function isStart({ tree }: Report, { full }: Line, offset: number): boolean {
  const begun = tree.text.slice(full.from, offset).trim();
  const rest = tree.text.slice(offset, full.to).trim();
  return rest === '' && begun.length <= longestStart && !/[。；|\t]/.test(begun);
}

function drafts(report: Report, line: Line, offset: number): readonly Proposal[] {
  const from = Math.min(line.shape === 'blank' ? offset : line.span.from, offset);
  const typed = report.tree.text.slice(from, offset);
  const hashes = /^#+\s*/.exec(typed)?.[0];
  const found = [
    ...wholeReportDrafts(report, line),
    ...headingDrafts(report, line, hashes),
    ...(hashes === undefined ? [...sentenceDrafts(report, offset), ...tableDrafts(report, offset)] : []),
  ];
  const lineBreak = lineBreakOf(report.tree.text);
  return found.map((draft) => ({
    ...draft,
    pieces: draft.pieces.map((piece) =>
      typeof piece === 'string' ? piece.replaceAll('\n', lineBreak) : piece,
    ),
    span: span(from, offset),
    // A heading is found by how it begins, a sentence by its name or by its words.
    filter:
      draft.kind === 'heading'
        ? (flat(draft.pieces).split('\n')[0] ?? '')
        : `${draft.label}${flat(draft.pieces)}`,
  }));
}

/** The labels of the form for the cell the cursor is in, or a whole blank row on a line of its own; missing rows come first. */
function rowLabels(report: Report, table: BoundTable, offset: number): readonly Proposal[] {
  const { text } = report.tree;
  const cell = cellAround(text, offset);
  const written = text.slice(cell.from, cell.to);
  // A figure is no beginning of a label, though `1.` is.
  if (/^\d+$/.test(written) || placeAt(report, offset)?.kind === 'cell') return [];
  const missing = new Set(table.rows.filter((row) => row.kind === 'missing').map((row) => row.template));
  const alone = lineAt(report.tree, offset)?.shape === 'blank';
  const rows = table.template.rows.filter((row) => written !== '' || missing.has(row));
  return [...rows]
    .sort((a, b) => Number(missing.has(b)) - Number(missing.has(a)))
    .map((row) => ({
      label: row.label,
      kind: 'label',
      detail: missing.has(row)
        ? say('{0}的行名，表中还没有', table.template.name)
        : say('{0}的行名', table.template.name),
      span: cell,
      filter: row.label,
      pieces: [(alone ? blankRow(report.tree, table, row) : undefined) ?? row.label],
    }));
}

/** The words of the cell around a place, between tabs, bars and line breaks. */
function cellAround(text: string, offset: number): Span {
  let from = offset;
  let to = offset;
  while (from > 0 && !'\t|\r\n'.includes(text.charAt(from - 1))) from--;
  while (to < text.length && !'\t|\r\n'.includes(text.charAt(to))) to++;
  while (from < offset && text.charAt(from).trim() === '') from++;
  while (to > offset && text.charAt(to - 1).trim() === '') to--;
  return span(from, to);
}

/** The papers to cite behind an opened title mark; undefined where none is open. */
function citations(
  { tree, edition }: Report,
  typed: string,
  offset: number,
): readonly Proposal[] | undefined {
  const open = /《[^《》]*$/.exec(typed);
  if (!open) return undefined;
  const closed = tree.text.charAt(offset) === '》' ? 1 : 0;
  const place = span(offset - typed.length + open.index, offset + closed);
  const fees = notices.find(({ id }) => id === '2020-109');
  const names = [
    { label: '《中华人民共和国政府信息公开条例》', detail: say('国务院令第711号') },
    { label: '《中华人民共和国政府信息公开条例》（以下简称《条例》）', detail: say('第一次提到时') },
    { label: '《条例》', detail: say('已经写明简称之后') },
    { label: `《${edition.title}》（${edition.source}）`, detail: say('本年度适用的格式') },
    { label: '《政府信息公开信息处理费管理办法》', detail: say('{0}', fees?.number ?? '') },
  ];
  return names.map(({ label, detail }) => ({
    label,
    kind: 'citation',
    detail,
    span: place,
    filter: label,
    pieces: [label],
  }));
}
