// Runs the command line as a person does: a process of its own, its findings into a file.
import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';
import { out } from './bundle.mjs';

/** Seconds of one run of the program, its start included. */
export function seconds(program, ...args) {
  const sink = openSync(path.join(out, 'command-line.json'), 'w');
  const start = performance.now();
  const { status } = spawnSync(process.execPath, [program, ...args], { stdio: ['ignore', sink, 'inherit'] });
  const time = (performance.now() - start) / 1000;
  closeSync(sink);
  if (status !== 0) throw new Error(`gouji ${args.join(' ')} ended with ${status}`);
  return time;
}
