import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Item } from '../../server/src/model/items.ts';
import { isDoubtful, pickValues, settle } from '../../server/src/model/values.ts';
import { rowsOf } from './tables.ts';

function item(line: string): Item {
  const [only] = rowsOf(line).items;
  if (!only) throw new Error(`no row in ${line}`);
  return only;
}

/** The figures that were picked, a blank as `·`; how they were not, in a word. */
function picked(line: string, count: number): string {
  const reading = pickValues(item(line), count);
  if (reading.kind === 'ambiguous') return 'ambiguous';
  const figures = reading.cells.map(({ text }) => (text === '' ? '·' : text)).join(' ');
  return reading.kind === 'read' ? figures : `miscounted: ${figures}`;
}

test('fillers of merged cells before and behind the figures are left out', () => {
  assert.equal(picked('2.重复申请→0→1→2→3', 4), '0 1 2 3');
  assert.equal(picked('（一）予以公开→→→0→1→2→3', 4), '0 1 2 3');
  assert.equal(picked('→2.重复申请→0→1→2→3→→', 4), '0 1 2 3');
});

test('blanks between figures are cells of their own', () => {
  assert.equal(picked('2.重复申请→0→→→3', 4), '0 · · 3');
  assert.equal(picked('2.重复申请→→→→', 4), '· · · ·');
});

test('too many and too few are counted, never cut', () => {
  assert.equal(picked('2.重复申请→0→1→2→3→4', 4), 'miscounted: 0 1 2 3 4');
  assert.equal(picked('2.重复申请→1→2→3', 4), 'miscounted: 1 2 3');
});

test('a total alone is read wherever a blank before it was lost', () => {
  assert.equal(picked('2.重复申请→→→5', 4), '· · · 5');
  assert.equal(picked('2.重复申请→→5', 4), 'miscounted: 5');
});

test('noughts written as one are as many figures', () => {
  assert.equal(picked('规章000', 3), '0 0 0');
  assert.equal(picked('规章→000', 3), '0 0 0');
  assert.equal(picked('规章00', 3), 'miscounted: 00');
  assert.equal(picked('行政处罚→100', 1), '100');
});

test('a blank total beside a filler can be read in two ways', () => {
  assert.equal(picked('（一）予以公开→→1→2→3→', 4), 'ambiguous');
});

test('rows that agree settle where the figures stand, rows that do not leave it open', () => {
  const unclear = item('（一）予以公开→→1→2→3→');
  const others = ['（二）部分公开→→1→2→3→6', '（三）不予公开→→0→0→0→0'].map((line) => ({
    item: item(line),
    offset: 1,
  }));
  const settled = settle(unclear, [0, 1], 4, others);
  assert.ok(settled.kind === 'read');
  assert.deepEqual(
    settled.cells.map(({ text }) => text),
    ['1', '2', '3', ''],
  );
  const [first] = others;
  assert.ok(first);
  assert.equal(settle(unclear, [0, 1], 4, [first]).kind, 'ambiguous');
  assert.equal(settle(unclear, [0, 1], 4, [...others, { ...first, offset: 0 }]).kind, 'ambiguous');
});

test('a blank at the edge counts only in a row as wide as others', () => {
  const narrow = item('（一）予以公开→→2→3→6');
  const others = ['（二）部分公开→→1→2→3→6', '（三）不予公开→→0→0→0→0'].map((line) => ({
    item: item(line),
    offset: 1,
  }));
  assert.equal(settle(narrow, [0], 4, others).kind, 'ambiguous');
});

test('only rows that begin or end with a blank are doubtful', () => {
  const cells = (line: string) => item(`2.重复申请→${line}`).values;
  assert.ok(isDoubtful(cells('→2→3→6')));
  assert.ok(isDoubtful(cells('1→2→3→')));
  assert.ok(!isDoubtful(cells('1→→3→4')));
  assert.ok(!isDoubtful(cells('→→→4')));
});
