import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../server/src/analysis/fix.ts';
import { findingsOf } from '../support/findings.ts';
import { joinParts, sampleParts } from '../support/sample.ts';

for (const edition of ['2021', '2019'] as const) {
  for (const notation of ['pipe', 'tab'] as const) {
    const parts = sampleParts(edition, notation);
    const whole = joinParts(parts);
    const [heading = '', ...rest] = (parts.applications ?? '').split('\n\n');
    const table = rest.join('\n\n').trimEnd();
    const twice = (second: string): string =>
      joinParts({ ...parts, applications: `${heading}\n\n${table}\n\n${second}` });

    test(`a table that is there twice is one finding, and its copy can go (${edition}, ${notation})`, () => {
      const found = findingsOf(twice(table));
      assert.deepEqual(
        found.map(({ rule }) => rule),
        ['duplicate-row'],
      );
      assert.equal(applyEdits(twice(table), found[0]?.fixes?.[0]?.edits ?? []), whole);
    });

    test(`a copy with other figures is one finding without a fix (${edition}, ${notation})`, () => {
      const other = table.replace(/(（七）总计\D+)\d+/, '$177');
      const found = findingsOf(twice(other)).filter(({ rule }) => rule !== 'unreadable-table');
      assert.deepEqual(
        found.map(({ rule, fixes, related }) => [rule, fixes?.length, related?.length]),
        [['duplicate-row', 0, 1]],
      );
    });
  }
}
