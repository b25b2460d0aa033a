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
  const head = agreeing(
    shorter,
    (at, units) => before.slice(inBefore.from + at, inBefore.from + at + units),
    (at, units) => now.slice(inNow.from + at, inNow.from + at + units),
  );
  if (head === old && head === fresh) return undefined;
  const tail = agreeing(
    shorter - head,
    (at, units) => before.slice(inBefore.to - at - units, inBefore.to - at),
    (at, units) => now.slice(inNow.to - at - units, inNow.to - at),
  );
  return { from: inBefore.from + head, to: inBefore.to - tail, inserted: fresh - head - tail };
}

/** So many units of a text, so far from where it is read from. */
type Taken = (at: number, units: number) => string;

/** Whole stretches are compared by the engine itself, which is quick also before it has compiled anything of ours. */
const strides = [4096, 1024, 256, 64, 16, 4, 1];

/** How many units two texts have in common from the start, `most` at most. */
function agreeing(most: number, one: Taken, other: Taken): number {
  let at = 0;
  for (const units of strides) {
    while (at + units <= most && one(at, units) === other(at, units)) at += units;
  }
  return at;
}

/** The one edit that made a text out of an earlier one; undefined if nothing has changed. */
export const changed = (before: string, now: string): Difference | undefined =>
  difference(before, { from: 0, to: before.length }, now, { from: 0, to: now.length });
