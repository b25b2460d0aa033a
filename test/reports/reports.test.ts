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

test('what is planted in the other sample is found, and nothing else', () => {
  const text = sample('待改示例');
  const found = check(reportOf(text), defaultSettings).filter(({ severity }) => severity !== 'info');
  const seen = found.map(({ rule, span }) => `${rule} at ${lineWith(text, span.from)}`);
  assert.deepEqual(seen, [
    'missing-topic at 一、总体情况',
    'section-wording at 三、收到和处理政府信息公开申报情况',
    'wrong-applicant-total at （一）予以公开',
    'label-wording at 2.其他法律法规禁止公开',
    'blank-cell at 4.无正当理由大量反复申请',
    'wrong-outcome-total at （七）总计',
    'wrong-review-total at 1',
  ]);
});

/** The last words before the figures of the line an offset stands on, or the whole line if it is no row. */
function lineWith(text: string, offset: number): string {
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const cells = text.slice(from, text.indexOf('\n', from)).split('\t');
  return cells.findLast((cell) => /\D/.test(cell)) ?? cells[0] ?? '';
}
