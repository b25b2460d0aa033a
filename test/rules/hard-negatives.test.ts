// Sentences as they stand in real reports and invite false alarms: last year's figures, percentages, several totals
// in one sentence, a part of what was counted, other people's cases, plans. Each is set behind its section of the
// sample report, which counts eight new applications, and nothing may be said about it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { wording } from '../../server/src/base/message.ts';
import { joinParts, sampleParts } from '../support/sample.ts';
import { sentenceGroups, withSentence } from '../support/sentence-list.ts';

const groups = sentenceGroups(new URL('./hard-negatives.txt', import.meta.url));

for (const { name, lines } of groups) {
  test(`nothing is said about ${lines.length} correct sentences in ${name}`, () => {
    const said = lines.flatMap((sentence) =>
      snapshot(withSentence(name, sentence, 'behind'))
        .findings()
        .map(({ rule, message }) => `${sentence}\n  ${rule}: ${wording(message)}`),
    );
    assert.deepEqual(said, []);
  });
}

test('there are enough of them', () => {
  assert.ok(groups.reduce((sum, { lines }) => sum + lines.length, 0) >= 320);
});

test('the scraps of a label and of its group’s heading are no row of another name', () => {
  const torn = joinParts(sampleParts()).replace('2.没有现成信息需要另行制作', '无法作');
  assert.notEqual(torn, joinParts(sampleParts()));
  const found = snapshot(torn).findings();
  assert.deepEqual(
    found.filter(({ rule }) => rule === 'unknown-row'),
    [],
  );
});
