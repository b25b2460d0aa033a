import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { wording } from '../../server/src/base/message.ts';
import { type ColumnColor, columnColors } from '../../server/src/features/column-colors.ts';
import { rowHints } from '../../server/src/features/row-hints.ts';
import { tableLenses } from '../../server/src/features/table-lenses.ts';
import { withMarks } from '../support/marked.ts';
import { letter, markdown, report } from './cursor.ts';

const short: Readonly<Record<ColumnColor, string>> = { oddColumn: '1', evenColumn: '2', totalColumn: 'T' };

/** The line of a text that begins in some way, with the colours of its columns in marks. */
function coloredLine(words: string, text = report): string {
  const marks = columnColors(snapshot(text)).map(({ span, color }) => ({ span, label: short[color] }));
  const found = withMarks(text, marks)
    .split('\n')
    .find((line) => line.includes(words));
  return found?.slice(found.indexOf(words)) ?? '';
}

describe('the colours of columns', () => {
  it('alternate from figure to figure, and totals have their own', () => {
    assert.equal(
      coloredLine('（一）予以公开'),
      '（一）予以公开\t\t«3»{1}\t«0»{2}\t«0»{1}\t«0»{2}\t«0»{1}\t«0»{2}\t«3»{T}',
    );
    assert.equal(coloredLine('行政规范性文件'), '行政规范性文件\t«2»{1}\t«1»{2}\t«9»{1}');
    assert.match(coloredLine('（一）予以公开', markdown), /\| «3»\{1\} \| «0»\{2\} \|/);
  });

  it('are those of the headings above', () => {
    assert.match(coloredLine('«自然人»'), /^«自然人»\{1\}.*«总计»\{T\}/);
    assert.match(coloredLine('«商业企业»'), /^«商业企业»\{2\}\t«科研机构»\{1\}\t«社会公益组织»\{2\}/);
  });

  it('do not tell right from wrong', () => {
    const wrong = report.replace('（一）予以公开\t\t3', '（一）予以公开\t\t9');
    assert.equal(columnColors(snapshot(wrong)).length, columnColors(snapshot(report)).length);
  });

  it('are not there where the column is not certain, nor in another text', () => {
    const short = report.replace(/(2\.重复申请\t).*/, '$10\t3');
    assert.equal(coloredLine('2.重复申请', short), '2.重复申请\t0\t3');
    assert.deepEqual(columnColors(snapshot(letter)), []);
  });
});

describe('hints behind rows', () => {
  const whole = { from: 0, to: Number.MAX_SAFE_INTEGER };

  /** The ends of the lines with hints that hold some words. */
  function hinted(words: RegExp, text = report, typed?: { from: number; to: number }): readonly string[] {
    return rowHints(snapshot(text), whole, typed).flatMap(({ at, label, broken }) => {
      const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
      return words.test(line)
        ? [`${line.slice(-5)}‸${wording(label)}`, ...broken.map((one) => wording(one))]
        : [];
    });
  }

  it('say that the sums of a row come out, one for the line', () => {
    assert.deepEqual(hinted(/予以公开/), ['0\t0\t3‸✓']);
    assert.equal(rowHints(snapshot(report), whole).length, 26);
    assert.ok(rowHints(snapshot(markdown), whole).every(({ label }) => label.key === '✓'));
  });

  it('say by how much they do not, and which', () => {
    const wrong = report.replace('（一）予以公开\t\t3', '（一）予以公开\t\t5');
    assert.deepEqual(hinted(/予以公开/, wrong), [
      '0\t0\t3‸✗ 差 2',
      '“（一）予以公开”：总计为六类申请人之和，应为 5，现为 3，差 2',
    ]);
    assert.deepEqual(hinted(/（七）总计/, wrong), [
      '0\t0\t8‸✗ 差 2',
      '“自然人”：（七）总计为各办理结果之和，应为 8，现为 6，差 2',
    ]);
    const twice = wrong.replace('（一）予以公开\t\t5\t0', '（一）予以公开\t\t5\t4');
    assert.match(hinted(/（七）总计/, twice)[0] ?? '', /✗ 2 处不符，最多差 4$/);
  });

  it('say nothing where a figure is missing, in the line being typed, or in another text', () => {
    const open = report.replace('（一）予以公开\t\t3', '（一）予以公开\t\t');
    assert.deepEqual(hinted(/予以公开|（七）总计/, open), []);
    const at = report.indexOf('（一）予以公开');
    assert.deepEqual(hinted(/予以公开/, report, { from: at, to: report.indexOf('\n', at) }), []);
    assert.deepEqual(rowHints(snapshot(letter), whole), []);
  });

  it('are worked out for the lines in sight only', () => {
    const at = report.indexOf('（一）予以公开');
    assert.equal(rowHints(snapshot(report), { from: at, to: report.indexOf('\n', at) }).length, 1);
  });
});

describe('lenses over tables', () => {
  const lenses = (text: string): readonly string[] =>
    tableLenses(snapshot(text)).map(
      ({ at, verdict, isWrong }) =>
        `${text.slice(at).trim().slice(0, 3)} ${wording(verdict)}${isWrong ? ' ✗' : ''}`,
    );

  it('say what each table comes to', () => {
    assert.deepEqual(lenses(report), [
      '第二十 ✓ 表二',
      '（本列 ✓ 表三，勾稽关系 39 项相符、0 项不符',
      '行政复 ✓ 表四，勾稽关系 3 项相符、0 项不符',
    ]);
  });

  it('count what is wrong, and what cannot be told', () => {
    const wrong = report
      .replace('（一）予以公开\t\t3', '（一）予以公开\t\t5')
      .replace('2.重复申请\t0', '2.重复申请\t');
    const [, table = ''] = lenses(wrong);
    assert.match(table, /^（本列 表三：\d 错 \d 警，勾稽关系 \d+ 项相符、\d+ 项不符、2 项无法核对 ✗$/);
  });

  it('stand over no other text', () => assert.deepEqual(lenses(letter), []));
});
