import { firstWhere } from '../base/halving.ts';
import type { Span } from '../base/span.ts';
import type { Line, SyntaxTree } from '../syntax/tree.ts';
import type { Report } from './report.ts';
import type { Notation } from './skeleton.ts';

/** Text to be put in at a place. */
export interface Insertion {
  readonly span: Span;
  readonly insert: string;
}

/** The line break a text uses. */
export function lineBreakOf(text: string): string {
  const at = text.search(/[\r\n]/);
  if (at < 0) return '\n';
  return text.startsWith('\r\n', at) ? '\r\n' : text.charAt(at);
}

/** A table put in behind the end of a line, with a blank line on either side. */
export function insertTable({ text }: SyntaxTree, at: number, table: string): Insertion {
  const lineBreak = lineBreakOf(text);
  const behind = /^(?:\r\n?|\n)?[ \t\u3000]*(?:[\r\n]|$)/.test(text.slice(at, at + 80)) ? '' : lineBreak;
  const body = table.replaceAll('\n', lineBreak);
  return { span: { from: at, to: at }, insert: lineBreak + lineBreak + body + behind };
}

/** How this report would write a new table: with bars where it is Markdown, with tabs elsewhere. */
export function notationOf({ headings, tables, tree }: Report): Notation {
  const layouts = [tables.disclosure, tables.applications, tables.review].flatMap((table) =>
    table.kind === 'bound' ? [table.layout] : [],
  );
  if (layouts.length > 0) return layouts.includes('pipe') ? 'pipe' : 'tab';
  const hashes = headings.some(({ marker }) => marker && tree.text.charAt(marker.from) === '#');
  return hashes || tree.lines.some(({ shape }) => shape === 'pipe') ? 'pipe' : 'tab';
}

/** The hash marks a report puts before headings of a level, with the blank behind them; empty for plain text. */
export function hashesFor({ headings, tree }: Report, level: number): string {
  const marks = (wanted: number) => {
    const heading = headings.find((candidate) => candidate.level === wanted && candidate.marker);
    return heading?.marker && /^#+/.exec(tree.text.slice(heading.marker.from, heading.marker.to))?.[0];
  };
  const own = marks(level);
  if (own !== undefined) return `${own} `;
  const sections = headings.some((heading) => heading.level === level) ? undefined : marks(1);
  return sections === undefined ? '' : `${sections}${'#'.repeat(level - 1)} `;
}

/** Paragraphs put in as lines of their own, spaced as the report spaces its paragraphs; `at` is a line's start or the end. */
export function insertLines(report: Report, at: number, paragraphs: readonly string[]): Insertion {
  const { text } = report.tree;
  const lineBreak = lineBreakOf(text);
  const loose = isLoose(report) || paragraphs.some((paragraph) => paragraph.startsWith('|'));
  const gap = loose ? lineBreak + lineBreak : lineBreak;
  const body = paragraphs.join(gap).replaceAll('\n', lineBreak).replaceAll('\r\r\n', '\r\n');
  const before = at === 0 ? '' : gapBefore(report.tree, at, lineBreak, loose);
  return { span: { from: at, to: at }, insert: before + body + (at === text.length ? lineBreak : gap) };
}

/** What has to stand between the text before and new lines. */
function gapBefore(tree: SyntaxTree, at: number, lineBreak: string, loose: boolean): string {
  const ended = /[\r\n]/.test(tree.text.charAt(at - 1));
  const above = lineAt(tree, ended ? at - 1 : at);
  const blank = above === undefined || above.shape === 'blank';
  return (ended ? '' : lineBreak) + (loose && !blank ? lineBreak : '');
}

/** Whether blank lines part the paragraphs of a report: told by the lines above its headings. */
function isLoose({ headings, tree }: Report): boolean {
  const above = headings.flatMap(({ span }) => {
    const line = lineAt(tree, span.from);
    return line && line.index > 0 ? [tree.lines[line.index - 1]?.shape === 'blank'] : [];
  });
  return above.filter(Boolean).length * 2 >= above.length;
}

/** The line an offset lies in; an offset in a line break belongs to the line before. */
export const lineAt = ({ lines }: Pick<SyntaxTree, 'lines'>, offset: number): Line | undefined =>
  lines[Math.max(0, firstWhere(lines.length, (at) => (lines[at]?.full.from ?? 0) > offset) - 1)];

/** From the start of the line an offset lies in to the start of the next line that is not blank. */
export function linesWithGap(tree: SyntaxTree, offset: number): Span {
  const line = lineAt(tree, offset);
  if (!line) return { from: offset, to: offset };
  let next = line.index + 1;
  while (next < tree.lines.length && tree.lines[next]?.shape === 'blank') next++;
  return { from: line.full.from, to: tree.lines[next]?.full.from ?? tree.text.length };
}
