import type { GridCell } from '../syntax/tree.ts';
import type { Item } from './items.ts';
import { type LabelKey, labelKey } from './label.ts';

/** The words that stand for a label: one cell, or several pieces of a label that was torn apart. */
export interface Wording {
  readonly pieces: readonly GridCell[];
  readonly key: LabelKey;
}

/** A row of figures with every way to read a label for it from its own line and the lines around it. */
export interface Candidate {
  readonly item: Item;
  readonly wordings: readonly Wording[];
  row: number | undefined;
  wording: Wording | undefined;
}

/** Whether words are those of a row: its own, all of them, or another name of it, which may be a piece of them. */
export type Known = (core: string) => 'whole' | 'other' | undefined;

/** The rows of figures among the rows of a text, each with the words that may name it. */
export function findCandidates(
  items: readonly Item[],
  labelled: (text: string) => boolean,
  known: Known,
  narrowest: number,
): Candidate[] {
  const candidates: Candidate[] = [];
  let pending: Item[] = [];
  for (const [at, item] of items.entries()) {
    const blankRow = item.values.length >= narrowest && item.labels.some(({ text }) => labelled(text));
    // A page number or a crumb of a torn cell is no row of figures.
    const crumb = item.labels.length === 0 && item.values.length < narrowest;
    if (crumb) continue;
    // Digits at the end of a word, as in `数据1`, are figures only behind the words of a row.
    const mereWord = item.glued && !item.labels.some(({ text }) => labelled(text));
    if (mereWord || (item.figures === 0 && !blankRow)) {
      pending.push(item);
      continue;
    }
    candidates.push({
      item,
      wordings: wordingsFor(item, pending, items, at, known),
      row: undefined,
      wording: undefined,
    });
    pending = [];
  }
  return candidates;
}

/** Ways to read an item's label, the likeliest first. */
function wordingsFor(
  item: Item,
  pending: readonly Item[],
  items: readonly Item[],
  at: number,
  known: Known,
): Wording[] {
  const wordings: Wording[] = [];
  let joined = false;
  const add = (pieces: readonly GridCell[]) => {
    if (pieces.length === 0) return;
    const key = labelKey(pieces.map((piece) => piece.text).join(''));
    if (!joined || known(key.core)) wordings.push({ pieces, key });
  };
  const own = suffixes(item.positional ? item.labels : item.words);
  for (const pieces of own) add(pieces);
  // In a row with places a label was torn off only if the pieces make up the very words of one.
  const inPlaces = item.positional && item.labels.length > 0;
  if (inPlaces && wordings.some(({ key }) => known(key.core) === 'whole')) return wordings;
  joined = inPlaces;
  const before = suffixes(pending.slice(-4).flatMap((other) => other.labels));
  // In places the innermost of several labels goes on below itself.
  const after = following(items, at).flatMap(({ labels }) => (inPlaces ? labels.slice(-1) : labels));
  for (let behind = 0; behind <= after.length; behind++) {
    const rest = after.slice(0, behind);
    for (const pieces of own.length > 0 ? own : [[]]) {
      for (const front of before) add([...front, ...pieces, ...rest]);
      if (behind > 0) add([...pieces, ...rest]);
    }
  }
  return wordings;
}

const mostPieces = 5;

/** The last piece, the last two, … at most five; and all of them, as words may be spaced out letter by letter. */
function suffixes(pieces: readonly GridCell[]): readonly (readonly GridCell[])[] {
  const result: (readonly GridCell[])[] = [];
  for (let from = pieces.length - 1; from >= Math.max(0, pieces.length - mostPieces); from--)
    result.push(pieces.slice(from));
  if (pieces.length > mostPieces) result.push(pieces);
  return result;
}

/** How many lines behind an item are looked at; a cell of a drawn table may go on over many. */
const mostLines = 2;
const mostLinesOfCell = 10;

/** Some lines of words behind an item: the rest of its label may stand there. */
function following(items: readonly Item[], at: number): readonly Item[] {
  const behind: Item[] = [];
  const inPlaces = items[at]?.positional ?? false;
  const most = inPlaces ? mostLinesOfCell : mostLines;
  for (let next = at + 1; next < items.length && behind.length < most; next++) {
    const item = items[next];
    if (!item || item.figures > 0 || item.positional !== inPlaces) break;
    behind.push(item);
  }
  return behind;
}
