import type { Span } from '../base/span.ts';
import type { Edit } from '../rules/rule.ts';
import { applyEdits, safeEdits } from './fix.ts';
import { type Snapshot, snapshot } from './snapshot.ts';

/** A fix may make room for another one; more rounds than this mean that two fixes undo each other. */
const mostRounds = 8;

/**
 * All safe fixes of a report as one change, those included that two fixes in one place leave for a second look:
 * afterwards there is nothing safe left to do. None of them changes a figure.
 */
export function safeFixes(of: Snapshot): readonly Edit[] {
  let now = of;
  let pieces: readonly Piece[] = [{ from: 0, to: of.text.length }];
  for (let round = 0; round < mostRounds; round += 1) {
    const edits = safeEdits(now.findings());
    if (edits.length === 0) break;
    pieces = edited(pieces, edits);
    const { version, settings } = now;
    now = snapshot(applyEdits(now.text, edits), version, settings, now.report(), now.report().lastYear);
  }
  return toEdits(pieces, of.text.length);
}

/** A stretch of the first text that still stands, or words that are new. */
type Piece = Span | string;

const lengthOf = (piece: Piece): number => (typeof piece === 'string' ? piece.length : piece.to - piece.from);

/** Cuts what comes before a place off the front of the pieces. */
function cut(pieces: Piece[], length: number): readonly Piece[] {
  const front: Piece[] = [];
  for (let left = length; left > 0; ) {
    const piece = pieces.shift();
    if (piece === undefined) break;
    const here = Math.min(left, lengthOf(piece));
    left -= here;
    if (typeof piece === 'string') {
      front.push(piece.slice(0, here));
      if (here < piece.length) pieces.unshift(piece.slice(here));
    } else {
      front.push({ from: piece.from, to: piece.from + here });
      if (here < lengthOf(piece)) pieces.unshift({ from: piece.from + here, to: piece.to });
    }
  }
  return front;
}

/** Makes edits, in the order of the text, in what the pieces spell. */
function edited(pieces: readonly Piece[], edits: readonly Edit[]): readonly Piece[] {
  const left = [...pieces];
  const done: Piece[] = [];
  let at = 0;
  for (const { span, insert } of edits) {
    done.push(...cut(left, span.from - at), insert);
    cut(left, span.to - span.from);
    at = span.to;
  }
  return [...done, ...left];
}

/** What has become of the first text, as edits of it. */
function toEdits(pieces: readonly Piece[], length: number): readonly Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let insert = '';
  for (const piece of [...pieces, { from: length, to: length }]) {
    if (typeof piece === 'string') {
      insert += piece;
      continue;
    }
    if (at < piece.from || insert !== '') edits.push({ span: { from: at, to: piece.from }, insert });
    insert = '';
    at = piece.to;
  }
  return edits;
}
