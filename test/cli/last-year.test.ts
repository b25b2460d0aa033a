import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { open, pulled, startSession } from '../lsp/session.ts';
import { joinParts, sampleParts } from '../support/sample.ts';
import { runOn } from './lent-machine.ts';

const right = joinParts(sampleParts('2021', 'tab'));

/** One wrong figure, which last year's report has in the same cell. */
const slip = (text: string): string => text.replace(/^(.*4\.保护第三方合法权益\t0\t)1\t/m, '$15\t');
const faulty = slip(right);
const lastYear = slip(joinParts(sampleParts('2021', 'tab', 'lastYear')));
const hint = '；像是沿用了上年的数 5';

const messages = async (files: Readonly<Record<string, string>>, ...line: readonly string[]) => {
  const { out } = await runOn({ files }, 'check', '--format', 'ndjson', ...line);
  const reports = out
    .trim()
    .split('\n')
    .map((each): { file: string; findings: { message: string; range: unknown }[] } => JSON.parse(each));
  return new Map(reports.map(({ file, findings }) => [file, findings.map(({ message }) => message).join()]));
};

describe('last year’s report', () => {
  test('is found beside the file', async () => {
    const found = await messages({ '报告/a2024.txt': faulty, '报告/b2023.txt': lastYear }, '报告/a2024.txt');
    assert.ok(found.get('报告/a2024.txt')?.endsWith(hint));
  });

  test('is found among the files asked for, wherever they stand', async () => {
    const files = { '2024/a.txt': faulty, '2023/a.txt': lastYear };
    assert.ok((await messages(files, '2024', '2023')).get('2024/a.txt')?.endsWith(hint));
    assert.ok(!(await messages(files, '2024')).get('2024/a.txt')?.includes(hint));
  });

  test('is not the report of somebody else, nor of another year', async () => {
    const strange = { 云溪县教育局: '青禾镇人民政府' };
    const other = Object.entries(strange).reduce((text, [from, to]) => text.replaceAll(from, to), lastYear);
    for (const text of [other, lastYear.replaceAll('2023', '2022'), faulty])
      assert.ok(!(await messages({ 'a.txt': faulty, 'b.txt': text }, 'a.txt')).get('a.txt')?.includes(hint));
  });

  test('is left alone on wish', async () => {
    const files = { 'a.txt': faulty, 'b.txt': lastYear };
    assert.ok((await messages(files, 'a.txt')).get('a.txt')?.includes(hint));
    assert.ok(!(await messages(files, '--no-cross-file', 'a.txt')).get('a.txt')?.includes(hint));
  });

  test('is not read where it is not known whose report it is', async () => {
    const read: string[] = [];
    const files = { 'a.txt': right.replace('云溪县教育局2024年', ''), 'b.txt': lastYear };
    const change = {
      read: (file: string) => {
        read.push(file);
        return new TextEncoder().encode(files[file as keyof typeof files] ?? '');
      },
    };
    await runOn({ files, change }, 'check', 'a.txt');
    assert.deepEqual(
      read.filter((file) => file.endsWith('b.txt')),
      [],
    );
  });

  test('is not looked for in a file too large to be a report', async () => {
    const files = { 'a.txt': faulty, 'b.txt': lastYear };
    const sizeOf = (file: string) => (file.endsWith('b.txt') ? 5_000_000 : 1000);
    const { out } = await runOn({ files, change: { sizeOf } }, 'check', 'a.txt');
    assert.ok(!out.includes(hint));
  });

  test('is not looked for all over again for each of many reports', async () => {
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`报告/${at}.txt`, faulty]));
    const asked: string[] = [];
    const change = {
      realPath: (path: string) => {
        asked.push(path);
        return path;
      },
    };
    await runOn({ files, change }, 'check', '报告');
    assert.ok(asked.length <= 4 * 30, `${asked.length} places asked for`);
  });

  test('lets what was accepted stay accepted', async () => {
    const files = { 'a.txt': faulty, 'b.txt': lastYear };
    const { files: after } = await runOn({ files }, 'check', '--update-baseline', 'a.txt');
    const baseline = new TextDecoder().decode(after.get('gouji-baseline.json'));
    const { code, out } = await runOn(
      { files: { ...files, 'gouji-baseline.json': baseline } },
      'check',
      'a.txt',
    );
    assert.equal(code, 0, out);
  });

  test('leads to the same findings in the editor', async () => {
    const folder = 'file:///reports/';
    // What was carried over is another figure in each, so that last year's file is named.
    const before = lastYear.replace(/^(四、结转下年度继续办理\t+)1(.*\t)1$/m, '$13$23');
    const files = { 'a.txt': faulty, '上年 2023.txt': before };
    const clientFiles = new Map(
      Object.entries(files).map(([name, text]) => [folder + encodeURIComponent(name), text]),
    );
    const session = await startSession({ pulls: true, clientFiles, lists: true });
    open(session, faulty, 'gouji-report', `${folder}a.txt`);
    await pulled(session, `${folder}a.txt`);
    await session.next('workspace/diagnostic/refresh');
    const shown = await pulled(session, `${folder}a.txt`);
    const { out } = await runOn({ files }, 'check', '--format', 'ndjson', 'a.txt');
    const { findings }: { findings: { message: string; range: unknown }[] } = JSON.parse(out);
    assert.ok(findings.some(({ message }) => message.includes('（上年 2023.txt 第 ')));
    assert.deepEqual(
      shown.map(({ message, range }) => ({ message, range })),
      findings.map(({ message, range }) => ({ message, range })),
    );
  });
});
