import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Diagnostic } from 'vscode-languageserver';
import { miscounted, misspelt } from './sample.ts';
import { actions, open, pulled, startSession, uri, whole } from './session.ts';

describe('code actions', () => {
  it('offer the fix of a finding where it stands, and only there', async () => {
    const session = await startSession({ pulls: true });
    open(session, misspelt);
    const [found] = await pulled(session);
    const [fix, ...others] = await actions(session, (found as Diagnostic).range, ['quickfix']);
    assert.deepEqual(others, []);
    assert.equal(fix?.kind, 'quickfix');
    assert.equal(fix?.isPreferred, true);
    assert.deepEqual(fix?.diagnostics, [found]);
    assert.ok((fix?.edit?.changes?.[uri] ?? []).length > 0);
    const start = { line: 0, character: 0 };
    assert.deepEqual(await actions(session, { start, end: start }, ['quickfix']), []);
  });

  it('settle the finding', async () => {
    const session = await startSession({ pulls: true });
    open(session, misspelt);
    const [fix] = await actions(session, whole, ['quickfix']);
    session.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: (fix?.edit?.changes?.[uri] ?? []).map(({ range, newText }) => ({
        range,
        text: newText,
      })),
    });
    assert.deepEqual(await pulled(session), []);
  });

  it('give all safe fixes at once to whoever asks for that kind or one above it', async () => {
    const session = await startSession({ pulls: true });
    open(session, misspelt);
    for (const kind of ['source.fixAll.gouji', 'source.fixAll', 'source']) {
      const [fix, ...others] = await actions(session, whole, [kind]);
      assert.equal(fix?.kind, 'source.fixAll.gouji');
      assert.deepEqual(others, []);
    }
    assert.deepEqual(await actions(session, whole, ['source.organizeImports']), []);
    assert.deepEqual(await actions(session, whole, ['source.fixAll.eslint']), []);
  });

  it('offer no fix of everything where nothing can safely be fixed', async () => {
    const session = await startSession({ pulls: true });
    open(session, miscounted);
    assert.deepEqual(await actions(session, whole, ['source.fixAll']), []);
  });
});
