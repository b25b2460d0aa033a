// Figures that a page or a narrow cell has torn apart are not read, and none is judged by its first half.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { tableText } from '../../server/src/model/skeleton.ts';
import { cellLines } from '../support/generate/lines.ts';
import { pipe } from '../support/generate/pipe.ts';
import { written as writtenReport } from '../support/generate/report.ts';
import { richCase } from '../support/generate/rich.ts';
import { tab } from '../support/generate/tab.ts';
import { bound, figuresOf, rowOf, template, written } from './tables.ts';

const received = { received: { naturalPerson: '206', total: '206' } };

const errors = (report: string): readonly string[] =>
  snapshot(report)
    .findings()
    .filter(({ severity }) => severity === 'error')
    .map(({ rule }) => rule);

describe('a figure at the end of a row', () => {
  const torn = (end: string): string => written('applications', received).replace(/206(?=\n)/, end);

  test('is not read if the line below begins with what may be its rest', () => {
    for (const end of ['20\n6', '2\n06', '20\r\n6', '20\n6\t\t'])
      assert.equal(rowOf(bound('applications', torn(end)), 'received').kind, 'unreadable', end);
  });

  test('is read if its row adds up without the number below, which is that of a page then', () => {
    const table = bound('applications', torn('206\n3'));
    assert.deepEqual(figuresOf(table, 'received'), ['206', '0', '0', '0', '0', '0', '206']);
  });

  test('is read if a bar closes its cell, or the number stands further down', () => {
    const bars = tableText(template('applications'), 'pipe', (row, column) =>
      row.id === 'received' && /^(?:naturalPerson|total)$/.test(column.id) ? '20' : '0',
    ).replace(/20 \|(?=\n)/, '21 |\n6');
    assert.equal(rowOf(bound('applications', bars), 'received').kind, 'read');
    assert.equal(rowOf(bound('applications', torn('20\n\n\n6')), 'received').kind, 'read');
  });

  test('of a row without a sum is not read either', () => {
    const text = written('disclosure', { licences: { decisions: '550' } }).replace('550', '55\n0');
    assert.equal(rowOf(bound('disclosure', text), 'licences').kind, 'unreadable');
  });
});

describe('table four', () => {
  const one = written('review', { reconsideration: { upheld: '309', total: '309' } });

  test('is not read if its first or last figure is torn off', () => {
    const figures = one.split('\n').findLast((line) => /\d/.test(line)) ?? '';
    for (const line of [figures.replace('309', '30\n9'), figures.replace(/0$/, '1\n0')]) {
      const table = bound('review', one.replace(figures, line));
      assert.ok(
        table.rows.every(({ kind }) => kind === 'unreadable'),
        line,
      );
    }
  });

  test('one cell a line is not read if a heading has slipped among too many figures', () => {
    const report = writtenReport(richCase(cellLines));
    const from = report.indexOf('四、政府信息公开行政复议');
    const figures = [...report.slice(from).matchAll(/^\d+$/gm)].slice(0, 15);
    const [last] = figures.slice(-1);
    assert.ok(last && figures.length === 15);
    const at = from + last.index;
    const slipped = `${report.slice(0, at)}0\n\n总计\n\n${report.slice(at)}`;
    const { review } = snapshot(slipped).report().tables;
    assert.ok(review.kind === 'bound' && review.rows.every(({ kind }) => kind === 'unreadable'));
    const sole = `${report.slice(0, at)}总计\n\n${report.slice(at)}`;
    assert.deepEqual(errors(sole), []);
    const read = snapshot(sole).report().tables.review;
    assert.ok(read.kind === 'bound' && read.rows.every(({ kind }) => kind === 'read'));
  });
});

describe('a row is not taken for another one', () => {
  test('by a label whose bracket is still open', () => {
    const report = writtenReport(richCase(tab));
    const torn = report
      .replace(
        /（二）部分公开（区分处理的，只计这一情形，不计其他情形）[\t\d]*/,
        '（二）部分公开（区分处理的，只计',
      )
      .replace(/\n.*1\.属于国家秘密.*/, '')
      .replace('2.其他法律行政法规禁止公开', '2.其他法律行政止公开');
    const { applications } = snapshot(torn).report().tables;
    assert.ok(applications.kind === 'bound');
    assert.notEqual(rowOf(applications, 'partial').kind, 'read');
  });

  test('by its place alone, if it has more figures than that', () => {
    const lines = writtenReport(richCase(pipe)).split('\n');
    const from = lines.findIndex((line) => line.includes('四、结转下年度继续办理'));
    const to = lines.findLastIndex((line) => /^\|(?: \d+ \|){15}/.test(line));
    assert.ok(from > 0 && to > from);
    const noughts = `|${' 0 |'.repeat(15)}`;
    const cut = [...lines.slice(0, from), noughts, ...lines.slice(to + 1)].join('\n');
    const { applications } = snapshot(cut).report().tables;
    assert.ok(applications.kind === 'bound');
    assert.notEqual(rowOf(applications, 'carriedOut').kind, 'read');
    assert.ok(!errors(cut).some((rule) => /total|unbalanced/.test(rule)));
  });
});

test('rows of table two are told by their order alone only where one label is missing', () => {
  const text = written('disclosure', { licences: { decisions: '34' }, penalties: { decisions: '189' } });
  const without = (...labels: readonly string[]): string =>
    labels.reduce((left, label) => left.replace(label, ''), text);
  const kindsOf = (source: string): readonly string[] =>
    ['licences', 'penalties'].map((id) => rowOf(bound('disclosure', source), id).kind);
  assert.deepEqual(kindsOf(without('行政许可')), ['read', 'read']);
  assert.deepEqual(kindsOf(without('行政许可', '行政处罚')), ['unreadable', 'unreadable']);
});
