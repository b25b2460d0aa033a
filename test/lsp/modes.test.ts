import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';
import type { StatusParams } from '../../server/src/lsp/protocol.ts';
import { misspelt, right } from './sample.ts';
import { codes, edit, open, published, pulled, type Session, startSession, uri } from './session.ts';

const save = (session: Session): void => session.notify('textDocument/didSave', { textDocument: { uri } });
const check = (session: Session): void => session.notify('gouji/check', { uri });
const show = (session: Session, shown: boolean): void => session.notify('gouji/showMarks', { shown });

/** Asks for diagnostics as an editor does that keeps what it was told last. */
function keeper(session: Session): () => Promise<readonly Diagnostic[]> {
  let kept: readonly Diagnostic[] = [];
  let previousResultId: string | undefined;
  return async () => {
    const report = await session.request<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
      ...(previousResultId !== undefined && { previousResultId }),
    });
    previousResultId = report.resultId;
    if (report.kind === 'full') kept = report.items;
    return kept;
  };
}

describe('findings shown on saving', () => {
  it('are there at opening, stay while somebody writes, and are new at saving, for a client that pulls', async () => {
    const session = await startSession({ pulls: true, options: { run: 'onSave' } });
    const look = keeper(session);
    open(session, misspelt);
    assert.deepEqual(codes(await look()), ['section-wording']);
    edit(session, right, 2);
    assert.deepEqual(codes(await look()), ['section-wording']);
    save(session);
    await session.next('workspace/diagnostic/refresh');
    assert.deepEqual(await look(), []);
    edit(session, misspelt, 3);
    assert.deepEqual(await look(), []);
  });

  it('are sent at opening and saving, and not in between, to a client that waits', async () => {
    const session = await startSession({ options: { run: 'onSave' } });
    open(session, misspelt);
    assert.deepEqual(codes((await published(session)).diagnostics), ['section-wording']);
    edit(session, `${misspelt}\n`, 2);
    edit(session, right, 3);
    save(session);
    assert.deepEqual(await published(session), { uri, version: 3, diagnostics: [] });
  });
});

describe('findings shown on demand', () => {
  it('wait until they are asked for, and then stay', async () => {
    const session = await startSession({ pulls: true, options: { run: 'manual', status: true } });
    const look = keeper(session);
    open(session, misspelt);
    assert.deepEqual(await look(), []);
    assert.equal((await session.next<StatusParams>('gouji/status')).marks, 'waiting');
    save(session);
    assert.deepEqual(await look(), []);
    check(session);
    await session.next('workspace/diagnostic/refresh');
    assert.deepEqual(codes(await look()), ['section-wording']);
    assert.equal((await session.next<StatusParams>('gouji/status')).marks, 'now');
    edit(session, right, 2);
    assert.deepEqual(codes(await look()), ['section-wording']);
    check(session);
    assert.deepEqual(await look(), []);
  });
});

describe('marks', () => {
  for (const pulls of [true, false]) {
    it(`go and come back at once for a client that ${pulls ? 'pulls' : 'waits'}`, async () => {
      const session = await startSession({ pulls, options: { status: true } });
      const look = async (): Promise<readonly unknown[]> =>
        codes(pulls ? await pulled(session) : (await published(session)).diagnostics);
      const marks = async (): Promise<string> => (await session.next<StatusParams>('gouji/status')).marks;
      open(session, misspelt);
      assert.deepEqual([await look(), await marks()], [['section-wording'], 'now']);
      show(session, false);
      if (pulls) await session.next('workspace/diagnostic/refresh');
      assert.deepEqual([await look(), await marks()], [[], 'hidden']);
      show(session, true);
      if (pulls) await session.next('workspace/diagnostic/refresh');
      assert.deepEqual([await look(), await marks()], [['section-wording'], 'now']);
    });
  }
});
