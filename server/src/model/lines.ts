import { firstWhere } from '../base/halving.ts';
import type { Span } from '../base/span.ts';
import type { Line } from '../syntax/tree.ts';

/** A line together with its line break, or with the one before it if it is the last: what to delete so that no empty line stays. */
export function wholeLine(text: string, line: Span): Span {
  if (text.startsWith('\r\n', line.to)) return { from: line.from, to: line.to + 2 };
  if (line.to < text.length) return { from: line.from, to: line.to + 1 };
  const before = text.startsWith('\r\n', line.from - 2) ? 2 : line.from > 0 ? 1 : 0;
  return { from: line.from - before, to: line.to };
}

/** The lines that begin within a stretch of the text. */
export function linesIn(lines: readonly Line[], from: number, to: number): readonly Line[] {
  const start = firstWhere(lines.length, (at) => (lines[at]?.full.from ?? 0) >= from);
  let end = start;
  while (end < lines.length && (lines[end]?.full.from ?? to) < to) end++;
  return lines.slice(start, end);
}
