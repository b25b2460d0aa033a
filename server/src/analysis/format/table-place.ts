import { isBlank, trimmed } from '../../base/blank.ts';
import { cover, type Span } from '../../base/span.ts';
import { comparable } from '../../base/wording.ts';
import type { BoundTable } from '../../model/report.ts';
import type { Line } from '../../syntax/tree.ts';
import { type Source, wordsOf } from './source.ts';
import type { TableWords } from './table-words.ts';

/** The lines a table stands on, and what stands among them that is no part of it. */
export interface TablePlace {
  /** Whole lines; in HTML whole tables. */
  readonly place: Span;
  /** Page numbers, running headers, footnotes: a line each. */
  readonly crumbs: readonly string[];
}

/** Finds the lines of a table by the words found in it; `lines` are those of its section. */
export function tablePlace(
  source: Source,
  table: BoundTable,
  { used, headings }: TableWords,
  lines: readonly Line[],
): TablePlace | undefined {
  const extent = used.filter(({ from, to }) => from < to);
  const [one, ...more] = extent.length > 0 ? extent : [table.span];
  if (!one) return undefined;
  const words = withTags(source, more.reduce(cover, one));
  const own = linesAround(lines, words, table.layout);
  const [first] = own;
  const last = own.at(-1);
  if (!first || !last) return undefined;
  const sorted = [...used].sort((a, b) => a.from - b.from);
  const crumbs = own.flatMap((line) => crumbsOf(source, line, sorted, headings));
  return { place: cover(words, { from: first.full.from, to: last.full.to }), crumbs };
}

/** A stretch of a Markdown text with the whole of the HTML tables it touches. */
function withTags({ report: { tree } }: Source, words: Span): Span {
  const tables = tree.markup.filter(
    ({ from, to }) => from < words.to && words.from < to && to - from < tree.text.length,
  );
  return tables.reduce(cover, words);
}

/** The lines a stretch touches, with the rest of the table's frame above and below. */
function linesAround(lines: readonly Line[], { from, to }: Span, layout: string): readonly Line[] {
  let first = lines.findIndex(({ full }) => full.to > from || full.from >= from);
  let last = lines.findLastIndex(({ full }) => full.from < to);
  const framed = (index: number): boolean => lines[index]?.shape === layout;
  while (framed(first - 1)) first -= 1;
  while (framed(last + 1)) last += 1;
  return lines.slice(first, last + 1);
}

/** Markdown's line of strokes. */
const strokes = /^[\s|:-]*-[\s|:-]*$/;

/** The words of a line that no part of the table was found in. A line that only says headings again says nothing. */
function crumbsOf(
  source: Source,
  line: Line,
  used: readonly Span[],
  headings: ReadonlySet<string>,
): readonly string[] {
  const { text } = source.report.tree;
  if (line.shape === 'blank') return [];
  if (line.shape === 'pipe' && strokes.test(text.slice(line.span.from, line.span.to))) return [];
  const taken = used.filter(({ from, to }) => from < line.full.to && line.full.from < to);
  const words = leftPieces(text, line, taken).map((piece) => wordsOf(source, piece));
  if (words.every((word) => headings.has(comparable(word)))) return [];
  return [taken.length === 0 && line.shape === 'text' ? wordsOf(source, line.span) : words.join(' ')];
}

/** What is left of a line between the words used: cell by cell where it has cells, else by words. */
function leftPieces(text: string, line: Line, taken: readonly Span[]): readonly Span[] {
  const pieces: Span[] = [];
  let from = -1;
  for (let at = line.full.from; at <= line.full.to; at++) {
    const inWord =
      at < line.full.to &&
      !endsPiece(text, at, line) &&
      !taken.some((span) => span.from <= at && at < span.to);
    if (inWord && from < 0) from = at;
    if (!inWord && from >= 0) {
      pieces.push({ from, to: at });
      from = -1;
    }
  }
  return pieces
    .map(({ from: start, to }) => trimmed(text, start, to))
    .filter((piece) => piece.from < piece.to);
}

function endsPiece(text: string, at: number, { shape }: Line): boolean {
  const character = text.charAt(at);
  if (character === '\t') return true;
  if (shape === 'pipe') return character === '|';
  return shape === 'text' && isBlank(text.charCodeAt(at));
}
