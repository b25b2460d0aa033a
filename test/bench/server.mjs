// How long somebody waits for the server after a keystroke, beside a server that does nothing.
import { pathToFileURL } from 'node:url';
import { bundle, ms, quantile } from './bundle.mjs';
import { connect } from './client.mjs';

const rounds = 3;
const warmUp = 40;
const counts = { edits: 200, outlines: 60, bursts: 8 };
const burstLength = 20;

/** Ten times the text may take ten times as long, and a little more for the caches of the machine. */
const mostGrowth = 12;
const uri = 'file:///bench/report.txt';

const { growing, report } = await import(
  pathToFileURL(await bundle('test/bench/material.ts', 'material.mjs')).href
);
const servers = {
  'empty server': await bundle('test/bench/empty-server.mjs', 'empty-server.cjs'),
  gouji: await bundle('server/src/main/node.ts', 'server.cjs'),
};

/** Opens a text and edits it: a digit goes in beside another one, then out again. */
async function session(program, opened, { edits, outlines, bursts }) {
  let heard = () => {};
  const client = connect(process.execPath, [program, '--stdio'], (method, params, at) => {
    if (method === 'textDocument/publishDiagnostics' && params.uri === uri) heard(params.version, at);
  });
  const diagnosticsOf = (version) =>
    new Promise((resolve) => {
      heard = (found, at) => {
        if (found === undefined || found >= version) resolve(at);
      };
    });
  await client.request('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      textDocument: { publishDiagnostics: { versionSupport: true, relatedInformation: true } },
    },
  });
  client.notify('initialized', {});
  const first = diagnosticsOf(1);
  client.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'gouji-report', version: 1, text: opened },
  });
  await first;

  let version = 1;
  let inserted;
  const lines = opened.split('\n').map((line, number) => ({ number, digits: [...line.matchAll(/\d/g)] }));
  const places = lines.flatMap(({ number, digits }) =>
    digits.map(({ index }) => ({ line: number, character: index })),
  );
  const edit = () => {
    version += 1;
    const start = inserted ?? places[(version * 7919) % places.length];
    const end = inserted ? { ...start, character: start.character + 1 } : start;
    const text = inserted ? '' : '1';
    inserted = inserted ? undefined : start;
    client.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start, end }, text }],
    });
  };
  const timed = async (times, until) => {
    const from = performance.now();
    const arrived = diagnosticsOf(version + times);
    for (let index = 0; index < times; index += 1) edit();
    const at = await arrived;
    return until ? until() : at - from;
  };
  const outline = async () => {
    const from = performance.now();
    const { at } = await client.request('textDocument/documentSymbol', { textDocument: { uri } });
    return at - from;
  };

  const samples = { edit: [], outline: [], burst: [] };
  for (let index = 0; index < warmUp; index += 1) await timed(1);
  for (let index = 0; index < edits; index += 1) samples.edit.push(await timed(1));
  for (let index = 0; index < outlines; index += 1) samples.outline.push(await timed(1, outline));
  for (let index = 0; index < bursts; index += 1) samples.burst.push(await timed(burstLength));
  await client.end();
  return samples;
}

const all = Object.fromEntries(
  Object.keys(servers).map((name) => [name, { edit: [], outline: [], burst: [] }]),
);
for (let round = 0; round < rounds; round += 1) {
  // In turns, so that both meet the same noise of the machine.
  for (const [name, program] of Object.entries(servers)) {
    for (const [kind, samples] of Object.entries(await session(program, report, counts)))
      all[name][kind].push(...samples);
  }
}
console.log(
  `${Math.round(Buffer.byteLength(report) / 1024)} KB, ${rounds} rounds, ${counts.edits} edits each`,
);
for (const [kind, what] of Object.entries({
  edit: 'edit to diagnostics',
  outline: 'outline after an edit',
  burst: `burst of ${burstLength} edits`,
})) {
  const p50 = Object.entries(all).map(([name, samples]) => [
    name,
    quantile(samples[kind], 0.5),
    quantile(samples[kind], 0.99),
  ]);
  const ratio = p50[1][1] / p50[0][1];
  const figures = p50.map(([name, half, most]) => `${name} p50 ${ms(half)} p99 ${ms(most)}`);
  console.log(`${what}: ${figures.join(', ')}; ${ratio.toFixed(2)} times the empty server's p50`);
}

console.log('texts that grow, edit to diagnostics');
for (const [name, grow] of Object.entries(growing)) {
  const halves = [];
  for (const factor of [1, 10, 100]) {
    const samples = await session(servers.gouji, grow(factor), { edits: 100, outlines: 0, bursts: 0 });
    halves.push(quantile(samples.edit, 0.5));
  }
  const [one, ten, hundred] = halves;
  const growth = hundred / ten;
  const verdict = growth > mostGrowth ? `  more than ${mostGrowth}!` : '';
  if (growth > mostGrowth) process.exitCode = 1;
  console.log(
    `  ${name}: 1x ${ms(one)}, 10x ${ms(ten)}, 100x ${ms(hundred)}, 100x/10x ${growth.toFixed(1)}${verdict}`,
  );
}
