import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { catalogue } from '../../server/src/analysis/catalogue.ts';
import { runOn } from './lent-machine.ts';

describe('gouji rules', () => {
  test('lists every rule once, with its level and what it says', async () => {
    const { code, out } = await runOn({}, 'rules');
    assert.equal(code, 0);
    const lines = out.split('\n');
    for (const { id, title } of catalogue) {
      const own = lines.filter((line) => line.startsWith(`  ${id} `));
      assert.equal(own.length, 1, id);
      assert.match(own[0] ?? '', /错误|警告|提示|建议/);
      assert.ok(own[0]?.endsWith(title), id);
    }
  });

  test('prints the pages of the rules named', async () => {
    const { code, out } = await runOn({}, 'rules', 'missing-row', 'blank-cell');
    assert.deepEqual([code, out], [0, '# missing-row\n\n# blank-cell\n']);
  });

  test('gives other programs the same', async () => {
    const all = JSON.parse((await runOn({}, 'rules', '--format', 'json')).out);
    assert.equal(all.schema, 'gouji.rules/1');
    assert.deepEqual(
      all.rules.map(({ id }: { id: string }) => id),
      catalogue.map(({ id }) => id),
    );
    const one = JSON.parse((await runOn({}, 'rules', '--format', 'json', 'missing-row')).out).rules;
    assert.deepEqual(Object.keys(one[0]), [
      'id',
      'group',
      'title',
      'severity',
      'since',
      'basis',
      'docs',
      'options',
      'page',
    ]);
  });

  test('knows no rule of another name', async () => {
    const { code, err } = await runOn({}, 'rules', 'no-such');
    assert.equal(code, 2);
    assert.match(err, /no-such/);
  });

  test('finds the pages in the file that is shipped', () => {
    const { status, stdout } = spawnSync(process.execPath, ['dist/gouji.cjs', 'rules', 'missing-row'], {
      encoding: 'utf8',
    });
    assert.deepEqual([status, stdout], [0, readFileSync('docs/rules/missing-row.md', 'utf8')]);
  });
});
