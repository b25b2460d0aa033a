import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { outcomeOf } from '../../server/src/cli/outcome.ts';
import { runOn } from './lent-machine.ts';
import { correct, otherText, warned, wrong } from './reports.ts';

describe('gouji check', () => {
  test('names file, line, column, level, rule and fault of each finding, and sums up', async () => {
    const { out } = await runOn({ files: { 'a.txt': wrong } }, 'check', 'a.txt');
    const [finding = '', summary = ''] = out.trimEnd().split('\n');
    const line = wrong.split('\n').findIndex((each) => each.includes('（一）予以公开')) + 1;
    assert.match(finding, new RegExp(`^a\\.txt:${line}:\\d+ 错误 wrong-\\w+-total .*表三`));
    assert.match(
      summary,
      /^a\.txt: 不通过。1 个错误，0 个警告，\d+ 个提示；勾稽关系 40 条成立、2 条不成立、0 条无法核对。$/,
    );
  });

  test('adds the cells that take part under -v', async () => {
    const { out } = await runOn({ files: { 'a.txt': wrong } }, 'check', '-v', 'a.txt');
    assert.match(out, /\n {4}\d+:\d+ /);
    assert.match(out, /\n {4}✗ 表三：.*不成立.*〔依据：国办公开办函/);
    assert.match(out, /\n {4}✓ .*（missing-title）：没有发现〔依据：/);
  });

  test('says of other texts only that they are none of its business', async () => {
    const { out } = await runOn({ files: { 'a.txt': otherText } }, 'check', 'a.txt');
    assert.equal(out, 'a.txt: 不像政府信息公开工作年度报告，没有检查。\n');
  });

  test('sums up several files', async () => {
    const { out } = await runOn({ files: { 'a.txt': wrong, 'b.txt': correct } }, 'check', 'a.txt', 'b.txt');
    assert.match(out.trimEnd().split('\n').at(-1) ?? '', /^共 2 份：1 个错误，0 个警告，\d+ 个提示。$/);
  });

  test('gives other programs what the contract says', async () => {
    const files = { 'a.txt': wrong, 'b.txt': warned, 'c.txt': correct, 'd.txt': otherText };
    const { out } = await runOn({ files }, 'check', '--format', 'json', ...Object.keys(files));
    const { schema, reports, summary } = JSON.parse(out);
    assert.equal(schema, 'gouji.check/1');
    assert.deepEqual(
      reports.map(({ verdict }: { verdict: string }) => verdict),
      ['fail', 'warn', 'pass', 'unknown'],
    );
    assert.deepEqual(Object.keys(summary), ['files', 'errors', 'warnings', 'infos']);
    assert.deepEqual([summary.files, summary.errors, summary.warnings], [4, 1, 1]);
    const [failed, colon, , other] = reports;
    assert.deepEqual(Object.keys(failed), [
      'schema',
      'file',
      'recognised',
      'verdict',
      'findings',
      'identities',
    ]);
    assert.deepEqual(failed.identities, { held: 40, broken: 2, notAssessable: 0 });
    const finding = failed.findings.find(({ severity }: { severity: string }) => severity === 'error');
    assert.deepEqual(Object.keys(finding), ['rule', 'severity', 'message', 'range', 'related', 'fixes']);
    assert.ok(finding.related.length >= 7);
    const fix = colon.findings.find(({ rule }: { rule: string }) => rule === 'title-form').fixes[0];
    assert.equal(fix.safety, 'safe');
    assert.deepEqual(Object.keys(fix.edits[0]), ['range', 'newText']);
    assert.deepEqual([other.recognised, other.findings], [false, []]);
  });

  test('gives one object a line as ndjson, the same as in json', async () => {
    const files = { 'a.txt': wrong, 'b.txt': correct };
    const whole = await runOn({ files }, 'check', '--format', 'json', 'a.txt', 'b.txt');
    const lines = await runOn({ files }, 'check', '--format', 'ndjson', 'a.txt', 'b.txt');
    const objects = lines.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(objects, JSON.parse(whole.out).reports);
  });

  test('counts lines from 0 and characters in UTF-16 units, without the byte order mark', async () => {
    const text = `\u{feff}𠮷\r\n${wrong.replaceAll('\n', '\r\n')}`;
    const { out } = await runOn({ files: { 'a.txt': text } }, 'check', '--format', 'ndjson', 'a.txt');
    const { range } = JSON.parse(out).findings.find(
      ({ severity }: { severity: string }) => severity === 'error',
    );
    const line = text.split('\r\n')[range.start.line] ?? '';
    assert.match(line, /（一）予以公开/);
    assert.match(line.slice(range.start.character, range.end.character), /^\d+$/);
  });

  test('finds the same in a text whatever its line ends are', async () => {
    const places = ['\n', '\r\n', '\r'].map((end) => {
      const { findings, lines } = outcomeOf('a.txt', wrong.replaceAll('\n', end));
      return findings.map(({ rule, span }) => [rule, lines.positionOf(span.from)]);
    });
    assert.ok((places[0]?.length ?? 0) > 0);
    assert.deepEqual(places[1], places[0]);
    assert.deepEqual(places[2], places[0]);
  });

  test('shows its progress only to somebody who watches', async () => {
    const files = { 'a.txt': correct };
    assert.equal((await runOn({ files }, 'check', 'a.txt')).err, '');
    assert.match((await runOn({ files, change: { watched: true } }, 'check', 'a.txt')).err, /1\/1/);
  });
});
