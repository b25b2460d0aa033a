import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { withoutNumberCells, withoutRowNumbers } from '../../server/src/syntax/row-numbers.ts';
import type { GridCell, GridRow } from '../../server/src/syntax/tree.ts';

const cellsOf = (text: string): readonly GridCell[] =>
  text.split(' ').map((word) => ({ span: { from: 0, to: 0 }, text: word === '·' ? '' : word }));

const row = (text: string): GridRow => {
  const span = { from: 0, to: 0 };
  return { span, full: span, cells: cellsOf(text), positional: true };
};

const shown = (cells: readonly GridCell[]): string => cells.map(({ text }) => text || '·').join(' ');

describe('a column that numbers the rows', () => {
  test('is no part of them', () => {
    const rows = ['序号 信息内容', '1 规章 0 0', '2 · 文件 3 0', '3 许可 5', '4 处罚 6', '5 强制 7'].map(row);
    const read = withoutRowNumbers(rows).map(({ cells }) => shown(cells));
    assert.deepEqual(read, ['信息内容', '规章 0 0', '· 文件 3 0', '许可 5', '处罚 6', '强制 7']);
  });

  test('counts up, or it is none', () => {
    const rows = ['1 规章 0', '2 文件 3', '2 许可 5', '4 处罚 6', '5 强制 7'].map(row);
    assert.equal(withoutRowNumbers(rows), rows);
  });

  test('is found among cells below each other by its heading', () => {
    const cells = cellsOf('序号 信息内容 1 规章 0 2 文件 3 3 许可 3 4 处罚 5 5 强制 6');
    assert.equal(shown(withoutNumberCells(cells)), '信息内容 规章 0 文件 3 许可 3 处罚 5 强制 6');
    assert.equal(withoutNumberCells(cells.slice(1)).length, cells.length - 1);
  });

  test('is told from figures that happen to count up as well', () => {
    const cells = cellsOf(
      '序号 信息内容 1 规章 0 0 2 2 文件 1 2 3 第五项 信息内容 3 许可 4 4 处罚 5 5 强制 6 第八项 信息内容 6 收费 7',
    );
    assert.equal(
      shown(withoutNumberCells(cells)),
      '信息内容 规章 0 0 2 文件 1 2 3 第五项 信息内容 许可 4 处罚 5 强制 6 第八项 信息内容 收费 7',
    );
  });

  test('stays where it can be told from the figures in two ways', () => {
    const cells = cellsOf('序号 甲类 1 规章 2 2 文件 3 许可 4 4 处罚 5 5 强制 6');
    assert.equal(withoutNumberCells(cells), cells);
  });

  test('may number the one row of a table', () => {
    const figures = '3 0 0 0 3 1 0 0 0 1 0 0 0 0 0';
    assert.equal(shown(withoutNumberCells(cellsOf(`序号 维持 1 ${figures}`))), `维持 ${figures}`);
    const rows = ['序号 维持 纠正', `1 ${figures}`].map(row);
    assert.deepEqual(
      withoutRowNumbers(rows).map(({ cells }) => shown(cells)),
      ['序号 维持 纠正', figures],
    );
    assert.equal(withoutRowNumbers(rows.slice(1)).length, 1);
    assert.equal(shown(withoutRowNumbers(rows.slice(1))[0]?.cells ?? []), `1 ${figures}`);
    assert.equal(shown(withoutNumberCells(cellsOf(`维持 1 ${figures}`))), `维持 1 ${figures}`);
  });

  test('takes no figure with it: where a row would be left without its number, all stay', () => {
    const cells = cellsOf('序号 信息内容 1 规章 0 2 文件 3 3 许可 3 4 处罚 5 5 强制 7 收费 8');
    assert.equal(withoutNumberCells(cells), cells);
  });
});
