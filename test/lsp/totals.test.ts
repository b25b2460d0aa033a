import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { InitializeResult, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { RecalculateAnswer, TotalsAnswer } from '../../server/src/lsp/protocol.ts';
import { letter, right } from './sample.ts';
import { type ClientOptions, edit, open, pulled, type Session, startSession, uri } from './session.ts';

const row = '（一）予以公开\t\t3\t0';
const typedOver = right.replace(row, '（一）予以公开\t\t3\t5');
const summed = typedOver
  .replace('3\t5\t0\t0\t0\t0\t3', '3\t5\t0\t0\t0\t0\t8')
  .replace('（七）总计\t\t6\t2\t0\t0\t0\t0\t8', '（七）总计\t\t6\t7\t0\t0\t0\t0\t13');

const made = (text: string, edits: TextEdit[]): string =>
  TextDocument.applyEdits(TextDocument.create(uri, 'plaintext', 0, text), edits);

/** A report on which the server has had a look. */
async function begun(update: string, client: ClientOptions = {}, text = right): Promise<Session> {
  const session = await startSession({ pulls: true, options: { totals: { update } }, ...client });
  open(session, text);
  await pulled(session);
  return session;
}

const asked = (session: Session): Promise<TotalsAnswer> =>
  session.request('gouji/totals', { textDocument: { uri } });

const saving = (session: Session, reason: 1 | 2 | 3): Promise<TextEdit[]> =>
  session.request('textDocument/willSaveWaitUntil', { textDocument: { uri }, reason });

describe('totals while somebody types', () => {
  it('are kept right, for the version they are told for', async () => {
    const session = await begun('onType');
    edit(session, typedOver, 2);
    const { version, edits } = await asked(session);
    assert.equal(version, 2);
    assert.equal(made(typedOver, edits), summed);
    edit(session, summed, 3);
    assert.deepEqual((await asked(session)).edits, []);
    assert.deepEqual(await saving(session, 1), []);
  });

  it('are still kept after an undo', async () => {
    const session = await begun('onType');
    const texts = [typedOver, summed, right, typedOver];
    const answers: number[] = [];
    for (const [at, text] of texts.entries()) {
      edit(session, text, at + 2);
      answers.push((await asked(session)).edits.length);
    }
    assert.deepEqual(answers, [3, 0, 0, 3]);
  });

  it('are nobody’s business unless that is wished, and from then on', async () => {
    let update: string | undefined;
    const session = await begun('off', { configures: true, settings: () => ({ totals: { update } }) });
    edit(session, typedOver, 2);
    assert.deepEqual((await asked(session)).edits, []);
    edit(session, right, 3);
    update = 'onType';
    session.notify('workspace/didChangeConfiguration', { settings: null });
    await session.next('workspace/diagnostic/refresh');
    edit(session, typedOver, 4);
    assert.equal((await asked(session)).edits.length, 3);
  });

  it('of another text are none', async () => {
    const session = await begun('onType', {}, letter);
    edit(session, `${letter}3\t4\t8\n`, 2);
    assert.deepEqual((await asked(session)).edits, []);
  });
});

describe('totals when a report is saved', () => {
  it('are kept right, but not by the clock', async () => {
    const session = await begun('onSave');
    const { textDocumentSync } = session.initialized.capabilities as InitializeResult['capabilities'];
    assert.ok(typeof textDocumentSync === 'object' && textDocumentSync.willSaveWaitUntil);
    edit(session, typedOver, 2);
    assert.deepEqual((await asked(session)).edits, []);
    assert.deepEqual(await saving(session, 2), []);
    assert.equal(made(typedOver, await saving(session, 1)), summed);
    edit(session, summed, 3);
    session.notify('textDocument/didSave', { textDocument: { uri } });
    edit(session, right, 4);
    assert.deepEqual(await saving(session, 1), []);
    edit(session, right.replace(row, '（一）予以公开\t\t3\t'), 5);
    assert.deepEqual(await saving(session, 1), []);
  });
});

describe('totals added up anew', () => {
  it('come with the version they are for and the number of those that cannot be', async () => {
    const text = typedOver.replace('2.重复申请\t0', '2.重复申请\t');
    const session = await begun('off', {}, text);
    const answer = await session.request<RecalculateAnswer>('gouji/recalculate', { textDocument: { uri } });
    assert.equal(answer.version, 1);
    assert.equal(answer.edits.length, 2);
    assert.equal(answer.open, 3);
  });

  it('are none in another text', async () => {
    const session = await begun('off', {}, letter);
    assert.equal(await session.request('gouji/recalculate', { textDocument: { uri } }), null);
  });
});
