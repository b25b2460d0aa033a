import { ordinalValue } from '../base/numerals.ts';
import type { Heading, Report } from './report.ts';

/** Headings of one level under one parent, numbered one after the other. */
export interface NumberingRun {
  readonly level: number;
  readonly headings: readonly Heading[];
}

/** All runs of numbered headings below the sections; a heading numbered one begins a new run. */
export function numberingRuns({ headings }: Report): readonly NumberingRun[] {
  const runs: { level: number; headings: Heading[] }[] = [];
  const open = new Map<number, Heading[]>();
  for (const heading of headings) {
    const { level, ordinal } = heading;
    for (const deeper of [...open.keys()]) if (deeper > level) open.delete(deeper);
    if (level < 2 || ordinal === undefined || heading.section) continue;
    const run = open.get(level);
    if (run && ordinalValue(ordinal) !== 1) run.push(heading);
    else {
      const begun = [heading];
      open.set(level, begun);
      runs.push({ level, headings: begun });
    }
  }
  return runs;
}
