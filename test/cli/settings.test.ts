import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runOn } from './lent-machine.ts';
import { correct, wrong } from './reports.ts';

const silent = JSON.stringify({ rules: { 'wrong-outcome-total': 'off', 'wrong-applicant-total': 'off' } });
const severe = JSON.stringify({
  rules: { 'wrong-outcome-total': 'warning', 'wrong-applicant-total': 'warning' },
});

describe('gouji.json on the command line', () => {
  test('holds for the files beside and below it, the nearest alone', async () => {
    const files = { 'a.txt': wrong, '局/a.txt': wrong, '局/科/a.txt': wrong, '局/gouji.json': silent };
    assert.equal((await runOn({ files }, 'check', 'a.txt')).code, 1);
    assert.equal((await runOn({ files }, 'check', '局/a.txt')).code, 0);
    assert.equal((await runOn({ files }, 'check', '局')).code, 0);
    const nearer = { ...files, '局/科/gouji.json': '{}' };
    assert.equal((await runOn({ files: nearer }, 'check', '局/科/a.txt')).code, 1);
  });

  test('stands back for the one that --config names', async () => {
    const files = { 'a.txt': wrong, 'gouji.json': silent, '别处/w.json': severe };
    const run = await runOn({ files }, 'check', '--config', '别处/w.json', '--fail-on', 'warning', 'a.txt');
    assert.equal(run.code, 1);
    assert.match(run.out, /警告 wrong-/);
  });

  test('decides for standard input by the name it goes by', async () => {
    const files = { '局/gouji.json': silent };
    const check = (name: string) =>
      runOn({ files, input: wrong }, 'check', '--stdin', '--stdin-filename', name);
    assert.equal((await check('局/a.txt')).code, 0);
    assert.equal((await check('a.txt')).code, 1);
  });

  test('lists no more findings than it says, and judges by all of them', async () => {
    const files = { 'a.txt': wrong, 'gouji.json': '{ "maxNumberOfProblems": 0 }' };
    const { code, out } = await runOn({ files }, 'check', '--format', 'json', 'a.txt');
    const { reports, summary } = JSON.parse(out);
    assert.deepEqual([reports[0].findings, reports[0].verdict, code], [[], 'fail', 1]);
    assert.ok(summary.errors > 0);
    assert.match((await runOn({ files }, 'check', 'a.txt')).out, /只列出最要紧的 0 条/);
  });

  test('that is broken, or missing where one was named, ends with 2, and the report is checked all the same', async () => {
    for (const content of ['{', '{"rules": {"no-such": "off"}}', '{"colour": 1}']) {
      const files = { 'a.txt': correct, 'gouji.json': content };
      const { code, out, err } = await runOn({ files }, 'check', 'a.txt');
      assert.equal(code, 2);
      assert.match(out, /通过/);
      assert.match(err, /gouji\.json/);
      assert.equal((await runOn({ files }, 'extract', 'a.txt')).code, 2);
    }
    const { code, err } = await runOn(
      { files: { 'a.txt': correct } },
      'check',
      '--config',
      'x.json',
      'a.txt',
    );
    assert.equal(code, 2);
    assert.match(err, /x\.json/);
  });

  test('can keep files from being checked, and have others checked whatever they hold', async () => {
    const content = {
      overrides: [
        { files: '草稿/**', detect: 'never' },
        { files: '*.gkbg', detect: 'always' },
      ],
    };
    const files = { 'gouji.json': JSON.stringify(content), '草稿/a.txt': wrong, 'b.gkbg': '采购清单\n' };
    const { code, out } = await runOn({ files }, 'check', '草稿', 'b.gkbg');
    assert.equal(code, 1);
    assert.match(out, /草稿\/a\.txt: 按设置不检查/);
    assert.match(out, /b\.gkbg:.*missing-section/);
  });
});
