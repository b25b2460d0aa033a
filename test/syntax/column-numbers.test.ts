import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { withoutColumnNumbers } from '../../server/src/syntax/column-numbers.ts';
import type { GridRow } from '../../server/src/syntax/tree.ts';

/** A row of cells parted by blanks; `·` is an empty one. */
const row = (text: string, words?: number): GridRow => {
  const cells = text.split(' ').map((word, at) => ({
    span: { from: at, to: at + 1 },
    text: word === '·' ? '' : word,
  }));
  const span = { from: 0, to: cells.length };
  return { span, full: span, cells, positional: true, ...(words === undefined ? {} : { words }) };
};

const read = (...rows: readonly GridRow[]): readonly string[] =>
  withoutColumnNumbers(rows).map(({ cells }) => cells.map(({ text }) => text || '·').join(' '));

describe('a row that numbers the columns', () => {
  test('is no row of the table, whatever stands in front of it', () => {
    for (const numbers of [
      '甲 1 2 3',
      '甲 · · 1 2 3',
      '甲 乙 丙 1 2 3',
      '栏次 1 2 3',
      '栏次 ① ② ③',
      '行次 （1） （2） （3）',
    ])
      assert.deepEqual(read(row('信息内容 制发 废止 有效'), row(numbers), row('规章 0 0 0')), [
        '信息内容 制发 废止 有效',
        '规章 0 0 0',
      ]);
    assert.deepEqual(read(row('甲 1 2 3 4 5 6 7=1+2+3+4+5+6'), row('公开 1 0 0 0 0 0 1')), [
      '公开 1 0 0 0 0 0 1',
    ]);
  });

  test('goes on in the next block', () => {
    assert.deepEqual(read(row('甲 1 2 3'), row('规章 0 0 0'), row('甲 4'), row('许可 4')), [
      '规章 0 0 0',
      '许可 4',
    ]);
  });

  test('needs no word in front if it is long, from 0 as programs count or from 1', () => {
    assert.deepEqual(read(row('· 0 1 2 3 4 5 6 7 8 9'), row('公开 0 1')), ['公开 0 1']);
    assert.deepEqual(read(row('1 2 3 4 5 6 7 8')), []);
  });

  test('may stand right above the figures, where cells stand below each other', () => {
    const numbers = '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15';
    const figures = '3 0 0 0 3 1 0 0 0 1 0 0 0 0 0';
    assert.deepEqual(read(row(`总计 ${numbers} ${figures}`, 1)), ['总计', figures]);
    assert.deepEqual(read(row(`栏次 ${numbers} ${figures}`, 1)), [figures]);
  });
});

test('rows of figures that happen to count up, and rows by such a name that do not, stay', () => {
  for (const line of [
    '规章 1 2 3',
    '1 2 3',
    '公开 1 2 3 4 5 6 7',
    '甲 3 0 0',
    '栏次 5',
    '甲',
    '乙级单位 1 2 3',
  ])
    assert.deepEqual(read(row(line)), [line]);
  assert.deepEqual(read(row('公开 1 2 3 4 5 6 7', 1)), ['公开 1 2 3 4 5 6 7']);
});
