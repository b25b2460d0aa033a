import type { Span } from '../../base/span.ts';
import { withoutSpace } from '../../base/wording.ts';
import { type LabelKey, labelKey, sameLabel } from '../../model/label.ts';
import type { GridCell } from '../../syntax/tree.ts';

/** The words of a table's text that nothing has been found for yet; taking some makes them fewer. */
export interface FreeWords {
  /** In the order of the text. */
  readonly left: () => readonly GridCell[];
  /** Takes words out; says where they stood. */
  readonly take: (words: readonly GridCell[]) => readonly Span[];
}

export function freeWords(words: readonly GridCell[], used: readonly Span[]): FreeWords {
  let free = words.filter(({ span }) => !used.some(({ from, to }) => span.from < to && from < span.to));
  return {
    left: () => free,
    take: (taken) => {
      free = free.filter((word) => !taken.includes(word));
      return taken.map(({ span }) => span);
    },
  };
}

/** A label as it was put together from the words of the text. */
export interface Gathered {
  readonly text: string;
  readonly pieces: readonly Span[];
}

/** White space inside a label means nothing: it comes from narrow cells. */
export const squeezed = withoutSpace;

/** Looks for a label of the form among the words of a stretch: in one cell, else torn over several. */
export function gather(words: FreeWords, wanted: string, within?: Span): Gathered | undefined {
  const key = labelKey(wanted);
  const near = words
    .left()
    .filter(({ span }) => !within || (within.from <= span.from && span.to <= within.to));
  const whole = near.find(({ text }) => sameLabel(labelKey(text), key));
  const pieces = whole ? [whole] : tornPieces(near, key);
  return pieces && gathered(words, pieces);
}

export const gathered = (words: FreeWords, pieces: readonly GridCell[]): Gathered => ({
  text: pieces.map(({ text }) => squeezed(text)).join(''),
  pieces: words.take(pieces),
});

/** `（三）不予` and further down `公开`: pieces that make up the whole label, in its order. */
function tornPieces(words: readonly GridCell[], wanted: LabelKey): readonly GridCell[] | undefined {
  for (const [at, first] of words.entries()) {
    if (labelKey(first.text).core === '' || !isStart(first.text, wanted)) continue;
    const pieces = [first];
    for (const next of words.slice(at + 1)) {
      const joined = [...pieces, next].map(({ text }) => text).join('');
      if (sameLabel(labelKey(joined), wanted)) return [...pieces, next];
      if (isStart(joined, wanted)) pieces.push(next);
    }
  }
  return undefined;
}

function isStart(text: string, wanted: LabelKey): boolean {
  const { ordinal, core } = labelKey(text);
  return (ordinal === '' || ordinal === wanted.ordinal) && wanted.core.startsWith(core);
}
