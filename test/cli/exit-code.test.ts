import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Given, runOn } from './lent-machine.ts';
import { correct, otherText, warned, wrong } from './reports.ts';

const files = {
  'good.txt': correct,
  'bad.txt': wrong,
  'colon.txt': warned,
  'list.txt': otherText,
  'picture.txt': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13),
  'empty/notes.docx': 'x',
};

/** A command line, the exit code it must end with, and words that standard error must hold. */
const table: readonly (readonly [string, number, RegExp?])[] = [
  // 0: nothing at or above --fail-on.
  ['check good.txt', 0],
  ['check colon.txt', 0],
  ['check list.txt', 0],
  ['check --fail-on error colon.txt', 0],
  ['check --fail-on warning good.txt', 0],
  ['check --fail-on never bad.txt', 0],
  ['check --fail-on=never bad.txt', 0],
  ['extract bad.txt', 0],
  ['extract list.txt', 0, /不像/],
  // 1: findings.
  ['check bad.txt', 1],
  ['check good.txt bad.txt', 1],
  ['check --fail-on error bad.txt', 1],
  ['check --fail-on warning colon.txt', 1],
  ['check --fail-on info colon.txt', 1],
  ['check --format json bad.txt', 1],
  ['check --format ndjson bad.txt', 1],
  // 2: usage, unreadable input, or no file matched; whatever else is found.
  ['check', 2, /请给出/],
  ['extract', 2, /请给出/],
  ['', 2, /--help/],
  ['chekc good.txt', 2, /chekc/],
  ['check --format sarif good.txt', 0],
  ['check --format junit bad.txt', 1],
  ['check --format github good.txt', 0],
  ['check --fail-on fatal good.txt', 2, /fatal/],
  ['check --no-such good.txt', 2, /--no-such/],
  ['check --format', 2, /--format/],
  ['check --format --fix good.txt', 2, /--format/],
  ['check --fix=yes good.txt', 2, /--fix/],
  ['check --fix --fix-dry-run good.txt', 2, /--fix-dry-run/],
  ['check --encoding big5 good.txt', 2, /big5/],
  ['check --stdin good.txt', 2, /--stdin/],
  ['check --stdin --fix', 2, /--stdin/],
  ['check --stdin-filename a.txt', 2, /--stdin-filename/],
  ['check --language fr good.txt', 2, /fr/],
  ['extract --format csv good.txt', 2, /csv/],
  ['check absent.txt', 2, /absent\.txt/],
  ['check good.txt absent.txt', 2, /absent\.txt/],
  ['check bad.txt absent.txt', 2, /absent\.txt/],
  ['check --fail-on never absent.txt', 2, /absent\.txt/],
  ['check picture.txt', 2, /picture\.txt/],
  ['check empty', 2, /empty/],
  ['extract picture.txt', 2, /picture\.txt/],
  ['lsp', 2, /--stdio/],
  ['lsp --stdio extra', 2, /--stdio/],
];

describe('the exit code', () => {
  for (const [line, code, words] of table) {
    test(`of “gouji ${line}” is ${code}`, async () => {
      const run = await runOn({ files }, ...line.split(' ').filter(Boolean));
      assert.equal(run.code, code, run.err);
      if (words) assert.match(run.err, words);
      else assert.equal(run.err, '');
    });
  }

  test('of a check of standard input is that of the text', async () => {
    const given = (input: string): Given => ({ files, input });
    assert.equal((await runOn(given(correct), 'check', '--stdin')).code, 0);
    assert.equal((await runOn(given(wrong), 'check', '--stdin', '--stdin-filename', 'a.txt')).code, 1);
  });

  test('of help and version is 0', async () => {
    const lines = [
      ['--help'],
      ['-h'],
      ['--version'],
      ['check', '--help'],
      ['extract', '-h'],
      ['lsp', '--help'],
    ];
    for (const line of lines) {
      const { code, out, err } = await runOn({}, ...line);
      assert.deepEqual({ code, err }, { code: 0, err: '' });
      assert.notEqual(out, '');
    }
  });
});
