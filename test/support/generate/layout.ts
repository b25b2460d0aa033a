import type { Grid } from './grid.ts';

/** Choices that a layout is free to make, drawn beforehand so that a case can be repeated. */
export interface Chance {
  /** One of `0 … below - 1`. */
  readonly pick: (below: number) => number;
}

/** A way to write tables down. */
export interface Layout {
  readonly name: string;
  /** Whether every figure can be told with certainty by a reader of this release. */
  readonly supported: boolean;
  /** What stands before a heading of level one: nothing, or hash marks. */
  readonly hashes: string;
  readonly write: (grid: Grid, chance: Chance, title: string) => readonly string[];
}

/** Chance out of a list of numbers; the list repeats when it is used up. */
export function chance(numbers: readonly number[]): Chance {
  let next = 0;
  return {
    pick: (below) => {
      const number = numbers[next % Math.max(1, numbers.length)] ?? 0;
      next += 1;
      return number % below;
    },
  };
}
