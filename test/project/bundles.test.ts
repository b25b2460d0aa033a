import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import * as esbuild from 'esbuild';
import { pages, shipped } from '../../server/tools/build.mjs';

/** `net` serves the protocol library's socket transports, which gouji does not use: see the next test. */
const offline = [
  'child_process',
  'crypto',
  'events',
  'fs',
  'net',
  'os',
  'path',
  'process',
  'readline',
  'stream',
  'url',
  'util',
  'v8',
  'vscode',
  'worker_threads',
];
const harmless = (name: string): boolean => offline.includes(name.replace(/^node:/, '').split('/')[0] ?? '');

describe('bundles', () => {
  for (const options of shipped) {
    it(`${options.outfile} loads nothing that could reach a network`, async () => {
      const { metafile } = await esbuild.build({ ...options, write: false, metafile: true });
      assert.ok(metafile);
      const loaded = Object.values(metafile.outputs).flatMap((output) =>
        output.imports.filter((one) => one.external),
      );
      const names = [...new Set(loaded.map((one) => one.path))];
      assert.ok(names.length > 0);
      assert.deepEqual(
        names.filter((name) => !harmless(name)),
        [],
      );
    });
  }

  it('a page loads nothing at all', async () => {
    for (const options of pages) {
      const { metafile } = await esbuild.build({ ...options, write: false, metafile: true });
      assert.ok(metafile);
      assert.deepEqual(
        Object.values(metafile.outputs).flatMap(({ imports }) => imports),
        [],
      );
    }
  });

  it('our own sources neither open sockets nor fetch', () => {
    const forbidden =
      /\bfetch\s*\(|\bWebSocket\b|\bXMLHttpRequest\b|['"](?:node:)?(?:net|tls|dns|dgram|https?|http2)['"]/;
    const sources = globSync(['{server,client}/src/**/*.ts', 'client/webview/*.ts']);
    assert.ok(sources.length > 20);
    assert.deepEqual(
      sources.filter((file) => forbidden.test(readFileSync(file, 'utf8'))),
      [],
    );
  });

  it('the command line runs without node_modules', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'gouji-bundle-'));
    try {
      cpSync('dist/gouji.cjs', path.join(folder, 'gouji.cjs'));
      const done = spawnSync(process.execPath, ['gouji.cjs', '--version'], { cwd: folder, encoding: 'utf8' });
      assert.equal(done.status, 0, done.stderr);
      assert.ok(done.stdout.includes(JSON.parse(readFileSync('package.json', 'utf8')).version));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('the list of harmless modules names modules that exist', () => {
    assert.deepEqual(
      offline.filter((name) => name !== 'vscode' && !builtinModules.includes(name)),
      [],
    );
  });
});
