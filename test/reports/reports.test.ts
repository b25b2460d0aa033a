import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { check } from '../../server/src/analysis/check.ts';
import { extract } from '../../server/src/analysis/extract.ts';
import { defaultSettings } from '../../server/src/analysis/settings.ts';
import { snapshot } from '../../server/src/analysis/snapshot.ts';

const here = new URL('./', import.meta.url);
const samples = new URL('../../samples/', import.meta.url);
const read = (folder: URL, name: string): string => readFileSync(new URL(name, folder), 'utf8');
const reportOf = (text: string) => snapshot(text, 1).report();

const twins = readdirSync(here).filter((name) => /^twin-\d+\.txt$/.test(name));

test('there are five twins', () => assert.equal(twins.length, 5));

for (const name of twins) {
  test(`${name} is read to the last figure`, () => {
    const { layout, sections, unreadable, ...figures } = extract(reportOf(read(here, name)));
    assert.deepEqual(figures, JSON.parse(read(here, name.replace('.txt', '.extract.json'))));
    assert.equal(Object.keys(layout).length, 3);
    assert.equal(sections.length, 6);
    assert.deepEqual(unreadable, []);
  });
}

const sample = (start: string): string => {
  const name = readdirSync(samples).find((candidate) => candidate.startsWith(start));
  assert.ok(name, `no sample ${start}`);
  return read(samples, name);
};

test('nothing is found in the good sample', () => {
  const faults: unknown[] = [];
  const report = reportOf(sample('良好示例'));
  assert.ok(report.recognised);
  assert.deepEqual(check(report, defaultSettings, (rule, fault) => faults.push([rule.id, fault])), []);
  assert.deepEqual(faults, []);
});
