#!/usr/bin/env node
// Bundles the sources. `node server/tools/build.mjs` writes dist/; `--watch` keeps it fresh; `--tests` writes
// the suites that run inside VS Code to out/e2e/.
import { chmodSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  charset: 'utf8',
  logLevel: 'warning',
};

/** The pages of the rules by their ids, for `gouji rules`. */
function rulePages() {
  const folder = path.join(root, 'docs/rules');
  const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
  return Object.fromEntries(
    names.map((name) => [path.basename(name, '.md'), readFileSync(path.join(folder, name), 'utf8')]),
  );
}

/** What is shipped: the command line, the language server, the extension. */
export const shipped = [
  {
    entryPoints: ['server/src/main/cli.ts'],
    outfile: 'dist/gouji.cjs',
    banner: { js: '#!/usr/bin/env node' },
    define: { GOUJI_RULE_PAGES: JSON.stringify(rulePages()) },
  },
  { entryPoints: ['server/src/main/node.ts'], outfile: 'dist/server.cjs', sourcemap: true },
  { entryPoints: ['client/src/node.ts'], outfile: 'dist/client.cjs', sourcemap: true, external: ['vscode'] },
  {
    entryPoints: ['client/src/browser.ts'],
    outfile: 'dist/client-browser.cjs',
    platform: 'browser',
    minify: true,
    target: 'chrome122',
    external: ['vscode'],
  },
].map((options) => ({ ...common, ...options }));

/** What is shipped for browsers: it runs in a page or a worker of its own and loads nothing. */
export const pages = [
  {
    ...common,
    entryPoints: { 'server-worker': 'server/src/main/browser.ts' },
    outdir: 'dist',
    platform: 'browser',
    minify: true,
    format: 'iife',
    target: 'chrome122',
  },
  {
    ...common,
    entryPoints: { preview: 'client/webview/preview.ts' },
    outdir: 'dist',
    platform: 'browser',
    format: 'iife',
    target: 'chrome122',
  },
  { ...common, entryPoints: { preview: 'client/webview/preview.css' }, outdir: 'dist', target: 'chrome122' },
];

/** The suites for the extension host; mocha and vscode come from where they run. */
function suites() {
  const suiteFiles = readdirSync(path.join(root, 'test/e2e/suite')).filter((name) =>
    name.endsWith('.e2e.ts'),
  );
  return {
    ...common,
    entryPoints: ['test/e2e/index.ts', ...suiteFiles.map((name) => `test/e2e/suite/${name}`)],
    outdir: 'out/e2e',
    outbase: 'test/e2e',
    outExtension: { '.js': '.cjs' },
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
  };
}

export async function buildShipped() {
  await Promise.all([...shipped, ...pages].map((options) => esbuild.build(options)));
  chmodSync(path.join(root, 'dist/gouji.cjs'), 0o755);
}

export async function buildSuites() {
  rmSync(path.join(root, 'out/e2e'), { recursive: true, force: true });
  await esbuild.build(suites());
}

async function watch() {
  const contexts = await Promise.all(
    [...shipped, ...pages].map((options) => esbuild.context({ ...options, logLevel: 'info' })),
  );
  await Promise.all(contexts.map((context) => context.watch()));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--watch')) await watch();
  else if (process.argv.includes('--tests')) await buildSuites();
  // esbuild has already said what is wrong, and where.
  else await buildShipped().catch(() => process.exit(1));
}
