import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toGb18030 } from '../support/gb18030.ts';
import { bytesOf, runOn } from './lent-machine.ts';
import { correct, otherText } from './reports.ts';

/** A row with a figure too many: its table has to stay as it is. */
const doubtful = correct.replace(/（一）予以公开\t.*/, '$&\t9');

const formatted = (await runOn({ files: { 'a.txt': correct } }, 'format', 'a.txt')).out;

describe('gouji format', () => {
  test('prints the canonical report and leaves the file alone', async () => {
    const { out, err, code, files } = await runOn({ files: { 'a.txt': correct } }, 'format', 'a.txt');
    assert.match(out, /^# 云溪县教育局2023年政府信息公开工作年度报告\n\n## 一、总体情况\n/);
    assert.match(out, /\n\| 规章 +\| +0 \|/);
    assert.deepEqual([err, code], ['', 0]);
    assert.deepEqual(files.get('a.txt'), bytesOf(correct));
  });

  test('reads standard input, and prints a canonical report as it is', async () => {
    const { out, code } = await runOn({ input: formatted }, 'format', '--stdin');
    assert.equal(out, formatted);
    assert.equal(code, 0);
  });

  test('prints a page with --to html', async () => {
    const { out, code } = await runOn({ files: { 'a.txt': correct } }, 'format', '--to', 'html', 'a.txt');
    assert.match(out, /^<!DOCTYPE html>\n/);
    assert.match(out, /<th colspan="3" rowspan="3">（本列数据/);
    assert.equal(code, 0);
  });

  test('says which tables stay as they are, and why', async () => {
    const { out, err, code } = await runOn({ files: { 'a.txt': doubtful } }, 'format', 'a.txt');
    assert.equal(err, 'gouji: a.txt: 表三保持原样：“（一）予以公开”一行的数字个数与列数（7）不符。\n');
    assert.match(out, /\n（一）予以公开\t|\t（一）予以公开\t/);
    assert.equal(code, 0);
    const english = await runOn({ files: { 'a.txt': doubtful } }, 'format', '--language', 'en', 'a.txt');
    assert.match(english.err, /^gouji: a\.txt: /);
  });
});

describe('gouji format --write', () => {
  test('rewrites what needs it, in its encoding and with its line ends, and nothing else', async () => {
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
    const given = {
      files: { 'd/a.txt': `\u{feff}${crlf(correct)}`, 'd/b.md': formatted, 'd/c.txt': otherText },
    };
    const { files, out, err, code } = await runOn(given, 'format', '--write', 'd');
    assert.deepEqual(files.get('d/a.txt'), bytesOf(`\u{feff}${crlf(formatted)}`));
    assert.deepEqual(files.get('d/b.md'), bytesOf(formatted));
    assert.deepEqual(files.get('d/c.txt'), bytesOf(otherText));
    assert.equal(err, 'd/a.txt: 已改写。\ngouji: d/c.txt: 不像政府信息公开工作年度报告。\n');
    assert.deepEqual([out, code], ['', 0]);
  });

  test('refuses what it cannot write back or is no report, and does the rest', async () => {
    const files = {
      'gb.txt': toGb18030(correct),
      'page.html': '<p>一、总体情况</p><p>二、主动公开政府信息情况</p>',
      'other.md': otherText,
      'good.md': correct,
    };
    const { err, code, files: after } = await runOn({ files }, 'format', '--write', ...Object.keys(files));
    assert.equal(code, 2);
    assert.match(err, /^gouji: gb\.txt: .*GB18030/m);
    assert.match(err, /^gouji: page\.html: 只改写 \.md、\.txt 和 \.gkbg 文件。$/m);
    assert.match(err, /^gouji: other\.md: 不像政府信息公开工作年度报告。$/m);
    assert.deepEqual(after.get('gb.txt'), files['gb.txt']);
    assert.deepEqual(after.get('good.md'), bytesOf(formatted));
  });
});

describe('gouji format --check', () => {
  test('names the files that need it, and ends with 1', async () => {
    const given = { files: { 'a.txt': correct, 'b.md': formatted } };
    const { out, err, code, files } = await runOn(given, 'format', '--check', 'a.txt', 'b.md');
    assert.equal(out, 'a.txt: 需要重排。\n');
    assert.deepEqual([err, code], ['', 1]);
    assert.deepEqual(files.get('a.txt'), bytesOf(correct));
  });

  test('ends with 0 where none does', async () => {
    const { out, code } = await runOn({ files: { 'b.md': formatted } }, 'format', '--check', 'b.md');
    assert.deepEqual([out, code], ['', 0]);
  });
});

describe('gouji format asked wrongly', () => {
  const files = { 'a.txt': correct, 'b.txt': correct, 'c.txt': otherText };
  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [['a.txt', 'b.txt'], /一次只能输出一份报告/],
    [['--write', '--check', 'a.txt'], /只能用一个/],
    [['--write', '--to', 'html', 'a.txt'], /只用于 Markdown/],
    [['--check', '--to', 'html', 'a.txt'], /只用于 Markdown/],
    [['--write', '--stdin'], /不能和 --stdin 一起用/],
    [['--to', 'pdf', 'a.txt'], /markdown/],
    [['c.txt'], /不像政府信息公开工作年度报告/],
    [['gone.txt'], /没有这个文件/],
    [[], /请给出要处理的文件/],
  ];
  for (const [args, reason] of wrong) {
    test(`ends with 2: ${args.join(' ')}`, async () => {
      const { code, out, err } = await runOn({ files }, 'format', ...args);
      assert.match(err, reason);
      assert.deepEqual([out, code], ['', 2]);
    });
  }
});
