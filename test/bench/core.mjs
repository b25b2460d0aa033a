// How long the core takes for one edit, and whether that grows with the text and no faster.
import { pathToFileURL } from 'node:url';
import { bundle, ms, quantile } from './bundle.mjs';

/** Ten times the text may take ten times as long, and a little more for the caches of the machine. */
const mostGrowth = 12;

const { growing, work } = await import(
  pathToFileURL(await bundle('test/bench/material.ts', 'material.mjs')).href
);

/**
 * The median over many edits, each a digit in another place, and the fastest tenth of them.
 * Growth is told by the latter: what else the machine does slows long runs more than short ones.
 * `remembers`: with the version before at hand, as in the editor; otherwise each text is read for the first time.
 */
function perEdit(text, budget, remembers) {
  const samples = [];
  const end = performance.now() + budget;
  const before = work(text);
  for (let edit = 0; samples.length < 15 || performance.now() < end; edit += 1) {
    const at = (edit * 7919) % text.length;
    const edited = `${text.slice(0, at)}1${text.slice(at)}`;
    const start = performance.now();
    work(edited, remembers ? before : undefined);
    samples.push(performance.now() - start);
  }
  return { half: quantile(samples, 0.5), best: quantile(samples, 0.1) };
}

let failed = false;
for (const remembers of [true, false]) {
  console.log(remembers ? 'an edit, the version before at hand' : 'a text read for the first time');
  for (const [name, grow] of Object.entries(growing)) {
    perEdit(grow(1), 300, remembers);
    const [one, ten, hundred] = [1, 10, 100].map((factor) => perEdit(grow(factor), 500, remembers));
    const growth = hundred.best / ten.best;
    failed ||= growth > mostGrowth;
    const kilobytes = Math.round(Buffer.byteLength(grow(1)) / 1024);
    const verdict = growth > mostGrowth ? `  more than ${mostGrowth}!` : '';
    const times = `1x ${ms(one.half)}, 10x ${ms(ten.half)}, 100x ${ms(hundred.half)}, 100x/10x ${growth.toFixed(1)}`;
    console.log(`  ${name} (1x is ${kilobytes} KB): ${times}${verdict}`);
  }
}
if (failed) process.exitCode = 1;
