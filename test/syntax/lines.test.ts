import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from '../../server/src/syntax/parse.ts';

/** Lines of every shape, with every kind of line break, and places where a break is joined or parted. */
const texts = fc
  .array(
    fc.constantFrom('一、', '（二）', '3.', '#', '甲', ' ', '\t', '|', '\n', '\r', '\r\n', '<br>', '<table>'),
    {
      maxLength: 40,
    },
  )
  .map((pieces) => pieces.join(''));

const edit = fc.record({ at: fc.nat(), remove: fc.nat({ max: 3 }), insert: texts });

test('lines are the same whether or not an earlier version is at hand', () => {
  fc.assert(
    fc.property(texts, fc.array(edit, { minLength: 1, maxLength: 4 }), (first, edits) => {
      let tree = parse(first);
      for (const { at, remove, insert } of edits) {
        const from = at % (tree.source.length + 1);
        const source = tree.source.slice(0, from) + insert + tree.source.slice(from + remove);
        tree = parse(source, tree);
        const { since: _, ...fresh } = parse(source);
        const { since, ...found } = tree;
        assert.deepEqual(found, fresh);
        assert.ok(since);
      }
    }),
    { numRuns: 2000, seed: 20214 },
  );
});

test('a line before an edit stays the very same', () => {
  const before = parse('一\n二\n三\n四\n');
  const after = parse('一\n二\n三\n四五\n', before);
  assert.equal(after.lines[0], before.lines[0]);
  assert.equal(after.lines[1], before.lines[1]);
});
