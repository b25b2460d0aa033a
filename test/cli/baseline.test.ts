import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runOn } from './lent-machine.ts';
import { correct, wrong } from './reports.ts';

const text = (files: ReadonlyMap<string, Uint8Array>, name = 'gouji-baseline.json'): string =>
  new TextDecoder().decode(files.get(name));

type Files = Readonly<Record<string, string | Uint8Array>>;

/** The files after everything in them was accepted. */
async function accepted(files: Files, ...more: string[]): Promise<Files> {
  const run = await runOn({ files }, 'check', '--update-baseline', ...more);
  assert.equal(run.code, 0, run.err);
  return Object.fromEntries(run.files);
}

describe('a baseline', () => {
  test('takes down what was found, who let it stand, when and why', async () => {
    const run = await runOn(
      { files: { '局/a.txt': wrong } },
      'check',
      '--update-baseline',
      '--reason',
      '口径不同',
      '局',
    );
    assert.equal(run.code, 0);
    assert.match(run.err, /新接受 1 条/);
    assert.match(run.out, /通过.*另有 1 条已接受/);
    const { schema, accepted: entries } = JSON.parse(text(run.files));
    assert.equal(schema, 'gouji.baseline/1');
    const [{ values, ...entry }] = entries;
    assert.deepEqual(entry, {
      file: '局/a.txt',
      rule: 'wrong-applicant-total',
      table: 'applications',
      row: 'granted',
      column: 'naturalPerson',
      reason: '口径不同',
      who: '张三',
      when: '2025-01-31',
    });
    assert.equal(values['applications.granted.naturalPerson'], '2');
    assert.ok(Object.keys(values).length > 1);
  });

  test('holds while the figures stay, and lapses when one that takes part changes', async () => {
    const files = await accepted({ 'a.txt': wrong }, 'a.txt');
    const check = (report: string) => runOn({ files: { ...files, 'a.txt': report } }, 'check', 'a.txt');
    assert.equal((await check(wrong)).code, 0);
    assert.equal((await check(`${wrong}\n`)).code, 0);
    assert.equal((await check(wrong.replace('一、总体情况', '\n\n一、总体情况'))).code, 0);
    const changed = await check(wrong.replace(/(（一）予以公开\D*)2/, '$13'));
    assert.equal(changed.code, 1);
    assert.match(changed.out, /接受过的 1 条已失效/);
    assert.match((await check(correct)).out, /^a\.txt: 通过.*接受过的 1 条已失效/);
  });

  test('holds for its own file alone, told from where it stands', async () => {
    const files = await accepted({ '局/a.txt': wrong }, '局/a.txt');
    const moved = { ...files, 'b.txt': wrong };
    assert.equal((await runOn({ files: moved }, 'check', '局/a.txt')).code, 0);
    assert.equal((await runOn({ files: moved }, 'check', 'b.txt')).code, 1);
  });

  test('is the nearest one, or the one that is named', async () => {
    const files = await accepted({ 'a.txt': wrong }, '--baseline', '别处.json', 'a.txt');
    assert.equal((await runOn({ files: files }, 'check', 'a.txt')).code, 1);
    assert.equal((await runOn({ files: files }, 'check', '--baseline', '别处.json', 'a.txt')).code, 0);
    const nearer = {
      ...(await accepted({ '局/a.txt': wrong }, '局')),
      '局/gouji-baseline.json': '{"schema":"gouji.baseline/1","accepted":[]}',
    };
    assert.equal((await runOn({ files: nearer }, 'check', '局')).code, 1);
  });

  test('that is named and is not there is an error, but may be begun', async () => {
    const files = { 'a.txt': wrong };
    const run = await runOn({ files }, 'check', '--baseline', '写错.json', 'a.txt');
    assert.equal(run.code, 2);
    assert.match(run.err, /写错\.json/);
    const begun = await runOn({ files }, 'check', '--update-baseline', '--baseline', '新.json', 'a.txt');
    assert.equal(begun.code, 0);
  });

  test('renewed keeps what still holds with its reason, and gives up the rest', async () => {
    const first = await accepted({ 'a.txt': wrong, 'b.txt': wrong }, '--reason', '第一次', 'a.txt', 'b.txt');
    const renewed = await runOn(
      { files: { ...first, 'b.txt': correct } },
      'check',
      '--update-baseline',
      'a.txt',
      'b.txt',
    );
    assert.match(renewed.err, /新接受 0 条，原有 1 条，去掉已失效的 1 条/);
    const entries = JSON.parse(text(renewed.files)).accepted;
    assert.deepEqual(
      entries.map(({ file, reason }: { file: string; reason: string }) => [file, reason]),
      [['a.txt', '第一次']],
    );
  });

  test('that is broken hides nothing, is not rewritten, and ends with 2', async () => {
    const entry = { file: 'a.txt', rule: 'x', values: {}, reason: 'r', who: 'w', when: 'd' };
    const whole = (item: object) => JSON.stringify({ schema: 'gouji.baseline/1', accepted: [item] });
    const broken = [
      '{',
      '[]',
      '{"schema":"gouji.baseline/2","accepted":[]}',
      whole({ ...entry, reason: '' }),
      whole({ ...entry, values: { a: 1 } }),
      whole({ ...entry, row: 1 }),
    ];
    for (const content of broken) {
      const files = { 'a.txt': wrong, 'gouji-baseline.json': content };
      const run = await runOn({ files }, 'check', '--fail-on', 'never', 'a.txt');
      assert.equal(run.code, 2, content);
      assert.match(run.out, /wrong-applicant-total/);
      assert.match(run.err, /gouji-baseline\.json/);
      const update = await runOn({ files }, 'check', '--update-baseline', 'a.txt');
      assert.deepEqual([update.code, text(update.files)], [2, content]);
    }
    const files = { 'a.txt': correct, 'gouji-baseline.json': whole(entry) };
    assert.equal((await runOn({ files }, 'check', 'a.txt')).code, 0);
  });

  test('asks for sensible options', async () => {
    assert.equal((await runOn({ files: { 'a.txt': wrong } }, 'check', '--reason', 'x', 'a.txt')).code, 2);
    assert.equal((await runOn({ input: wrong }, 'check', '--stdin', '--update-baseline')).code, 2);
  });
});
