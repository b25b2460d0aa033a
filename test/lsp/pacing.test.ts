import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { paced } from '../../server/src/lsp/pacing.ts';

/** An event loop of our own: each turn runs what was scheduled before it. */
function loop() {
  let scheduled: (() => void)[] = [];
  const done: string[] = [];
  const pacing = paced(
    (work) => void scheduled.push(work),
    (uri) => void done.push(uri),
  );
  const turn = (): void => {
    const now = scheduled;
    scheduled = [];
    for (const work of now) work();
  };
  return { pacing, done, turn, idle: () => scheduled.length === 0 };
}

describe('pacing', () => {
  it('does a single wish after one quiet turn', () => {
    const { pacing, done, turn, idle } = loop();
    pacing.want('a');
    turn();
    assert.deepEqual(done, []);
    turn();
    assert.deepEqual(done, ['a']);
    assert.ok(idle());
  });

  it('does a burst that brings one wish a turn once', () => {
    const { pacing, done, turn, idle } = loop();
    for (let wish = 0; wish < 20; wish += 1) {
      pacing.want('a');
      turn();
    }
    assert.deepEqual(done, []);
    turn();
    assert.deepEqual(done, ['a']);
    assert.ok(idle());
  });

  it('keeps documents apart, and forgets those that are dropped', () => {
    const { pacing, done, turn } = loop();
    pacing.want('a');
    pacing.want('b');
    pacing.want('c');
    pacing.drop('b');
    turn();
    turn();
    assert.deepEqual(done, ['a', 'c']);
  });

  it('does what is wanted again after it was done', () => {
    const { pacing, done, turn } = loop();
    for (const _ of [1, 2]) {
      pacing.want('a');
      turn();
      turn();
    }
    assert.deepEqual(done, ['a', 'a']);
  });
});
