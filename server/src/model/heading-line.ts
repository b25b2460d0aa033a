import { isBlank } from '../base/blank.ts';
import { seamless } from '../base/seam.ts';
import type { Span } from '../base/span.ts';
import { comparable } from '../base/wording.ts';
import type { Line, SyntaxTree } from '../syntax/tree.ts';

/** A line that could be a heading, before anybody knows whether it is one. */
export interface HeadingLine {
  readonly line: Line;
  /** The heading itself, which may be only the beginning of the line: `（二）依申请公开情况。`. */
  readonly span: Span;
  /** The words without numbering, hash marks, emphasis and end punctuation. */
  readonly title: Span;
  /** The same words as they are compared. */
  readonly words: string;
  /** Whether text follows on the same line. */
  readonly inline: boolean;
}

/** A heading is no longer than this; a numbered line without any punctuation that is longer is a paragraph. */
const longest = 60;

const sentenceEnd = /[。；！？]/;
const clauseEnd = /[。；：:，,！？]/;

/** Figures behind the words, as in a row of a table parted by blanks. */
const figures = /(?:[\s\u3000]+-?[\d.]+(?:万元|元|件)?){2,}$|[\s\u3000]{3,}-?[\d.]+$/;

/** Reads a line as a heading: numbered or hash-marked ones by their first words, others as a whole. */
export function headingLine({ text }: SyntaxTree, line: Line): HeadingLine | undefined {
  const end = endOfSoleCell(text, line);
  if (end === undefined) return undefined;
  const from = line.marker?.textFrom ?? skipEmphasis(text, line.span.from, end);
  if (from >= end) return undefined;
  const numbered = line.marker !== undefined;
  const clear = seamless(text, from, Math.min(end, from + longestInPages));
  if (!clear) return headingIn(text, line, from, end, numbered);
  const { words, places } = clear;
  const found = headingIn(words, line, 0, words.length, numbered);
  const placed = ({ from: start, to }: Span): Span => ({
    from: places[start] ?? from,
    to: (places[to - 1] ?? end - 1) + 1,
  });
  return (
    found && { ...found, span: { ...placed(found.span), from: line.span.from }, title: placed(found.title) }
  );
}

/** A web page may have tags between the words of a heading, but not without end. */
const longestInPages = 2000;

function headingIn(
  text: string,
  line: Line,
  from: number,
  end: number,
  numbered: boolean,
): HeadingLine | undefined {
  const stop = headingEnd(text, from, end, numbered);
  if (stop === undefined) return undefined;
  const title = bare(text, from, stop);
  if (title.to - title.from > longest || title.from === title.to) return undefined;
  const written = text.slice(title.from, title.to);
  if (endsInFigures(text, from, end)) return undefined;
  const span = { from: line.span.from, to: stop };
  return { line, span, title, words: comparable(written), inline: stop < end };
}

function endsInFigures(text: string, from: number, end: number): boolean {
  return (
    /[\d元件]/.test(text.charAt(end - 1)) && figures.test(text.slice(Math.max(from, end - 2 * longest), end))
  );
}

/** Where the line's words end if it is one cell, bars and tabs behind it set aside; undefined for several cells. */
function endOfSoleCell(text: string, { span, shape }: Line): number | undefined {
  if (shape === 'blank') return undefined;
  if (shape === 'text') return span.to;
  let end = span.to;
  while (end > span.from && (text.charAt(end - 1) === '|' || isBlank(text.charCodeAt(end - 1)))) end--;
  for (let at = span.from; at < end; at++) {
    if (text.charAt(at) === '|' || text.charAt(at) === '\t') return undefined;
  }
  return end > span.from ? end : undefined;
}

function skipEmphasis(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charAt(at) === '*') at++;
  return at;
}

/** A numbered line is a heading up to its first full stop, or, if its sentence is long, up to its first comma. */
function headingEnd(text: string, from: number, end: number, numbered: boolean): number | undefined {
  const head = text.slice(from, Math.min(end, from + longest + 1));
  const stop = head.search(sentenceEnd);
  if (!numbered) return stop < 0 || from + stop === end - 1 ? end : undefined;
  if (stop >= 0) return emphasisAfter(text, from + stop + 1, end);
  if (end - from <= longest) return end;
  const clause = head.search(clauseEnd);
  return clause < 0 ? undefined : from + clause + 1;
}

function emphasisAfter(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charAt(at) === '*') at++;
  return at;
}

const endMark = /[。；：:，,、！？.*#…]/;

/** The dots of a table of contents and the page number behind them. */
const leader = /[\s.·…‥]{3,}\d*$/;

/** Without the blanks, emphasis and punctuation at the end. */
function bare(text: string, from: number, to: number): Span {
  const dots =
    text.charAt(to - 1) === '…' || /\d/.test(text.charAt(to - 1)) ? text.slice(from, to).search(leader) : -1;
  let end = dots > 0 ? from + dots : to;
  while (end > from && (isBlank(text.charCodeAt(end - 1)) || endMark.test(text.charAt(end - 1)))) end--;
  return { from, to: end };
}
