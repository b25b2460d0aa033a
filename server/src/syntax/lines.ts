import { trimmed } from '../base/blank.ts';
import type { Difference } from '../base/difference.ts';
import { firstWhere } from '../base/halving.ts';
import type { Span } from '../base/span.ts';
import { readMarker } from './marker.ts';
import type { Line, LineShape } from './tree.ts';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Every line of a text, the last one too if it is empty. */
export function readLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let from: number | undefined = 0; from !== undefined; ) {
    const line = readLine(text, from, lines.length);
    lines.push(line);
    from = nextLine(text, line);
  }
  return lines;
}

/**
 * The lines of a text that came about from another by one edit: those before the edit are the same,
 * those behind it the same further along, and only what lies between is read.
 */
export function reread(text: string, before: readonly Line[], edit: Difference): readonly Line[] {
  const longer = edit.inserted - (edit.to - edit.from);
  // Lines whose line break begins before the edit; the edit may still join it with what follows.
  const kept = firstWhere(before.length, (at) => (before[at]?.full.to ?? 0) >= edit.from);
  const lines = before.slice(0, kept);
  const last = before[kept - 1];
  let from = last ? nextLine(text, last) : 0;
  let next = kept;
  while (from !== undefined) {
    const place: number = from - longer;
    while ((before[next]?.full.from ?? place) < place) next++;
    // A line began here before, and the break in front of it was no part of the edit.
    if (place > edit.to && before[next]?.full.from === place) break;
    const line = readLine(text, from, lines.length);
    lines.push(line);
    from = nextLine(text, line);
  }
  const later = lines.length - next;
  for (let at = from === undefined ? before.length : next; at < before.length; at++) {
    const line = before[at];
    if (line) lines.push(moved(line, longer, later));
  }
  return lines;
}

function moved(line: Line, by: number, later: number): Line {
  if (by === 0 && later === 0) return line;
  const { index, full, span, shape, marker } = line;
  const there = shifted(full, by);
  return {
    index: index + later,
    full: there,
    span: span === full ? there : shifted(span, by),
    shape,
    marker: marker && { ...marker, span: shifted(marker.span, by), textFrom: marker.textFrom + by },
  };
}

const shifted = ({ from, to }: Span, by: number): Span => ({ from: from + by, to: to + by });

/** Where the line behind this one begins; undefined behind the last. */
function nextLine(text: string, { full }: Line): number | undefined {
  const end = full.to;
  if (end >= text.length) return undefined;
  return text.charCodeAt(end) === carriageReturn && text.charCodeAt(end + 1) === lineFeed ? end + 2 : end + 1;
}

function readLine(text: string, from: number, index: number): Line {
  const end = endOfLine(text, from);
  const full = { from, to: end };
  const span = trimmed(text, from, end);
  // An empty line is one place, told once: texts from PDF are full of them.
  if (span.from === span.to)
    return { index, full, span: end === from ? full : span, shape: 'blank', marker: undefined };
  const line = text.slice(from, end);
  const shape: LineShape = line.includes('|') ? 'pipe' : line.includes('\t') ? 'tab' : 'text';
  return { index, full, span, shape, marker: readMarker(text, span.from, span.to) };
}

/** So many units are looked through at once: no line of a report is longer, and some texts are one line. */
const stride = 4096;

function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at += stride) {
    const found = text.slice(at, at + stride).search(/[\r\n]/);
    if (found >= 0) return at + found;
  }
  return text.length;
}
