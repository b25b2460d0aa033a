import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { extract } from '../../server/src/analysis/extract.ts';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { barLayouts } from '../support/generate/bars.ts';
import type { Layout } from '../support/generate/layout.ts';
import { cellLines } from '../support/generate/lines.ts';
import { type Case, cases, written } from '../support/generate/report.ts';
import { space } from '../support/generate/space.ts';
import { tabLayouts } from '../support/generate/tab.ts';
import { figuresOf, graveIn } from '../support/readings.ts';

const inLines = [cellLines, ...barLayouts.filter(({ name }) => /cell-lines|before|between/.test(name))];

/** A report whose tables are written as points of a list: each line, or each that is no figure. */
function listed(report: Case, sign: string, each: 'line' | 'words'): string {
  const { layout } = report;
  const isPoint = (line: string): boolean =>
    /[^\s|]/.test(line) && (each === 'line' || !/^[\s|]*[-\d０-９.,]+[\s|]*$/.test(line));
  const write: Layout['write'] = (...all) =>
    layout.write(...all).map((line) => (isPoint(line) ? `${sign}${line}` : line));
  return written({ ...report, layout: { ...layout, write } });
}

describe('tables written as points of a list', () => {
  for (const sign of ['- ', '* ', '• ', '●', '  - ', '-\t']) {
    test(`with ${JSON.stringify(sign)} in front read like themselves`, () => {
      const property = fc.property(
        cases([...inLines, space, ...tabLayouts.filter(({ name }) => name !== 'tab-cut')]),
        (report) => {
          const text = written(report);
          const bare = inLines.includes(report.layout);
          // A tab behind the sign would be one cell more where tabs part them.
          if (sign.includes('\t') && !bare) return;
          for (const each of bare ? (['line', 'words'] as const) : (['line'] as const)) {
            const list = listed(report, sign, each);
            assert.deepEqual(figuresOf(list), figuresOf(text));
            assert.deepEqual(graveIn(list), graveIn(text));
          }
        },
      );
      fc.assert(property, { seed: 20_261_131, numRuns: 40 });
    });
  }

  test('keep the minus of a figure where only the words have the sign', () => {
    const table = [
      ['规章', '0', '0', '0', '规范性文件', '2', '2', '9'],
      ['第二十条第（五）项', '信息内容', '上一年项目数量', '本年增/减', '处理决定数量', '行政许可', '3'],
      [
        '- 2',
        '5',
        '其他对外管理服务事项',
        '- 1',
        '4',
        '0',
        '第二十条第（六）项',
        '行政处罚',
        '0',
        '- 3',
        '0',
      ],
    ].flat();
    const lines = table.map((cell) => (/\d$/.test(cell) ? cell : `- ${cell}`));
    const text = `云溪县教育局2020年政府信息公开工作年度报告\n二、主动公开政府信息情况\n${lines.join('\n')}\n`;
    const { disclosure } = extract(snapshot(text).report());
    assert.deepEqual(disclosure?.licences, { lastYear: 3, change: -2, decisions: 5 });
    assert.deepEqual(disclosure?.penalties, { lastYear: 0, change: -3, decisions: 0 });
  });
});

test('a row that is taken out of a list goes with its sign', () => {
  const text = [
    '云溪县教育局2023年政府信息公开工作年度报告',
    '二、主动公开政府信息情况',
    ...['规章\t0\t0\t0', '行政规范性文件\t1\t0\t2', '其他文件\t1\t0\t2', '行政许可\t3', '行政处罚\t4'].map(
      (row) => `- ${row}`,
    ),
  ].join('\n');
  const [finding] = snapshot(text)
    .findings()
    .filter(({ rule }) => rule === 'unknown-row');
  const [edit] = finding?.fixes?.[0]?.edits ?? [];
  assert.ok(edit);
  assert.equal(text.slice(edit.span.from, edit.span.to), '- 其他文件\t1\t0\t2\n');
});
