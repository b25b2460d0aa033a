import { trimmed } from '../base/blank.ts';
import { seamsClosed } from '../base/seam.ts';
import type { Span } from '../base/span.ts';
import { cellText, isFigure } from './cell-text.ts';
import type { GridCell, GridRow, Line } from './tree.ts';

const separator = /^[\s|:\-–—]*-[\s|:\-–—]*$/;

/**
 * A row whose cells are parted by bars: `| a | b |`, `a | b |` or `a | b`.
 * A bar at either end of the line is a frame, not a cell. Markdown's `|---|---|` is no row.
 */
export function pipeRow(text: string, line: Line): GridRow | undefined {
  const { from, to } = line.span;
  if (separator.test(text.slice(from, Math.min(to, from + 400)))) return undefined;
  return { span: line.span, full: line.full, cells: pipeCells(text, line.span), positional: true };
}

/** What stands between the bars of a row. */
export function pipeCells(text: string, { from, to }: Span): readonly GridCell[] {
  const start = text.charAt(from) === '|' ? from + 1 : from;
  const end = to > start && text.charAt(to - 1) === '|' && text.charAt(to - 2) !== '\\' ? to - 1 : to;
  return cellsBetween(text, start, end);
}

function cellsBetween(text: string, start: number, end: number): GridCell[] {
  const cells: GridCell[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && (text.charAt(at) !== '|' || text.charAt(at - 1) === '\\')) continue;
    cells.push(cell(text, from, at));
    from = at + 1;
  }
  return cells;
}

/** An empty Markdown cell `|  |` stands between its blanks, so that a figure written there keeps one on each side. */
function cell(text: string, from: number, to: number): GridCell {
  const span = trimmed(text, from, to);
  if (span.from < span.to || to === from) return unstressed(text, span);
  return { span: { from: from + 1, to: from + 1 }, text: '' };
}

const stressed = /^(\*{1,3}|_{1,2})([^*_]+)\1$/;

/** A figure set in bold is the figure; a fix edits that, and leaves the stars. */
function unstressed(text: string, span: Span): GridCell {
  const written = text.slice(span.from, span.to);
  const marks = written.startsWith('*') || written.startsWith('_') ? stressed.exec(written) : null;
  const inner = marks?.[2]?.trim() ?? '';
  if (!marks?.[1] || !isFigure(inner)) return { span, text: cellText(seamsClosed(written)) };
  const from = span.from + written.indexOf(inner);
  return { span: { from, to: from + inner.length }, text: inner };
}
