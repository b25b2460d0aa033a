// Sentences as they stand in real reports and invite false alarms: last year's figures, percentages, several totals
// in one sentence, a part of what was counted, other people's cases, plans. Each is set behind its section of the
// sample report, which counts eight new applications, and nothing may be said about it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { wording } from '../../server/src/base/message.ts';
import { joinParts, type PartName, sampleParts } from '../support/sample.ts';

const partOf: Readonly<Record<string, PartName>> = {
  前言: 'preamble',
  总体情况: 'overview',
  存在的主要问题及改进情况: 'problems',
  其他需要报告的事项: 'other',
};

/** The sentences by the part they belong to: a line with # names it, every other line is one. */
const groups = readFileSync(new URL('./hard-negatives.txt', import.meta.url), 'utf8')
  .split(/^# /m)
  .filter(Boolean)
  .map((group) => {
    const [name = '', ...sentences] = group.trimEnd().split('\n');
    return { name, part: partOf[name], sentences };
  });

const parts = sampleParts();

for (const { name, part, sentences } of groups) {
  test(`nothing is said about ${sentences.length} correct sentences in ${name}`, () => {
    assert.ok(part, `${name} is no part of a report`);
    const said = sentences.flatMap((sentence) =>
      snapshot(joinParts({ ...parts, [part]: `${parts[part]}\n\n${sentence}` }))
        .findings()
        .map(({ rule, message }) => `${sentence}\n  ${rule}: ${wording(message)}`),
    );
    assert.deepEqual(said, []);
  });
}

test('there are enough of them', () => {
  assert.ok(groups.reduce((sum, { sentences }) => sum + sentences.length, 0) >= 320);
});

test('the scraps of a label and of its group’s heading are no row of another name', () => {
  const torn = joinParts(parts).replace('2.没有现成信息需要另行制作', '无法作');
  assert.notEqual(torn, joinParts(parts));
  const found = snapshot(torn).findings();
  assert.deepEqual(
    found.filter(({ rule }) => rule === 'unknown-row'),
    [],
  );
});
