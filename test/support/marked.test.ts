import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Mark, readMarked, withMarks } from './marked.ts';

test('a mark is a stretch of text with a label', () => {
  const { text, marks } = readMarked('新收«3»{wrong-total}件');
  assert.equal(text, '新收3件');
  assert.deepEqual(marks, [{ span: { from: 2, to: 3 }, label: 'wrong-total' }]);
});

test('marks nest, may be empty, and the cursor counts for nothing', () => {
  const { text, marks, cursor } = readMarked('«a«𠮷»{in}«»{gap}»{out}‸b');
  assert.equal(text, 'a𠮷b');
  assert.equal(cursor, 3);
  assert.deepEqual(marks, [
    { span: { from: 0, to: 3 }, label: 'out' },
    { span: { from: 1, to: 3 }, label: 'in' },
    { span: { from: 3, to: 3 }, label: 'gap' },
  ]);
});

test('braces without a mark are text', () => {
  assert.equal(readMarked('a{b}').text, 'a{b}');
});

test('unbalanced and crossing marks are refused', () => {
  assert.throws(() => readMarked('«a'));
  assert.throws(() => readMarked('a»{x}'));
  assert.throws(() => readMarked('‸‸'));
  assert.throws(() => withMarks('abc', [mark(0, 2, 'x'), mark(1, 3, 'y')]));
});

test('reading undoes marking', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('一', '𠮷', '|', '3', '{', '\n'), { maxLength: 12 }),
      nested,
      (units, tree) => {
        const text = units.join('');
        const marks = place(tree, 0, text.length);
        const marked = readMarked(withMarks(text, marks));
        assert.equal(marked.text, text);
        assert.deepEqual(marked.marks, readMarked(withMarks(text, [...marks].reverse())).marks);
        assert.deepEqual(sorted(marked.marks), sorted(marks));
        assert.equal(withMarks(text, marked.marks), withMarks(text, marks));
      },
    ),
    { seed: 7, numRuns: 500 },
  );
});

interface Tree {
  readonly at: number;
  readonly size: number;
  readonly label: string;
  readonly children: readonly Tree[];
}

const { nested } = fc.letrec<{ nested: readonly Tree[] }>((tie) => ({
  nested: fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      size: fc.double({ min: 0, max: 1, noNaN: true }),
      label: fc.constantFrom('a', 'b', 'rule info'),
      children: fc.oneof({ depthSize: 'small' }, fc.constant([]), tie('nested')),
    }),
    { maxLength: 3 },
  ),
}));

/** Marks that nest by construction: siblings lie side by side inside their parent. */
function place(trees: readonly Tree[], from: number, to: number): readonly Mark[] {
  const marks: Mark[] = [];
  let free = from;
  for (const tree of trees) {
    const start = free + Math.floor(tree.at * (to - free));
    const end = start + Math.floor(tree.size * (to - start));
    marks.push(mark(start, end, tree.label), ...place(tree.children, start, end));
    free = end;
  }
  return marks;
}

const mark = (from: number, to: number, label: string): Mark => ({ span: { from, to }, label });

const sorted = (marks: readonly Mark[]): readonly string[] =>
  marks.map(({ span, label }) => `${span.from}-${span.to} ${label}`).sort();
