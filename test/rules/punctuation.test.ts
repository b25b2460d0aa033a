import assert from 'node:assert/strict';
import { test } from 'node:test';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { joinParts, sampleParts } from '../support/sample.ts';

test('of many places the first few are listed, and all are counted and put right', () => {
  const text = joinParts(sampleParts()).replace('五、', `${'县局(含学校)'.repeat(20)}开展培训。\n\n五、`);
  const found = snapshot(text).findings();
  const [brackets, ...others] = found.filter(({ rule }) => rule === 'punctuation');
  assert.deepEqual(others, []);
  assert.deepEqual(brackets?.message.args, [20]);
  assert.equal(brackets?.related?.length, 8);
  assert.equal(brackets?.fixes?.[0]?.edits.length, 40);
});
