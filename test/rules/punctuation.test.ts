import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Finding } from '../../server/src/analysis/check.ts';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { joinParts, sampleParts } from '../support/sample.ts';

const marksIn = (text: string): readonly Finding[] =>
  snapshot(text)
    .findings()
    .filter(({ rule }) => rule === 'punctuation');

test('of many places the first few are listed, and all are counted and put right', () => {
  const text = joinParts(sampleParts()).replace('五、', `${'县局(含学校)'.repeat(20)}开展培训。\n\n五、`);
  const [brackets, ...others] = marksIn(text);
  assert.deepEqual(others, []);
  assert.deepEqual(brackets?.message.args, [20]);
  assert.equal(brackets?.related.length, 3);
  assert.equal(brackets?.fixes[0]?.edits.length, 40);
});

test('marks among the labels of a table are found whatever the table said before', () => {
  const written = joinParts(sampleParts());
  const start = written.indexOf('三、');
  const end = written.indexOf('五、');
  const narrow = (text: string): string => text.replace(/[（）]/g, (mark) => (mark === '（' ? '(' : ')'));
  const report = written.slice(0, start) + narrow(written.slice(start, end)) + written.slice(end);
  const edits = fc.record({
    at: fc.integer({ min: start, max: end }),
    remove: fc.constantFrom(0, 1, 2, 30),
    insert: fc.constantFrom('', '1', '(', ')', '(略)', '事项,', '\n', '\r\n', '\t', '。'),
  });
  fc.assert(
    fc.property(fc.array(edits, { minLength: 1, maxLength: 3 }), (steps) => {
      let text = report;
      for (const { at, remove, insert } of steps) text = text.slice(0, at) + insert + text.slice(at + remove);
      marksIn(report);
      const after = marksIn(text);
      marksIn(
        report.slice(0, start) + report.slice(start, end).replace(/.(?=[\n|])/g, '') + report.slice(end),
      );
      assert.deepEqual(after, marksIn(text));
    }),
    { numRuns: 200, seed: 20220 },
  );
});
