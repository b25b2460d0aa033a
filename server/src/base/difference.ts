import type { Span } from './span.ts';

/** The one stretch in which two texts differ, as short as can be. */
export interface Difference {
  /** In the earlier text. */
  readonly from: number;
  readonly to: number;
  /** How many units stand there now. */
  readonly inserted: number;
}

/** What differs between a stretch of one text and a stretch of another; undefined if nothing does. */
export function difference(before: string, inBefore: Span, now: string, inNow: Span): Difference | undefined {
  const old = inBefore.to - inBefore.from;
  const fresh = inNow.to - inNow.from;
  const shorter = Math.min(old, fresh);
  let head = 0;
  while (head < shorter && before.charCodeAt(inBefore.from + head) === now.charCodeAt(inNow.from + head))
    head++;
  if (head === old && head === fresh) return undefined;
  let tail = 0;
  const most = shorter - head;
  while (tail < most && before.charCodeAt(inBefore.to - 1 - tail) === now.charCodeAt(inNow.to - 1 - tail))
    tail++;
  return { from: inBefore.from + head, to: inBefore.to - tail, inserted: fresh - head - tail };
}

/** The one edit that made a text out of an earlier one; undefined if nothing has changed. */
export const changed = (before: string, now: string): Difference | undefined =>
  difference(before, { from: 0, to: before.length }, now, { from: 0, to: now.length });
