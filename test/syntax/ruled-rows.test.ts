import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { extract } from '../../server/src/analysis/extract.ts';
import { snapshot } from '../../server/src/analysis/snapshot.ts';

const rule = '+------------+------+------+------+';
const rows = (...lines: readonly string[]): string =>
  [
    '云溪县教育局2023年政府信息公开工作年度报告',
    '',
    '# 二、主动公开政府信息情况',
    '',
    rule,
    '| 信息内容   | 本年 | 本年 | 现行 |',
    '|            | 制发 | 废止 | 有效 |',
    '|            | 件数 | 件数 | 件数 |',
    rule,
    ...lines,
    rule,
    '| 行政许可   | 12   |      |      |',
    rule,
    '| 行政处罚   | 3    |      |      |',
    rule,
  ].join('\n');

const read = (text: string) => {
  const version = snapshot(text);
  const { disclosure } = extract(version.report());
  return { disclosure, rules: version.findings().map(({ rule: id }) => id) };
};

describe('a table drawn with a line between any two rows', () => {
  test('has words that go on below themselves, and headings that end alike are not merged', () => {
    const { disclosure, rules } = read(
      rows(
        '| 规章       | 0    | 0    | 0    |',
        rule,
        '| 行政规范性 | 2    | 1    | 9    |',
        '| 文件       |      |      |      |',
      ),
    );
    assert.deepEqual(disclosure?.regulations, { issued: 0, repealed: 0, inForce: 0 });
    assert.deepEqual(disclosure?.normativeDocuments, { issued: 2, repealed: 1, inForce: 9 });
    assert.ok(!rules.some((id) => /value-count|label-wording|unknown-row/.test(id)), rules.join());
  });

  test('does not give away the first digits of a figure that goes on below itself', () => {
    const { disclosure } = read(
      rows(
        '| 规章       | 0    | 0    | 0    |',
        rule,
        '| 行政规范性 | 24   | 1    | 151  |',
        '| 文件       | 36   |      | 1    |',
      ),
    );
    assert.deepEqual(disclosure?.normativeDocuments, { issued: null, repealed: 1, inForce: null });
  });
});
