import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toGb18030 } from '../support/gb18030.ts';
import { bytesOf, type Given, runOn } from './lent-machine.ts';
import { correct, otherText, wrong } from './reports.ts';

const filesOf = (out: string): string[] => JSON.parse(out).reports.map(({ file }: { file: string }) => file);

describe('the files of a command line', () => {
  test('in a folder are those that may hold a report, in order, without hidden ones and packages', async () => {
    const names = [
      'b/z.txt',
      'b/a.md',
      'a.HTML',
      'c.htm',
      'd.gkbg',
      'e.docx',
      '.git/x.txt',
      '.h.txt',
      'node_modules/p.md',
    ];
    const files = Object.fromEntries(names.map((name) => [`dir/${name}`, correct]));
    const { out } = await runOn({ files }, 'check', '--format', 'json', 'dir');
    assert.deepEqual(filesOf(out), ['dir/a.HTML', 'dir/b/a.md', 'dir/b/z.txt', 'dir/c.htm', 'dir/d.gkbg']);
  });

  test('may have any ending when they are named, and are taken once', async () => {
    const files = { 'dir/a.txt': correct, 'report.dat': correct };
    const line = ['report.dat', 'dir', 'dir/a.txt', 'report.dat'];
    const { out } = await runOn({ files }, 'check', '--format', 'json', ...line);
    assert.deepEqual(filesOf(out), ['report.dat', 'dir/a.txt']);
  });

  test('are found once in a folder that links to itself', async () => {
    const given: Given = {
      files: { 'dir/a.txt': correct },
      change: {
        list: (folder) => (folder.startsWith('dir') ? ['a.txt', 'again'] : []),
        kindOf: (path) => (path.endsWith('.txt') ? 'file' : 'folder'),
        realPath: (path) => path.replaceAll('/again', ''),
      },
    };
    const { out } = await runOn(given, 'check', '--format', 'json', 'dir');
    assert.deepEqual(filesOf(out), ['dir/a.txt']);
  });

  test('that cannot be read do not stop the others', async () => {
    const files = { 'a.txt': Uint8Array.of(0, 1, 2), 'b.txt': wrong };
    const { out, err, code } = await runOn(
      { files },
      'check',
      '--format',
      'json',
      'a.txt',
      'absent.txt',
      'b.txt',
    );
    assert.deepEqual(filesOf(out), ['b.txt']);
    assert.match(err, /a\.txt: 不是文本文件/);
    assert.match(err, /absent\.txt: 没有这个文件或文件夹/);
    assert.equal(code, 2);
  });

  test('may not be larger than 64 MB', async () => {
    const change = { sizeOf: () => 64 * 1024 * 1024 + 1, read: () => assert.fail('read') };
    const { err, code } = await runOn({ files: { 'a.txt': correct }, change }, 'check', 'a.txt');
    assert.match(err, /64 MB/);
    assert.equal(code, 2);
  });
});

describe('the encoding of a file', () => {
  const read = async (
    content: Uint8Array,
    ...options: string[]
  ): Promise<{ organ: unknown; err: string }> => {
    const { out, err } = await runOn({ files: { 'a.txt': content } }, 'extract', ...options, 'a.txt');
    return { organ: out === '' ? undefined : JSON.parse(out).organ, err };
  };
  const organ = '云溪县教育局';

  test('is found out: UTF-8, UTF-16 or GB18030, with a byte order mark or without', async () => {
    const little = Buffer.from(`\u{feff}${correct}`, 'utf16le');
    const contents = [
      ...[bytesOf(correct), bytesOf(`\u{feff}${correct}`), toGb18030(correct)],
      ...[Uint8Array.from(little), Uint8Array.from(Buffer.from(little).swap16())],
      ...[Uint8Array.from(little.subarray(2)), Uint8Array.from(Buffer.from(little.subarray(2)).swap16())],
    ];
    for (const content of contents) assert.deepEqual(await read(content), { organ, err: '' });
  });

  test('can be given', async () => {
    assert.equal((await read(toGb18030(correct), '--encoding', 'gb18030')).organ, organ);
    assert.match((await read(toGb18030(correct), '--encoding', 'utf-8')).err, /UTF-8/);
  });

  test('is said to be damaged rather than taken for another', async () => {
    const bytes = bytesOf(correct);
    const broken = Uint8Array.from([...bytes.slice(0, 300), 0xff, ...bytes.slice(300)]);
    assert.match((await read(broken)).err, /第 \d+ 行有损坏的 UTF-8 字符/);
  });

  test('is none where noughts stand among other bytes', async () => {
    const utf8 = bytesOf(correct);
    const pixels = Uint8Array.from({ length: 600 }, (_, at) => (at * 37) % 256);
    for (const content of [Uint8Array.from([...utf8, 0, 0]), pixels, new Uint8Array(64)])
      assert.match((await read(content)).err, /不是文本文件/);
  });

  test('of an odd number of bytes is not UTF-16', async () => {
    assert.match((await read(Uint8Array.of(0xff, 0xfe, 0x41))).err, /UTF-16LE/);
  });
});

describe('standard input', () => {
  test('goes by the name given to it', async () => {
    const { out } = await runOn({ input: wrong }, 'check', '--stdin', '--stdin-filename', '报告.txt');
    assert.match(out, /^报告\.txt:\d+:\d+ 错误/);
  });

  test('that is no report is still answered', async () => {
    const { out } = await runOn({ input: otherText }, 'extract', '--stdin', '--format', 'ndjson');
    assert.equal(JSON.parse(out).file, '<stdin>');
  });
});
