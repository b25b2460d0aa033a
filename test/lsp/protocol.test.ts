import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FoldingRange } from 'vscode-languageserver';
import type { SectionAnswer } from '../../server/src/lsp/protocol.ts';
import { lineWith, misspelt, right } from './sample.ts';
import { codes, edit, open, published, startSession, symbols, uri } from './session.ts';

describe('greeting', () => {
  it('offers what it can do, and keeps quiet about pulling to a client that cannot', async () => {
    const { capabilities } = (await startSession()).initialized;
    assert.deepEqual(capabilities, {
      textDocumentSync: { openClose: true, change: 2, save: true, willSaveWaitUntil: true },
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.gouji'] },
      hoverProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      selectionRangeProvider: true,
      completionProvider: { triggerCharacters: [...'（、《#一二三四五六'] },
      signatureHelpProvider: { triggerCharacters: [...'|\t0123456789'] },
      workspaceSymbolProvider: true,
      inlayHintProvider: true,
      semanticTokensProvider: {
        legend: { tokenTypes: ['goujiOddColumn', 'goujiEvenColumn', 'goujiTotalColumn'], tokenModifiers: [] },
        full: { delta: true },
        range: true,
      },
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
    });
  });

  it('lets a client pull that can', async () => {
    const { capabilities } = (await startSession({ pulls: true })).initialized;
    assert.deepEqual(capabilities.diagnosticProvider, {
      interFileDependencies: false,
      workspaceDiagnostics: false,
    });
  });
});

describe('what stands where', () => {
  it('is listed as it nests', async () => {
    const session = await startSession({ pulls: true });
    open(session, right);
    const found = await symbols(session);
    assert.equal(found.filter(({ name }) => /^[一二三四五六]、/.test(name)).length, 6);
    assert.deepEqual(
      found.find(({ name }) => name.startsWith('三、'))?.children?.map(({ name }) => name),
      ['表三'],
    );
  });

  it('folds', async () => {
    const session = await startSession({ pulls: true });
    open(session, right);
    const ranges = await session.request<FoldingRange[]>('textDocument/foldingRange', {
      textDocument: { uri },
    });
    const first = ranges.find(({ startLine }) => startLine === lineWith(right, '一、总体情况'));
    assert.ok(first && first.endLine < lineWith(right, '二、主动公开') && first.endLine > first.startLine);
  });

  it('can be asked for by section, misspelt and missing ones too', async () => {
    const session = await startSession({ pulls: true });
    open(session, misspelt.slice(0, misspelt.indexOf('六、')));
    const found = await session.request<SectionAnswer[]>('gouji/sections', { textDocument: { uri } });
    assert.deepEqual(
      found.map(({ id }) => id),
      ['overview', 'disclosure', 'applications', 'review', 'problems', 'other'],
    );
    assert.equal(found[2]?.label, '三、收到和处理政府信息公开申请情况');
    assert.equal(found[2]?.heading, '三、收到和处理政府信息公开申报情况');
    assert.equal(found[2]?.range?.start.line, lineWith(misspelt, '三、收到'));
    assert.deepEqual(found[5], { id: 'other', label: '六、其他需要报告的事项', heading: null, range: null });
  });
});

describe('nonsense', () => {
  it('does not bring the server down', async () => {
    const session = await startSession();
    session.notify('gouji/typing', null);
    session.notify('gouji/typing', { uri: 7, line: 'x' });
    session.notify('textDocument/didChange', {
      textDocument: { uri: 'file:///never-opened', version: 2 },
      contentChanges: [{ text: 'x' }],
    });
    session.notify('textDocument/didOpen', { textDocument: null });
    session.notify('textDocument/didClose', { textDocument: { uri: 'file:///never-opened' } });
    session.notify('workspace/didChangeConfiguration', { settings: [1, 2] });
    session.notify('no/suchThing', {});
    open(session, right);
    session.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start: { line: -5, character: 1e9 }, end: { line: 1e9, character: -1 } }, text: misspelt },
      ],
    });
    await assert.rejects(session.request('textDocument/documentSymbol', null));
    await assert.rejects(session.request('no/suchThing', {}));
    assert.deepEqual(await symbols(session, 'file:///never-opened'), []);
    edit(session, misspelt, 3);
    let latest = await published(session);
    while (latest.version !== 3) latest = await published(session);
    assert.deepEqual(codes(latest.diagnostics), ['section-wording']);
  });
});
