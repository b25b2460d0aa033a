import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { snapshot } from '../../server/src/analysis/snapshot.ts';

const results = '结果维持 结果纠正 其他结果 尚未审结 总计';
const headings = `行政复议 行政诉讼 ${results} 未经复议直接起诉 复议后起诉 ${results} ${results}`;
const figures = [1, 0, 0, 0, 1, 2, 1, 0, 0, 3, 1, 0, 0, 0, 1];

const inSpace = (count: number): string => `${headings}\n${figures.slice(0, count).join(' ')}`;
const inLines = (count: number): string => [...headings.split(' '), ...figures.slice(0, count)].join('\n');

/** Rules that speak of table four, with their severity. */
function told(table: string): readonly string[] {
  const text = `云溪县教育局2023年政府信息公开工作年度报告

四、政府信息公开行政复议、行政诉讼情况

${table}

五、存在的主要问题及改进情况
`;
  const rules = /^(?:missing-table|value-count|unreadable-table|missing-column)$/;
  return snapshot(text)
    .findings()
    .filter(({ rule }) => rules.test(rule))
    .map(({ rule, severity }) => `${rule} ${severity}`);
}

describe('a table four with empty cells in a notation that loses them', () => {
  for (const count of [1, 3, 5, 6, 10, 13])
    test(`is there and unreadable, neither missing nor miscounted: ${count} figures`, () => {
      assert.deepEqual(told(inSpace(count)), ['unreadable-table info']);
      assert.deepEqual(told(inLines(count)), ['unreadable-table info']);
    });

  test('is read where no cell is empty', () => {
    assert.deepEqual([told(inSpace(15)), told(inLines(15))], [[], []]);
  });

  test('has a figure too few where blanks part the cells and just one is missing', () => {
    assert.deepEqual(told(inSpace(14)), ['value-count error', 'unreadable-table info']);
  });

  test('is missing where not one figure is there', () => {
    assert.deepEqual(
      [told(inSpace(0)), told(inLines(0))],
      [['missing-table error'], ['missing-table error']],
    );
  });
});
