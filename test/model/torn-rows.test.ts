import assert from 'node:assert/strict';
import { test } from 'node:test';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { wording } from '../../server/src/base/message.ts';
import { barLayouts } from '../support/generate/bars.ts';
import { cellLines } from '../support/generate/lines.ts';
import { pipe } from '../support/generate/pipe.ts';
import { written as writtenReport } from '../support/generate/report.ts';
import { richCase } from '../support/generate/rich.ts';
import { bound, figuresOf, rowOf, written } from './tables.ts';

const figures = { 'denied.thirdPartyRights': { enterprise: '1', total: '1' } };
const text = written('applications', figures);

/** The table of three with one row written otherwise. */
const with4th = (row: (line: string) => string): string =>
  text
    .split('\n')
    .map((line) => (line.includes('4.保护第三方') ? row(line) : line))
    .join('\n');

const grave = (report: string): readonly string[] =>
  snapshot(report)
    .findings()
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ rule, message }) => `${rule}: ${wording(message)}`);

test('a label torn over two lines is put together again, wherever its row has its figures', () => {
  for (const torn of ['4.保护第三方\n合法权益', '4.保护第三方合\n法权益', '“4.保护第三方\n合法权益”']) {
    const table = bound(
      'applications',
      with4th((line) => line.replace('4.保护第三方合法权益', torn)),
    );
    assert.deepEqual(figuresOf(table, 'denied.thirdPartyRights'), ['0', '1', '0', '0', '0', '0', '1'], torn);
    assert.deepEqual(table.unknownRows, []);
  }
});

test('a row by a name of its own, just where one is missing, is not read, and told once', () => {
  const table = bound(
    'applications',
    with4th((line) => line.replace('4.保护第三方合法权益', '合资企业')),
  );
  assert.equal(rowOf(table, 'denied.thirdPartyRights').kind, 'unreadable');
  assert.equal(table.unknownRows[0]?.insteadOf?.id, 'denied.thirdPartyRights');
  const report = writtenReport(richCase(pipe)).replace('4.保护第三方合法权益', '第三方意见');
  assert.deepEqual(grave(report), [
    'unknown-row: 表三没有“第三方意见”这一行，这里应是“4.保护第三方合法权益”',
  ]);
});

test('the rows of a group whose labels got lost are read where the form tells how many there are', () => {
  const group = /1\.属于国家秘密|[2-8]\.(?:其他法律|危及|保护第三方|属于)[^|\n]*/g;
  for (const layout of [cellLines, ...barLayouts.filter(({ name }) => /cell-lines/.test(name))]) {
    const lines = writtenReport(richCase(layout)).split('\n');
    const report = lines.filter((line) => line.search(group) < 0).join('\n');
    const { applications } = snapshot(report).report().tables;
    assert.ok(applications.kind === 'bound');
    assert.ok(
      applications.rows.every(({ kind }) => kind !== 'missing'),
      layout.name,
    );
    assert.deepEqual(grave(report), [], layout.name);
  }
});

test('figures that run on behind a row, more than it has columns, are no row left out', () => {
  const report = writtenReport(richCase(cellLines))
    .replace('2.重复申请\n\n', '')
    .replace('3.要求提供公开出版物\n\n1\n', '');
  assert.deepEqual(
    grave(report).filter((one) => one.startsWith('missing-row')),
    [],
  );
});

test('a text that breaks off within a label lacks the rows behind it, not that one', () => {
  const report = writtenReport(richCase(cellLines));
  const from = report.indexOf('7.属于行政执法案卷');
  const [, missing] = [
    ...grave(report.slice(0, from + 4))
      .join('\n')
      .matchAll(/missing-row: (.*)/g),
  ].flat();
  assert.equal(
    missing,
    '表三缺少 14 行：“8.属于行政查询事项”、“1.本机关不掌握相关政府信息”、“2.没有现成信息需要另行制作”……',
  );
});

test('a figure that stands outside of all rows may be the one a row lacks', () => {
  const report = writtenReport(richCase(pipe)).replace('| 行政规范性文件 | 3 |', '27\n\n| 行政规范性文件 |');
  assert.deepEqual(grave(report), []);
  const { disclosure } = snapshot(report).report().tables;
  assert.ok(disclosure.kind === 'bound' && rowOf(disclosure, 'normativeDocuments').kind === 'unreadable');
});

test('few figures, one a line, are the first row of a table that is being copied', () => {
  const report = writtenReport(richCase(cellLines));
  const { applications } = snapshot(report.slice(0, report.indexOf('二、上年结转') + 6)).report().tables;
  assert.ok(applications.kind === 'bound' && rowOf(applications, 'received').kind === 'read');
});
