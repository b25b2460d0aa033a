import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PreviewAnswer, PreviewBlockAnswer } from '../../server/src/lsp/protocol.ts';
import { letter, lineWith, miscounted, right } from './sample.ts';
import { edit, open, type Session, startSession, uri } from './session.ts';

const ask = (session: Session): Promise<PreviewAnswer | null> =>
  session.request('gouji/preview', { textDocument: { uri } });

async function viewOf(session: Session): Promise<PreviewAnswer> {
  const view = await ask(session);
  assert.ok(view);
  return view;
}

const cells = ({ blocks }: { readonly blocks: readonly PreviewBlockAnswer[] }) =>
  blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []));

const wrong = (view: PreviewAnswer): readonly string[] =>
  cells(view)
    .filter(({ marks }) => marks?.some(({ state }) => state === 'wrong'))
    .map(({ text }) => text);

describe('gouji/preview', () => {
  it('answers with places in the text, marks and sentences', async () => {
    const session = await startSession();
    open(session, miscounted);
    const view = await viewOf(session);
    assert.deepEqual([view.version, view.marks, wrong(view)], [1, 'now', ['7']]);
    const cell = cells(view).find(({ marks }) => marks?.[0]?.state === 'wrong');
    assert.equal(miscounted.slice(...(cell?.at ?? [])), '7');
    const [note] = view.blocks.flatMap(({ notes }) => notes);
    assert.deepEqual([note?.number, note?.severity, note?.at], [1, 'error', cell?.at]);
    assert.match(note?.message ?? '', /（七）总计/);
  });

  it('follows the text', async () => {
    const session = await startSession();
    open(session, miscounted);
    edit(session, right, 2);
    const view = await viewOf(session);
    assert.deepEqual([view.version, wrong(view)], [2, []]);
  });

  it('is not sent again while nothing of it has changed', async () => {
    const session = await startSession();
    open(session, miscounted);
    const { resultId } = await viewOf(session);
    const again = (previousResultId: string): Promise<unknown> =>
      session.request('gouji/preview', { textDocument: { uri }, previousResultId });
    assert.deepEqual(await again(resultId), { unchanged: true });
    session.notify('gouji/showMarks', { shown: false });
    assert.equal(((await again(resultId)) as PreviewAnswer).marks, 'hidden');
    session.notify('gouji/showMarks', { shown: true });
    edit(session, right, 2);
    assert.equal(((await again(resultId)) as PreviewAnswer).version, 2);
  });

  it('waits for a line being typed, as the marks in the text do', async () => {
    const session = await startSession();
    open(session, miscounted);
    session.notify('gouji/typing', { uri, line: lineWith(miscounted, '（七）总计') });
    assert.deepEqual(wrong(await viewOf(session)), []);
    session.notify('gouji/typing', { uri, line: null });
    assert.deepEqual(wrong(await viewOf(session)), ['7']);
  });

  it('marks nothing while marks are hidden, or nobody has asked for them', async () => {
    const session = await startSession();
    open(session, miscounted);
    session.notify('gouji/showMarks', { shown: false });
    const hidden = await viewOf(session);
    assert.deepEqual([hidden.marks, wrong(hidden)], ['hidden', []]);
    const manual = await startSession({ options: { run: 'manual' } });
    open(manual, miscounted);
    const waiting = await viewOf(manual);
    assert.deepEqual([waiting.marks, wrong(waiting)], ['waiting', []]);
    manual.notify('gouji/check', { uri });
    assert.deepEqual(wrong(await viewOf(manual)), ['7']);
  });

  it('marks nothing where the marks are of the text before', async () => {
    const session = await startSession({ options: { run: 'onSave' } });
    open(session, miscounted);
    assert.deepEqual(wrong(await viewOf(session)), ['7']);
    edit(session, `\n${miscounted}`, 2);
    const view = await viewOf(session);
    assert.deepEqual([view.marks, wrong(view)], ['waiting', []]);
  });

  it('speaks the language chosen', async () => {
    const sums = '勾稽关系：相符 {0} 项，不符 {1} 项，无法判断 {2} 项';
    const session = await startSession({
      options: { language: 'en' },
      english: { [sums]: 'Identities: {0} hold, {1} broken, {2} unknown' },
    });
    open(session, right);
    const { blocks } = await viewOf(session);
    const said = blocks.flatMap((block) => (block.kind === 'table' && block.sums ? [block.sums] : []));
    assert.match(said[0] ?? '', /^Identities: \d+ hold, 0 broken, 0 unknown$/);
  });

  it('is null for a text that is no report, and for one that is not open', async () => {
    const session = await startSession();
    assert.equal(await ask(session), null);
    open(session, letter);
    assert.equal(await ask(session), null);
  });
});
