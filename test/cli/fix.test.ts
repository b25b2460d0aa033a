import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toGb18030 } from '../support/gb18030.ts';
import { bytesOf, runOn } from './lent-machine.ts';
import { correct, warned, wrong } from './reports.ts';

const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(`\u{feff}${text}`, 'utf16le');
  return Uint8Array.from(littleEndian ? bytes : bytes.swap16());
};

describe('gouji check --fix', () => {
  test('makes the safe fixes and reports what is left', async () => {
    const { files, out, err, code } = await runOn({ files: { 'a.txt': warned } }, 'check', '--fix', 'a.txt');
    assert.equal(err, 'a.txt: 已改写。\n');
    assert.deepEqual(files.get('a.txt'), bytesOf(correct));
    assert.match(out, /通过。0 个错误，0 个警告/);
    assert.equal(code, 0);
  });

  test('never touches a figure', async () => {
    const { files, code } = await runOn({ files: { 'a.txt': wrong } }, 'check', '--fix', 'a.txt');
    assert.deepEqual(files.get('a.txt'), bytesOf(wrong));
    assert.equal(code, 1);
  });

  test('adds to the words of a page, and leaves its tags alone', async () => {
    const { out: page } = await runOn({ files: { 'a.txt': correct } }, 'format', '--to', 'html', 'a.txt');
    const lost = page.replace('四、政府信息公开行政复议', '政府信息公开行政复议');
    assert.notEqual(lost, page);
    const { files } = await runOn({ files: { 'a.html': lost } }, 'check', '--fix', 'a.html');
    assert.deepEqual(files.get('a.html'), bytesOf(page));
  });

  test('does not write a file that needs nothing', async () => {
    const replace = (): void => assert.fail('written');
    const { code, err } = await runOn(
      { files: { 'a.txt': correct }, change: { replace } },
      'check',
      '--fix',
      'a.txt',
    );
    assert.deepEqual([code, err], [0, '']);
  });

  test('keeps encoding, byte order mark and line ends', async () => {
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
    const written: readonly (readonly [Uint8Array, Uint8Array])[] = [
      [bytesOf(`\u{feff}${warned}`), bytesOf(`\u{feff}${correct}`)],
      [bytesOf(crlf(warned)), bytesOf(crlf(correct))],
      [bytesOf(warned.replaceAll('\n', '\r')), bytesOf(correct.replaceAll('\n', '\r'))],
      [utf16(warned, true), utf16(correct, true)],
      [utf16(crlf(warned), false), utf16(crlf(correct), false)],
    ];
    for (const [before, after] of written) {
      const { files } = await runOn({ files: { 'a.txt': before } }, 'check', '--fix', 'a.txt');
      assert.deepEqual(files.get('a.txt'), after);
    }
  });

  test('says that GB18030 cannot be written, leaves the file, and checks the rest', async () => {
    const before = toGb18030(warned);
    const given = { files: { 'a.txt': before, 'b.txt': warned } };
    const { files, err, out, code } = await runOn(given, 'check', '--fix', 'a.txt', 'b.txt');
    assert.deepEqual(files.get('a.txt'), before);
    assert.deepEqual(files.get('b.txt'), bytesOf(correct));
    assert.match(err, /a\.txt: .*GB18030/);
    assert.match(out, /a\.txt: 有警告/);
    assert.equal(code, 2);
  });

  test('says why a file could not be written', async () => {
    const replace = (): void => {
      throw new Error('read-only file system');
    };
    const { err, code } = await runOn(
      { files: { 'a.txt': warned }, change: { replace } },
      'check',
      '--fix',
      'a.txt',
    );
    assert.match(err, /read-only file system/);
    assert.equal(code, 2);
  });

  test('only tells with --fix-dry-run, and finds as before', async () => {
    const { files, err, out } = await runOn(
      { files: { 'a.txt': warned } },
      'check',
      '--fix-dry-run',
      'a.txt',
    );
    assert.deepEqual(files.get('a.txt'), bytesOf(warned));
    assert.match(err, /^a\.txt:1:\d+ 将把“：”改为“”$/m);
    assert.match(out, /title-form/);
  });
});
