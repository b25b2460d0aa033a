import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../server/src/analysis/fix.ts';
import { editionById, tableOf } from '../../server/src/template/index.ts';
import { findingsOf } from '../support/findings.ts';
import { joinParts, sampleParts } from '../support/sample.ts';

/** A label without its first character, and without its last; its number stays. Marks that get lost in copying do not count. */
function shortened(label: string): readonly string[] {
  const [, number = '', words = ''] = /^([一二三四]、|（[一二三四五六七]）|\d\.)?(.*)$/.exec(label) ?? [];
  return words.length < 4 ? [] : [number + words.slice(1), number + words.replace(/.[”）]?$/, '')];
}

for (const edition of ['2021', '2019'] as const) {
  for (const notation of ['pipe', 'tab'] as const) {
    test(`a row name that lost a character at either end is told and put right (${edition}, ${notation})`, () => {
      const whole = joinParts(sampleParts(edition, notation));
      for (const { label } of tableOf(editionById(edition), 'applications').rows) {
        for (const wrong of shortened(label)) {
          const mutated = whole.replace(label, wrong);
          const found = findingsOf(mutated);
          assert.deepEqual(
            found.map(({ rule }) => rule),
            ['label-wording'],
            wrong,
          );
          assert.equal(applyEdits(mutated, found[0]?.fixes?.[0]?.edits ?? []), whole, wrong);
        }
      }
    });
  }
}

test('a wrong row name is told where the row is still to be filled in', () => {
  const whole = joinParts(sampleParts('2021', 'pipe'));
  const blank = whole.replace(
    /2\.其他法律行政法规禁止公开 \|.*/,
    `2.其他法律法规禁止公开 |${'  |'.repeat(7)}`,
  );
  assert.deepEqual(
    findingsOf(blank).map(({ rule }) => rule),
    ['label-wording', 'blank-cell', 'unreadable-table'],
  );
});
