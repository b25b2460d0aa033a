import type { Span } from '../base/span.ts';

/** A place as editors count it: both from 0, characters in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch between two places. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Turns offsets of one text into lines and characters. */
export interface LineIndex {
  readonly positionOf: (offset: number) => Position;
  readonly rangeOf: (span: Span) => Range;
}

/** The lines of a text; LF, CRLF and a lone CR each end one. */
export function lineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  const positionOf = (offset: number): Position => {
    const line = lastAtOrBefore(starts, offset);
    return { line, character: offset - (starts[line] ?? 0) };
  };
  return { positionOf, rangeOf: ({ from, to }) => ({ start: positionOf(from), end: positionOf(to) }) };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  const breaks = /\r\n?|\n/g;
  while (breaks.test(text)) starts.push(breaks.lastIndex);
  return starts;
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
