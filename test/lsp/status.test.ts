import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StatusParams } from '../../server/src/lsp/protocol.ts';
import { miscounted, misspelt, right } from './sample.ts';
import { edit, open, published, pulled, type Session, startSession, uri } from './session.ts';

describe('the state of a report', () => {
  const status = (session: Session): Promise<StatusParams> => session.next('gouji/status');

  for (const pulls of [true, false]) {
    it(`is told when it changes, to a client that ${pulls ? 'pulls' : 'waits'}`, async () => {
      const session = await startSession({ pulls, options: { status: true } });
      const look = () => (pulls ? pulled(session) : published(session));
      open(session, miscounted);
      await look();
      const first = await status(session);
      assert.equal(first.uri, uri);
      assert.equal(first.recognised, true);
      assert.equal(first.verdict, 'fail');
      assert.equal(first.errors, 1);
      assert.equal(first.year, 2024);
      assert.equal(first.edition, '2021');
      assert.ok(first.identities.broken > 0 && first.identities.held > 0);
      edit(session, `${miscounted}\n`, 2);
      await look();
      edit(session, right, 3);
      await look();
      const second = await status(session);
      assert.deepEqual([second.version, second.verdict, second.errors], [3, 'pass', 0]);
    });
  }

  it('leaves out what waits for a line being typed', async () => {
    const session = await startSession({ options: { status: true } });
    open(session, misspelt);
    const [found] = (await published(session)).diagnostics;
    assert.equal((await status(session)).errors, 1);
    session.notify('gouji/typing', { uri, line: found?.range.start.line });
    assert.deepEqual((await status(session)).verdict, 'pass');
  });

  it('is not told to a client that did not ask', async () => {
    const session = await startSession();
    open(session, misspelt);
    await published(session);
    assert.deepEqual(session.untaken('gouji/status'), []);
  });
});
