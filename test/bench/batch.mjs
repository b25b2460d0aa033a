// How long the command line takes for a thousand reports.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle, out, quantile } from './bundle.mjs';
import { seconds } from './command-line.mjs';

const number = 1000;
const { reports } = await import(pathToFileURL(await bundle('test/bench/material.ts', 'material.mjs')).href);
const program = await bundle('server/src/main/cli.ts', 'gouji.cjs');

const folder = path.join(out, 'reports');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
let bytes = 0;
for (const [index, text] of reports(number).entries()) {
  writeFileSync(path.join(folder, `${String(index).padStart(4, '0')}.txt`), text);
  bytes += Buffer.byteLength(text);
}

const half = (...args) =>
  quantile(
    [1, 2, 3, 4, 5].map(() => seconds(program, ...args)),
    0.5,
  );
console.log(`start alone: ${half('--version').toFixed(3)} s`);
for (const command of ['check', 'extract']) {
  const time = half(command, '--format', 'ndjson', folder);
  const rate = Math.round(number / time);
  console.log(
    `${command} ${number} reports, ${Math.round(bytes / 1024)} KB: ${time.toFixed(2)} s, ${rate} reports a second`,
  );
}
