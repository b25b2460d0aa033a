import { type Snapshot, snapshot } from '../analysis/snapshot.ts';
import { outline } from '../features/outline.ts';
import type { Schedule } from './pacing.ts';

/** After about so many readings the engine runs compiled code only. */
const rounds = 150;

/** Never longer than this in all, in milliseconds. */
const patience = 400;

/**
 * Reads a report a number of times with small edits while nobody waits, so that the first keystrokes
 * already meet compiled code. One reading at a time, and none any more once `wanted` says no.
 */
export function warmUp(of: Snapshot, schedule: Schedule, wanted: () => boolean): void {
  const begun = performance.now();
  const { text, settings } = of;
  const read = (round: number): void => {
    if (round >= rounds || !wanted() || performance.now() - begun > patience) return;
    const at = Math.floor((text.length * ((round * 7) % rounds)) / rounds);
    const edited = snapshot(`${text.slice(0, at)}1${text.slice(at)}`, round, settings, of.report());
    edited.findings();
    outline(edited);
    schedule(() => read(round + 1));
  };
  schedule(() => read(0));
}
