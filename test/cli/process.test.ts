import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { version } from '../../server/src/base/version.ts';
import { correct, warned, wrong } from './reports.ts';

const program = fileURLToPath(new URL('../../server/src/main/cli.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'gouji-cli-'));
after(() => rmSync(folder, { recursive: true }));

function gouji(args: readonly string[], input = ''): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });
  return { code: status, out: stdout, err: stderr };
}

describe('gouji as a program', () => {
  test('tells its version, which is the package’s', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    assert.equal(manifest.version, version);
    assert.deepEqual(gouji(['--version']), { code: 0, out: `${version}\n`, err: '' });
  });

  test('has the pages of the rules at hand, wherever it is called from', () => {
    const page = readFileSync(new URL('../../docs/rules/blank-cell.md', import.meta.url), 'utf8');
    assert.deepEqual(gouji(['rules', 'blank-cell']), { code: 0, out: page, err: '' });
    const { code, out } = gouji(['check', '--format', 'sarif', '--stdin'], correct);
    assert.equal(code, 0);
    const { rules } = JSON.parse(out).runs[0].tool.driver;
    assert.equal(rules.find(({ id }: { id: string }) => id === 'blank-cell').help.markdown, page);
  });

  test('ends with the codes of the contract', () => {
    assert.equal(gouji(['check', '--stdin'], correct).code, 0);
    assert.equal(gouji(['check', '--stdin'], wrong).code, 1);
    assert.equal(gouji(['check', '--nonsense']).code, 2);
  });

  test('walks folders, also such as lead back to themselves', () => {
    const root = join(folder, 'walk');
    mkdirSync(join(root, 'deep/.hidden'), { recursive: true });
    writeFileSync(join(root, 'deep/b.txt'), correct);
    writeFileSync(join(root, 'deep/.hidden/c.txt'), correct);
    writeFileSync(join(root, 'a.md'), correct);
    symlinkSync(root, join(root, 'deep/up'));
    symlinkSync('nowhere', join(root, 'gone.txt'));
    const { out, code } = gouji(['check', '--format', 'ndjson', 'walk']);
    const files = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).file);
    assert.deepEqual(files, [join('walk', 'a.md'), join('walk', 'deep', 'b.txt')]);
    assert.equal(code, 0);
  });

  test('checks in threads what it checks alone', () => {
    const root = join(folder, 'threads');
    mkdirSync(root);
    for (const [name, text] of Object.entries({ a: correct, b: wrong, c: warned, d: wrong, e: correct }))
      writeFileSync(join(root, `${name}.txt`), text);
    const alone = gouji(['check', 'threads', 'gone.txt']);
    assert.equal(alone.code, 2);
    assert.deepEqual(gouji(['check', 'threads', 'gone.txt', '--jobs', '3']), alone);
  });

  test('replaces a fixed file whole, keeps its mode and its link, and leaves nothing beside it', () => {
    const root = join(folder, 'fix');
    mkdirSync(join(root, 'real'), { recursive: true });
    const file = join(root, 'real/a.txt');
    writeFileSync(file, warned);
    chmodSync(file, 0o640);
    symlinkSync(file, join(root, 'link.txt'));
    assert.equal(gouji(['check', '--fix', 'fix/link.txt']).code, 0);
    assert.equal(readFileSync(file, 'utf8'), correct);
    assert.equal(statSync(file).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(join(root, 'real')), ['a.txt']);
    assert.deepEqual(readdirSync(root).sort(), ['link.txt', 'real']);
  });
});
