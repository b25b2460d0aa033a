/**
 * Stands for an HTML tag that parts nothing, such as the `</span><span>` within `1</span><span>2`.
 * It is a blank like any other, but one that nobody writes.
 */
export const seam = '\u1680';

/** Words as a reader sees them, and where each of their characters stands in the text. */
export interface Seamless {
  readonly words: string;
  readonly places: readonly number[];
}

/** Words without their seams. */
export const seamsClosed = (words: string): string => words.replaceAll(seam, '');

/** A stretch of a text without its seams; undefined if it has none. */
export function seamless(text: string, from: number, to: number): Seamless | undefined {
  const stretch = text.slice(from, to);
  if (!stretch.includes(seam)) return undefined;
  const places: number[] = [];
  for (let at = from; at < to; at++) if (text.charAt(at) !== seam) places.push(at);
  return { words: stretch.replaceAll(seam, ''), places: [...places, to] };
}
