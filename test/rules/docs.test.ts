import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { catalogue } from '../../server/src/analysis/catalogue.ts';
import { rules } from '../../server/src/rules/index.ts';
import { stale, staleOthers } from '../../server/tools/generate.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test('the pages in docs/rules are what the rules and their test pages say', () => {
  assert.deepEqual(stale(), [], 'run: ./.node24 server/tools/generate.ts');
});

test('the settings in the manifest and the schema of gouji.json are those that are read', () => {
  assert.deepEqual(staleOthers(), [], 'run: ./.node24 server/tools/generate.ts');
});

test('a rule has the name of its file, and every file is a rule of the list', () => {
  const folder = new URL('../../server/src/rules/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name !== 'index.ts' && name !== 'rule.ts');
  assert.deepEqual(files.sort(), rules.map(({ id }) => `${id}.ts`).sort());
  for (const { id } of rules) assert.ok(read(`server/src/rules/${id}.ts`).includes(`id: '${id}'`), id);
});

test('no rule is from the future', () => {
  const { version } = JSON.parse(read('package.json'));
  for (const { id, since } of catalogue) assert.ok(order(since) <= order(version), id);
});

test('every rule says what it is, on what ground, and in whole sentences', () => {
  for (const { id, title, basis, docs } of catalogue) {
    assert.match(id, /^[a-z]+(-[a-z]+)*$/);
    assert.ok(title !== '' && !title.endsWith('。'), id);
    assert.ok(basis !== '', id);
    for (const line of docs.trim().split('\n')) assert.ok(line.endsWith('。'), `${id}: ${line}`);
  }
});

const order = (version: string): number =>
  version.split('.').reduce((sofar, part) => sofar * 1000 + Number(part), 0);
