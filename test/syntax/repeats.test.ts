import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extract } from '../../server/src/analysis/extract.ts';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { written } from '../support/generate/report.ts';
import { richCase } from '../support/generate/rich.ts';
import { writtenOut } from '../support/generate/written-out.ts';

test('a figure that stands for merged cells is one figure only if it says the same in all of them', () => {
  const text = written(richCase(writtenOut));
  const changed = text.replace('| 行政许可 | 418 | 418 | 418 |', '| 行政许可 | 418 | 418 | 419 |');
  assert.notEqual(changed, text);
  const report = snapshot(changed);
  assert.deepEqual(extract(report.report()).disclosure?.licences, { decisions: null });
  assert.ok(report.findings().some(({ rule }) => rule === 'value-count'));
});

test('typing over one of the merged figures is read like the text as a whole', () => {
  const text = written(richCase(writtenOut));
  const before = snapshot(text);
  before.findings();
  const changed = text.replace('| 行政许可 | 418 |', '| 行政许可 | 41 |');
  const now = snapshot(changed, 1, undefined, before.report());
  assert.deepEqual(extract(now.report()), extract(snapshot(changed).report()));
});
