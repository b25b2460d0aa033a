import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { withoutFrames } from '../../server/src/syntax/frames.ts';
import { parse } from '../../server/src/syntax/parse.ts';

describe('tables drawn with lines', () => {
  test('have bars, and no lines between their rows', () => {
    const lines = ['┌────┬───┐', '│ 规章 │ 0 │', '├────┼───┤', '┃许可┃２┃', '+----+---+', '｜处罚｜3｜'];
    const read = withoutFrames(lines.join('\n')).split('\n');
    assert.deepEqual(
      read.map((line) => line.trim()),
      ['', '| 规章 | 0 |', '', '|许可|２|', '', '|处罚|3|'],
    );
    assert.deepEqual(
      read.map(({ length }) => length),
      lines.map(({ length }) => length),
    );
  });

  test('with merged cells have their lines in the middle of a row', () => {
    assert.equal(withoutFrames('│ 不予 ├────┤').trim(), '| 不予 |    |');
    assert.equal(withoutFrames('│      ├────┼────┤').trim(), '');
  });

  test('keep an empty row, and a stroke for nothing', () => {
    assert.equal(withoutFrames('│   │   │'), '|   |   |');
    assert.equal(withoutFrames('│ ─ │ 0 │'), '| ─ | 0 |');
  });
});

test('a bar between words and strokes of a sentence stay', () => {
  const words = '云溪发布｜年度报告\n提升——公开——水平\n── 完 ──\n';
  assert.equal(parse(words).text, words);
});
