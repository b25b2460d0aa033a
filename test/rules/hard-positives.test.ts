// Faults put in words that are not the usual ones, each in its section of the sample report, behind the name of the rule
// that has to see it. The sections on problems and on other matters consist of the sentence alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { holdFixes } from '../support/run-case.ts';
import { sentenceGroups, withSentence } from '../support/sentence-list.ts';

/** Of these sections the sentence is all there is below the heading. */
const alone = /^(?:存在的主要问题及改进情况|其他需要报告的事项)/;

for (const { name, lines } of sentenceGroups(new URL('./hard-positives.txt', import.meta.url))) {
  test(`each of ${lines.length} faults in ${name} is seen, and every fix is good`, () => {
    const missed = lines.filter((line) => {
      const [rule = '', sentence = ''] = line.split(/ (.*)/);
      const text = withSentence(name, sentence, alone.test(name) ? 'alone' : 'behind');
      const found = snapshot(text).findings();
      holdFixes(text, found);
      return !found.some((finding) => finding.rule === rule);
    });
    assert.deepEqual(missed, []);
  });
}
