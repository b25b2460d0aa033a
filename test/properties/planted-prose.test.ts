import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { supportedLayouts } from '../support/generate/layouts.ts';
import { proseFaults } from '../support/generate/prose-faults.ts';
import { cases, written } from '../support/generate/report.ts';

/** The rules that find something, each as often as it does. */
const found = (text: string): readonly string[] =>
  snapshot(text)
    .findings()
    .map(({ rule }) => rule)
    .sort();

const reports = supportedLayouts.flatMap((layout, index) =>
  fc
    .sample(cases([layout]), { seed: 900 + index, numRuns: 5 })
    .map((report) => ({ ...report, lineEnd: '\n' }) as const),
);

describe('one fault in the paragraphs of a random correct report', () => {
  for (const { name, rule, by } of proseFaults) {
    test(`is found once, and nothing else is: ${name}`, () => {
      const planted = new Set<string>();
      for (const report of reports) {
        const text = written(report);
        const faulty = by(text, report.figures);
        if (faulty === text) continue;
        assert.deepEqual(found(faulty), [...found(text), rule].sort(), `${report.layout.name}:\n${faulty}`);
        planted.add(report.layout.name);
      }
      assert.ok(planted.size >= 4, `planted in ${planted.size} layouts only`);
    });
  }
});
