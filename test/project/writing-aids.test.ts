import assert from 'node:assert/strict';
import { it } from 'node:test';
import { staleAids } from '../../server/tools/writing-aids.ts';

it('the law page and the snippets are as the form has them', () => {
  assert.deepEqual(staleAids(), [], 'run: node server/tools/writing-aids.ts');
});
