import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { pipe } from '../support/generate/pipe.ts';
import { written } from '../support/generate/report.ts';
import { richCase } from '../support/generate/rich.ts';
import { space } from '../support/generate/space.ts';
import { tab } from '../support/generate/tab.ts';
import { assertSound } from '../support/sound.ts';

/** Every prefix would take minutes; a step without a divisor in common with the lines meets every kind of place. */
const step = 13;

/** What people put into a report: figures, labels, whole rows, and what a slip of the hand leaves. */
const pasted = [
  ...['0', '1', '12', '\t', '\n', '|', ' ', '、', '（', '件'],
  '四、结转下年度继续办理\t\t\t0\t0\t0\t0\t0\t0\t0\n',
  '| （一）予以公开 |  | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n',
  '四、政府信息公开行政复议、行政诉讼情况\n',
];

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof(fc.constant(0), fc.nat({ max: 3 }), fc.nat({ max: 200 })),
  insert: fc.oneof(fc.constant(''), fc.constantFrom(...pasted)),
});

describe('a report while it is written', () => {
  for (const layout of [tab, pipe, space]) {
    const whole = written(richCase(layout));

    test(`typed from its first character to its last does no harm (${layout.name})`, () => {
      for (let length = 0; length <= whole.length; length += step) assertSound(whole.slice(0, length));
    });

    test(`deleted from its start does no harm (${layout.name})`, () => {
      for (let from = 0; from <= whole.length; from += step * 2) assertSound(whole.slice(from));
    });

    test(`pasted into itself does no harm (${layout.name})`, () => {
      for (let at = 0; at <= whole.length; at += step * 20)
        assertSound(whole.slice(0, at) + whole + whole.slice(at));
    });

    test(`changed here and there does no harm, and changed back is as before (${layout.name})`, () => {
      const before = assertSound(whole);
      const property = fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        let text = whole;
        for (const { at, remove, insert } of edits) {
          const from = Math.floor(at * text.length);
          text = text.slice(0, from) + insert + text.slice(from + remove);
          assertSound(text);
        }
        assert.deepEqual(assertSound(whole), before);
      });
      fc.assert(property, { seed: 7, numRuns: 60 });
    });
  }
});
