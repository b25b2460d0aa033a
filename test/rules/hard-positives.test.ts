// Faults put in words that are not the usual ones, each in its section of the sample report, behind the name of the rule
// that has to see it. The sections on problems and on other matters consist of the sentence alone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { joinParts, type PartName, sampleParts } from '../support/sample.ts';

const partOf: Readonly<Record<string, PartName>> = {
  前言: 'preamble',
  总体情况: 'overview',
  存在的主要问题及改进情况: 'problems',
  其他需要报告的事项: 'other',
};

/** Of these the sentence is all there is below the heading. */
const alone: readonly (PartName | undefined)[] = ['problems', 'other'];

const groups = readFileSync(new URL('./hard-positives.txt', import.meta.url), 'utf8')
  .split(/^# /m)
  .filter(Boolean)
  .map((group) => {
    const [name = '', ...lines] = group.trimEnd().split('\n');
    return { name, part: partOf[name], lines };
  });

const parts = sampleParts();

for (const { name, part, lines } of groups) {
  test(`each of ${lines.length} faults in ${name} is seen`, () => {
    assert.ok(part, `${name} is no part of a report`);
    const before = alone.includes(part) ? parts[part].split('\n')[0] : parts[part];
    const missed = lines.filter((line) => {
      const [rule = '', sentence = ''] = line.split(/ (.*)/);
      const found = snapshot(joinParts({ ...parts, [part]: `${before}\n\n${sentence}` })).findings();
      return !found.some((finding) => finding.rule === rule);
    });
    assert.deepEqual(missed, []);
  });
}
