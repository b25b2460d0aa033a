#!/usr/bin/env node
// Packs dist/ and its papers into gouji-<version>.vsix, an extension file that any VS Code installs.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Where the packed extension of this version stands. */
export function vsixPath() {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return path.join(root, `gouji-${version}.vsix`);
}

/** Packs what dist/ holds now; the bundles carry their packages, so none are added. */
export function packVsix() {
  const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
  const args = ['package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  const done = spawnSync(process.execPath, [vsce, ...args, '--out', vsixPath()], {
    cwd: root,
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`vsce package failed:\n${done.stdout}${done.stderr}`);
  return done.stdout;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(packVsix().trimEnd());
