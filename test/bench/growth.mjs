// Whether the command line takes ten times as long for ten times as much: in one report, and in a folder of reports.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from './bundle.mjs';
import { seconds } from './command-line.mjs';

/** Ten times as much may take ten times as long, and a little more for the caches of the machine. */
const mostGrowth = 12;
const factors = [1, 10, 100];

const { longReport, reports } = await import(
  pathToFileURL(await bundle('test/bench/material.ts', 'material.mjs')).href
);
const program = await bundle('server/src/main/cli.ts', 'gouji.cjs');
const folder = mkdtempSync(path.join(tmpdir(), 'gouji-bench-'));

/** The fastest of some runs: what else the machine does only ever adds to it. */
const fastest = (runs, ...args) => Math.min(...Array.from({ length: runs }, () => seconds(program, ...args)));

/** Writes the material of each factor down, and gives the path to check and its size in bytes. */
const materials = {
  'one report, its prose ever longer': (factor) => {
    const file = path.join(folder, `${factor}.txt`);
    const text = longReport(factor);
    writeFileSync(file, text);
    return { at: file, bytes: Buffer.byteLength(text) };
  },
  'a folder of ever more reports': (factor) => {
    const at = path.join(folder, `reports-${factor}`);
    mkdirSync(at);
    const texts = reports(10 * factor);
    for (const [index, text] of texts.entries()) writeFileSync(path.join(at, `${index}.txt`), text);
    return { at, bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) };
  },
};

let failed = false;
try {
  const start = fastest(9, '--version');
  console.log(`  start alone: ${start.toFixed(3)} s`);
  for (const [name, write] of Object.entries(materials)) {
    const sizes = factors.map((factor) => {
      const { at, bytes } = write(factor);
      return {
        bytes,
        time: fastest(factor < 100 ? 9 : 5, 'check', '--fail-on', 'never', '--format', 'ndjson', at),
      };
    });
    const shown = sizes.map(({ bytes, time }, at) => {
      const size =
        bytes < 1_000_000 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
      return `${factors[at]}x (${size}) ${time.toFixed(3)} s`;
    });
    // Starting the program does not grow.
    const growth = (sizes[2].time - start) / (sizes[1].time - start);
    failed ||= growth > mostGrowth;
    console.log(
      `  ${name}: ${shown.join(', ')}, 100x/10x ${growth.toFixed(1)}${growth > mostGrowth ? `  more than ${mostGrowth}!` : ''}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (failed) process.exitCode = 1;
