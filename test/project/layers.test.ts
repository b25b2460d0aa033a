import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { importsOf, layerFaults, layers } from '../../server/tools/layers.ts';

const source = 'server/src';

const files = globSync('**/*.ts', { cwd: source }).map((path) => ({
  path: path.replaceAll('\\', '/'),
  text: readFileSync(`${source}/${path}`, 'utf8'),
}));

describe('layers', () => {
  it('every source keeps to its layer', () => {
    assert.ok(files.length > 15);
    assert.deepEqual(files.flatMap(layerFaults), []);
  });

  it('a layer imports only layers below it', () => {
    const order = Object.keys(layers);
    for (const [name, layer] of Object.entries(layers)) {
      for (const folder of layer.folders)
        assert.ok(order.indexOf(folder) < order.indexOf(name), `${name} → ${folder}`);
    }
  });
});

const good: readonly (readonly [string, string])[] = [
  ['base/a.ts', "import { b } from './b.ts';"],
  [
    'model/deep/a.ts',
    "import type { S } from '../../syntax/tree.ts';\nimport { distance } from 'fastest-levenshtein';",
  ],
  ['rules/blank-cell.ts', "import { type Rule } from './rule.ts';\nexport { x } from '../model/report.ts';"],
  ['rules/index.ts', "import { rule } from './blank-cell.ts';"],
  ['analysis/check.ts', "import { rules } from '../rules/index.ts';"],
  ['lsp/server.ts', "import { Connection } from 'vscode-languageserver/node';"],
  ['lsp/server.ts', "import en from '../../../l10n/bundle.l10n.en.json' with { type: 'json' };"],
  ['main/cli.ts', "import { readFile } from 'node:fs/promises';\nimport { run } from '../cli/run.ts';"],
  ['base/a.ts', "// words from 'nowhere'\nconst from = 'node:fs';"],
];

const bad: readonly (readonly [string, string, string])[] = [
  ['base/a.ts', "import { b } from '../model/b.ts';", 'base/a.ts imports model/b.ts'],
  ['model/a.ts', "import type { Rule } from '../rules/rule.ts';", 'model/a.ts imports rules/rule.ts'],
  ['model/a.ts', "import fs from 'node:fs';", 'model/a.ts imports package node:fs'],
  ['cli/a.ts', "const fs = await import('node:fs');", 'cli/a.ts imports package node:fs'],
  ['syntax/a.ts', "const fs = require('fs');", 'syntax/a.ts imports package fs'],
  ['rules/a.ts', "import {\n  b,\n} from './b.ts';", 'rules/a.ts imports rules/b.ts'],
  ['rules/a.ts', "import '../syntax/parse.ts';", 'rules/a.ts imports syntax/parse.ts'],
  ['features/a.ts', "export * from '../rules/blank-cell.ts';", 'features/a.ts imports rules/blank-cell.ts'],
  [
    'features/a.ts',
    "import { Range } from 'vscode-languageserver';",
    'features/a.ts imports package vscode-languageserver',
  ],
  ['analysis/a.ts', "type T = import('../lsp/server.ts').T;", 'analysis/a.ts imports lsp/server.ts'],
  ['cli/a.ts', "import { startServer } from '../lsp/server.ts';", 'cli/a.ts imports lsp/server.ts'],
  ['model/a.ts', "import en from '../../../l10n/x.json';", 'model/a.ts imports l10n/x.json'],
  ['main/a.ts', "import { build } from '../../tools/build.mjs';", 'main/a.ts imports server/tools/build.mjs'],
  [
    'main/a.ts',
    "import x from 'vscode-languageserver-evil';",
    'main/a.ts imports package vscode-languageserver-evil',
  ],
  ['extra/a.ts', '', 'extra/a.ts is in no layer'],
];

describe('the layer check itself', () => {
  for (const [path, text] of good) {
    it(`lets pass: ${path}: ${text.split('\n')[0]}`, () => assert.deepEqual(layerFaults({ path, text }), []));
  }
  for (const [path, text, fault] of bad) {
    it(`catches: ${fault}`, () => assert.deepEqual(layerFaults({ path, text }), [fault]));
  }
  it('finds several imports of one file, each once', () => {
    const text =
      "import a from 'a';\nimport type { B } from 'b';\nexport { c } from 'c';\nimport 'd';\nawait import('e');\n";
    assert.deepEqual([...importsOf(text)].sort(), ['a', 'b', 'c', 'd', 'e']);
  });
});
