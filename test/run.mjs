// npm test: installs what is missing, builds, runs every suite and ends with `N passed, N failed`.
// `npm test -- lint unit` runs only the suites named. Long logs are in out/logs/.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { currentNode, ensureHost, ensureProject, out, root, run, tail } from './host/setup.mjs';

const bin = (file) => path.join(root, 'node_modules', file);

/** One program that is one test: it passes when it ends with 0. */
const program = (name, args) => async () => {
  const code = await run(process.execPath, args, { log: name });
  return code === 0 ? { passed: 1, failures: [] } : { passed: 0, failures: [{ name, text: tail(name, 40) }] };
};

const types = (project, name) => program(name, [bin('typescript/bin/tsc'), '--noEmit', '-p', project]);

/** What a page may use is not what Node has, so it is checked by itself. */
async function allTypes() {
  const results = [await types('.', 'types')(), await types('client/webview', 'types-webview')()];
  return {
    passed: results.reduce((sum, { passed }) => sum + passed, 0),
    failures: results.flatMap(({ failures }) => failures),
  };
}

function filesUnder(folder, ending) {
  const absolute = path.join(root, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending) && !file.includes('node_modules'))
    .map((file) => path.join(folder, file))
    .sort();
}

/** Files for node's own test runner; every test in them counts. */
const nodeTests = (name, files, concurrency) => async () => {
  const results = path.join(out, `${name}.jsonl`);
  rmSync(results, { force: true });
  const args = [
    ['--test', `--test-concurrency=${concurrency}`, '--test-timeout=300000'],
    ['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ['--test-reporter=./test/host/reporter.mjs', `--test-reporter-destination=${results}`],
  ];
  const code = await run(currentNode(), [...args.flat(), ...files()], { log: name });
  const tests = existsSync(results)
    ? readFileSync(results, 'utf8').split('\n').filter(Boolean).map(JSON.parse)
    : [];
  return outcome(name, tests, code);
};

/** Counts tests; a run that failed without a failed test, or ran none, is a failure of its own. */
function outcome(name, tests, code) {
  const failures = tests
    .filter((test) => test.state === 'failed')
    .map((test) => ({ name: [test.file, test.name].filter(Boolean).join(' › '), text: test.text }));
  const passed = tests.filter((test) => test.state === 'passed').length;
  const skipped = tests.filter((test) => test.state === 'skipped').map((test) => test.name);
  if (failures.length === 0 && (code !== 0 || passed === 0)) failures.push({ name, text: tail(name) });
  return { passed, failures, skipped };
}

/** mocha inside the extension host of a real VS Code; it leaves its results in a file. */
async function editor() {
  const results = path.join(out, 'editor.json');
  rmSync(results, { force: true });
  const launcher = process.env.GOUJI_E2E === 'desktop' ? 'launch-electron.mjs' : 'launch-workbench.mjs';
  const code = await run(currentNode(), [`test/e2e/${launcher}`, results], { log: 'editor' });
  const tests = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')).tests : [];
  return outcome('editor', tests, code);
}

const suites = {
  lint: program('lint', [
    bin('@biomejs/biome/bin/biome'),
    'check',
    '--error-on-warnings',
    '--reporter=summary',
  ]),
  types: allTypes,
  unit: nodeTests('unit', () => filesUnder('test', '.test.ts'), 2),
  grammar: nodeTests('grammar', () => filesUnder('test/grammar', '.test.mjs'), 1),
  editor,
  hands: nodeTests('hands', () => filesUnder('test/e2e/hands', '.test.mjs'), 1),
};

/** Preparations, each with the suites that cannot run without it. */
const preparations = [
  { name: 'install', needs: Object.keys(suites), work: ensureProject },
  { name: 'install-host', needs: ['unit', 'grammar', 'editor', 'hands'], work: ensureHost },
  {
    name: 'build',
    needs: ['unit', 'editor', 'hands'],
    work: () => tool('build', ['server/tools/build.mjs']),
  },
  {
    name: 'build-suites',
    needs: ['editor'],
    work: () => tool('build-suites', ['server/tools/build.mjs', '--tests']),
  },
  { name: 'package', needs: ['editor', 'hands'], work: () => tool('package', ['server/tools/package.mjs']) },
];

async function tool(log, args) {
  const code = await run(process.execPath, args, { log });
  if (code !== 0) throw new Error(tail(log));
}

function show(name, { passed, failures, skipped = [] }, seconds) {
  const sign = failures.length === 0 ? '✓' : '✗';
  const rest = skipped.length === 0 ? '' : `, ${skipped.length} skipped: ${skipped.join('; ')}`;
  console.log(`${sign} ${name}: ${passed} passed, ${failures.length} failed${rest} (${seconds} s)`);
  for (const failure of failures) {
    const text = failure.text.split('\n').slice(0, 30).join('\n');
    console.log(`\n  ✗ ${failure.name}\n${text.replace(/^/gm, '    ')}\n`);
  }
}

async function timed(name, work) {
  const start = Date.now();
  const result = await work().catch((fault) => ({
    passed: 0,
    failures: [{ name, text: fault.stack ?? String(fault) }],
  }));
  return { result, seconds: ((Date.now() - start) / 1000).toFixed(1) };
}

/** Prepares for the suites wanted; those that lost their ground come back as failures. */
async function prepare(wanted) {
  const lost = new Map();
  for (const { name, needs, work } of preparations) {
    const dependants = needs.filter((suite) => wanted.includes(suite) && !lost.has(suite));
    if (dependants.length === 0) continue;
    const { result, seconds } = await timed(name, async () => {
      await work();
      return { passed: 0, failures: [] };
    });
    for (const failure of result.failures) {
      show(name, result, seconds);
      for (const suite of dependants) lost.set(suite, `${name} failed: ${failure.text.split('\n')[0]}`);
    }
  }
  return lost;
}

async function main(names) {
  const unknown = names.filter((name) => !(name in suites));
  if (unknown.length > 0)
    throw new Error(`no such suite: ${unknown.join(', ')} (${Object.keys(suites).join(', ')})`);
  const wanted = names.length > 0 ? names : Object.keys(suites);
  mkdirSync(out, { recursive: true });
  const lost = await prepare(wanted);
  let passed = 0;
  let failed = 0;
  for (const name of wanted) {
    const reason = lost.get(name);
    const work = reason === undefined ? suites[name] : () => Promise.reject(new Error(reason));
    const { result, seconds } = await timed(name, work);
    show(name, result, seconds);
    passed += result.passed;
    failed += result.failures.length;
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

await main(process.argv.slice(2));
