import { isBlank } from '../base/blank.ts';
import { readMarker } from './marker.ts';
import { unmark } from './markup.ts';
import { takeNotes } from './notes.ts';
import type { Line, LineShape, SyntaxTree } from './tree.ts';

const tab = 0x09;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const bar = 0x7c;

/** Splits a text into lines and says what each looks like. Never fails; time grows linearly with the text. */
export function parse(source: string): SyntaxTree {
  const { text: own, notes } = takeNotes(source);
  const { text, regions } = unmark(own);
  const lines: Line[] = [];
  let from = 0;
  while (from <= text.length) {
    const line = readLine(text, from, lines.length);
    lines.push(line);
    const end = line.full.to;
    if (end >= text.length) break;
    from =
      text.charCodeAt(end) === carriageReturn && text.charCodeAt(end + 1) === lineFeed ? end + 2 : end + 1;
  }
  return { source, text, markup: regions, notes, lines };
}

function readLine(text: string, from: number, index: number): Line {
  let first = -1;
  let last = from;
  let tabs = false;
  let bars = false;
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === lineFeed || code === carriageReturn) break;
    if (code === tab) tabs = true;
    if (code === bar) bars = true;
    if (isBlank(code)) continue;
    if (first < 0) first = at;
    last = at + 1;
  }
  const full = { from, to: at };
  // An empty line is one place, told once: texts from PDF are full of them.
  if (first < 0)
    return { index, full, span: at === from ? full : { from, to: from }, shape: 'blank', marker: undefined };
  const shape: LineShape = bars ? 'pipe' : tabs ? 'tab' : 'text';
  return { index, full, span: { from: first, to: last }, shape, marker: readMarker(text, first, last) };
}
