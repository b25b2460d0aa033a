import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const read = (file: string): string => readFileSync(file, 'utf8');

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

const manifest: Manifest = JSON.parse(read('package.json'));

describe('papers', () => {
  for (const lock of ['package-lock.json', 'test/host/package-lock.json']) {
    it(`${lock} names no download address`, () => {
      assert.ok(read(lock).includes('"integrity"'));
      assert.ok(!read(lock).includes('"resolved"'));
    });
  }

  it('the changelog begins with the current version', () => {
    const [newest] = read('CHANGELOG.md').match(/^## .*$/m) ?? [];
    assert.ok(newest?.startsWith(`## ${manifest.version}`), newest);
  });

  it('docs/dependencies.md justifies every runtime dependency, and no other', () => {
    const justified = [...read('docs/dependencies.md').matchAll(/^- `([^`]+)`: \S/gm)].map((line) => line[1]);
    assert.deepEqual(justified.sort(), Object.keys(manifest.dependencies).sort());
  });

  it('versions of dependencies are exact', () => {
    for (const [name, version] of Object.entries(manifest.dependencies)) assert.match(version, /^\d/, name);
  });

  it('links between the papers lead somewhere', () => {
    for (const page of [
      'README.md',
      'CHANGELOG.md',
      'docs/architecture.md',
      'docs/configuration.md',
      'docs/dependencies.md',
    ]) {
      const folder = page.startsWith('docs/') ? 'docs/' : './';
      for (const [, target = ''] of read(page).matchAll(/\]\(((?!https?:)[^)#]+)[^)]*\)/g)) {
        assert.ok(existsSync(folder + decodeURI(target)), `${page}: ${target}`);
      }
    }
  });
});

describe('the packed extension', () => {
  it('holds what it needs to run and be understood, and nothing else', () => {
    const listed = spawnSync('node_modules/.bin/vsce', ['ls', '--no-dependencies'], { encoding: 'utf8' });
    assert.equal(listed.status, 0, listed.stderr);
    const files = listed.stdout.split('\n').filter(Boolean);
    const wanted = [
      'package.json',
      'README.md',
      'CHANGELOG.md',
      'LICENSE',
      'dist/client.cjs',
      'dist/server.cjs',
      'dist/client-browser.cjs',
      'dist/server-worker.js',
    ];
    for (const file of wanted) assert.ok(files.includes(file), `${file} is not packed; was it built?`);
    const allowed =
      /^(package(\.nls.*)?\.json|README\.md|CHANGELOG\.md|LICENSE|dist\/([\w-]+\.cjs|preview\.(js|css)|server-worker\.js)|media\/((preview-(light|dark)|gouji|walkthrough\/[a-z-]+)\.svg|markdown-preview\.css)|(syntaxes|l10n|schemas|snippets)\/[\w.-]+\.json|docs\/law\.md|docs\/images\/\w+\.webp|docs\/rules\/[\w-]+\.md)$/;
    assert.deepEqual(
      files.filter((file) => !allowed.test(file)),
      [],
    );
  });
});
