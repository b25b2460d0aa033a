// `--jobs`: the same outcome, in the same order, from however many threads.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { formats } from '../../server/src/cli/printers.ts';
import { type Given, type Run, runOn } from './lent-machine.ts';
import { correct, otherText, warned, wrong } from './reports.ts';

const files = {
  '年报/a.txt': wrong,
  '年报/b.txt': warned,
  '年报/c.txt': correct,
  '年报/d.txt': otherText,
  '年报/e.txt': new Uint8Array([0, 1, 2, 0, 255, 254, 0]),
  '年报/f.txt': wrong,
  '年报/gouji.json': '{"rules": {"no-such-rule": "off"}}',
};

const check = (jobs: string, given: Given, ...more: string[]): Promise<Run> =>
  runOn(given, 'check', '--jobs', jobs, '年报', 'gone.txt', ...more);

/** A machine that counts its threads, and those sent away; each answers as told. */
function counting(ask = async () => ({ troubles: [], err: '' })) {
  const threads = { started: 0, dismissed: 0 };
  const dismiss = (): void => {
    threads.dismissed += 1;
  };
  const startWorker = () => {
    threads.started += 1;
    return { ask, dismiss };
  };
  return { threads, change: { startWorker } };
}

describe('gouji check --jobs', () => {
  for (const format of formats)
    test(`gives the same ${format} whatever the number of threads`, async () => {
      const alone = await check('1', { files }, '--format', format);
      assert.equal(alone.code, 2);
      for (const jobs of ['2', '3', '64']) {
        const { code, out, err } = await check(jobs, { files }, '--format', format);
        assert.deepEqual({ code, out, err }, { code: alone.code, out: alone.out, err: alone.err });
      }
    });

  test('fixes files as one thread does', async () => {
    for (const fix of ['--fix', '--fix-dry-run']) {
      const alone = await check('1', { files }, fix);
      const many = await check('3', { files }, fix);
      assert.deepEqual(many.files, alone.files);
      assert.deepEqual(many.out, alone.out);
      assert.deepEqual(many.err.split('\n').sort(), alone.err.split('\n').sort());
    }
  });

  test('starts no more threads than there are files, and sends them away', async () => {
    const { threads, change } = counting();
    await check('64', { files, change });
    assert.deepEqual(threads, { started: 6, dismissed: 6 });
  });

  test('sends the threads away also when one of them fails', async () => {
    const { threads, change } = counting(() => Promise.reject(new Error('out of memory')));
    await assert.rejects(check('2', { files, change }), /out of memory/);
    assert.equal(threads.dismissed, 2);
  });

  test('leaves acceptances, and what comes from standard input, to one thread', async () => {
    const { threads, change } = counting();
    const { files: after } = await check('4', { files, change }, '--update-baseline');
    assert.ok(after.has('gouji-baseline.json'));
    await runOn({ input: correct, change }, 'check', '--jobs', '4', '--stdin');
    assert.equal(threads.started, 0);
  });

  test('wants a number', async () => {
    for (const jobs of ['0', '-1', '2.5', '两', '']) {
      const { code, err } = await runOn({ files }, 'check', `--jobs=${jobs}`, '年报');
      assert.equal(code, 2);
      assert.match(err, /--jobs 后面要是从 1 起的整数/);
    }
  });
});
