import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Diagnostic, FoldingRange } from 'vscode-languageserver';
import type { SectionAnswer, StatusParams } from '../../server/src/lsp/protocol.ts';
import { letter, lineWith, miscounted, misspelt, right } from './sample.ts';
import {
  actions,
  change,
  close,
  codes,
  edit,
  open,
  published,
  pulled,
  type Session,
  startSession,
  symbols,
  uri,
} from './session.ts';

const whole = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };

/** Waits until the server has had time to say something unasked for: a report opened later is answered later. */
async function quiet(session: Session): Promise<void> {
  const other = 'untitled:other';
  open(session, right, 'gouji-report', other);
  assert.equal((await published(session)).uri, other);
  close(session, other);
  assert.equal((await published(session)).uri, other);
}

describe('greeting', () => {
  it('offers what it can do, and keeps quiet about pulling to a client that cannot', async () => {
    const { capabilities } = (await startSession()).initialized;
    assert.deepEqual(capabilities, {
      textDocumentSync: { openClose: true, change: 2, save: true },
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

describe('diagnostics', () => {
  it('are sent with the version they are of, and taken back when the fault is gone', async () => {
    const session = await startSession();
    open(session, misspelt);
    const first = await published(session);
    assert.equal(first.version, 1);
    assert.deepEqual(codes(first.diagnostics), ['section-wording']);
    edit(session, right, 2);
    assert.deepEqual(await published(session), { uri, version: 2, diagnostics: [] });
  });

  it('carry source, severity, the page of the rule, and the other cells that take part', async () => {
    const session = await startSession({ options: { ruleDocs: 'file:///docs/rules' } });
    open(session, miscounted);
    const [found] = (await published(session)).diagnostics;
    assert.equal(found?.source, 'gouji');
    assert.equal(found?.severity, 1);
    assert.equal(found?.codeDescription?.href, `file:///docs/rules/${found?.code}.md`);
    assert.ok((found?.relatedInformation ?? []).length > 0);
    assert.ok((found?.relatedInformation ?? []).length <= 25);
    for (const { location } of found?.relatedInformation ?? []) assert.equal(location.uri, uri);
    assert.equal(found?.data, undefined);
  });

  it('name no page where the client told of none', async () => {
    const session = await startSession();
    open(session, misspelt);
    for (const { codeDescription } of (await published(session)).diagnostics)
      assert.equal(codeDescription, undefined);
  });

  it('are given when asked for, and never sent, to a client that pulls', async () => {
    const session = await startSession({ pulls: true });
    open(session, misspelt);
    assert.deepEqual(codes(await pulled(session)), ['section-wording']);
    edit(session, right, 2);
    assert.deepEqual(await pulled(session), []);
    assert.deepEqual(session.untaken('textDocument/publishDiagnostics'), []);
  });

  it('are the same pulled or sent', async () => {
    const pulling = await startSession({ pulls: true });
    const waiting = await startSession();
    for (const session of [pulling, waiting]) open(session, miscounted);
    assert.deepEqual(await pulled(pulling), (await published(waiting)).diagnostics);
  });

  it('come once for a burst of edits, for the last of them', async () => {
    const session = await startSession();
    open(session, right);
    await published(session);
    const burst = Array.from({ length: 20 }, (_, index) =>
      change(index === 19 ? misspelt : right, index + 2),
    );
    session.notifyAtOnce(burst);
    const { version, diagnostics } = await published(session);
    assert.equal(version, 21);
    assert.deepEqual(codes(diagnostics), ['section-wording']);
    await quiet(session);
  });

  it('are cleared when the document is closed', async () => {
    const session = await startSession();
    open(session, misspelt);
    await published(session);
    close(session);
    assert.deepEqual(await published(session), { uri, diagnostics: [] });
  });

  it('of a document closed at once are not sent at all', async () => {
    const session = await startSession();
    const document = { uri, languageId: 'plaintext', version: 1, text: misspelt };
    session.notifyAtOnce([
      { method: 'textDocument/didOpen', params: { textDocument: document } },
      { method: 'textDocument/didClose', params: { textDocument: { uri } } },
    ]);
    await quiet(session);
  });

  it('say of a text beyond all measure only that it is not read', async () => {
    const session = await startSession();
    open(session, misspelt + '一'.repeat(8_000_000));
    const [found, ...others] = (await published(session)).diagnostics;
    assert.match(String(found?.message), /未作检查/);
    assert.equal(found?.severity, 3);
    assert.deepEqual(others, []);
  });
});

describe('which documents are attended to', () => {
  it('not a text that is no report', async () => {
    const session = await startSession();
    open(session, letter);
    await quiet(session);
    assert.deepEqual(await symbols(session), []);
    assert.deepEqual(await actions(session, whole), []);
  });

  it('no longer one that has ceased to be a report', async () => {
    const session = await startSession();
    open(session, misspelt);
    await published(session);
    edit(session, letter, 2);
    assert.deepEqual(await published(session), { uri, version: 2, diagnostics: [] });
    edit(session, `${letter}再会。\n`, 3);
    await quiet(session);
  });

  it('Markdown that reads as one, and no other language', async () => {
    const session = await startSession({ pulls: true });
    open(session, misspelt, 'markdown', 'file:///a.md');
    open(session, misspelt, 'latex', 'file:///a.tex');
    assert.deepEqual(codes(await pulled(session, 'file:///a.md')), ['section-wording']);
    assert.deepEqual(await pulled(session, 'file:///a.tex'), []);
  });

  it('one that is a report by name, whatever it holds', async () => {
    const session = await startSession({ pulls: true });
    open(session, letter, 'gouji-report');
    assert.ok(codes(await pulled(session)).includes('missing-title'));
  });

  it('any of them if the user says always, none if never', async () => {
    const detect = new Map([
      ['file:///always.txt', 'always'],
      ['file:///never.txt', 'never'],
    ]);
    const session = await startSession({
      pulls: true,
      configures: true,
      settings: (at) => ({ detect: detect.get(at) ?? 'auto' }),
    });
    open(session, letter, 'plaintext', 'file:///always.txt');
    open(session, misspelt, 'plaintext', 'file:///never.txt');
    assert.ok(codes(await pulled(session, 'file:///always.txt')).includes('missing-title'));
    assert.deepEqual(await pulled(session, 'file:///never.txt'), []);
    assert.deepEqual(await symbols(session, 'file:///never.txt'), []);
  });

  it('never means that nothing is sent', async () => {
    const session = await startSession({
      configures: true,
      settings: (at) => ({ detect: at === uri ? 'never' : 'auto' }),
    });
    open(session, misspelt);
    await quiet(session);
  });
});

describe('settings', () => {
  it('limit the number of findings, the most severe first to stay', async () => {
    const session = await startSession({ options: { maxNumberOfProblems: 1 } });
    open(session, miscounted.replace('总体情况', '整体情况'));
    assert.deepEqual(
      (await published(session)).diagnostics.map(({ severity }) => severity),
      [1],
    );
  });

  it('are asked for anew when they change, and what is shown follows', async () => {
    let detect = 'auto';
    const session = await startSession({ configures: true, settings: () => ({ detect }) });
    open(session, misspelt);
    assert.equal((await published(session)).diagnostics.length, 1);
    detect = 'never';
    session.notify('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual((await published(session)).diagnostics, []);
  });

  it('may be sent by a client that cannot be asked', async () => {
    const session = await startSession({ pulls: true });
    open(session, misspelt);
    session.notify('workspace/didChangeConfiguration', { settings: { gouji: { detect: 'never' } } });
    await session.next('workspace/diagnostic/refresh');
    assert.deepEqual(await pulled(session), []);
  });

  it('that cannot be used are named, once', async () => {
    const session = await startSession({
      configures: true,
      settings: () => ({ detect: 'often', maxNumberOfProblems: -1 }),
    });
    open(session, misspelt);
    open(session, misspelt, 'plaintext', 'file:///b.txt');
    await published(session);
    await published(session);
    const logged = session
      .untaken('window/logMessage')
      .map((params) => (params as { message: string }).message);
    assert.equal(logged.length, 2);
    assert.match(logged[0] ?? '', /gouji\.maxNumberOfProblems/);
    assert.match(logged[1] ?? '', /gouji\.detect/);
  });

  it('choose the language', async () => {
    const english = { '修正全部可以放心修正的问题（不改动数字）': 'Make all safe fixes' };
    const titleIn = async (language: string, locale: string): Promise<string | undefined> => {
      const session = await startSession({ pulls: true, options: { language }, locale, english });
      open(session, misspelt);
      return (await actions(session, whole, ['source.fixAll']))[0]?.title;
    };
    assert.equal(await titleIn('zh-CN', 'en'), '修正全部可以放心修正的问题（不改动数字）');
    assert.equal(await titleIn('en', 'zh-cn'), 'Make all safe fixes');
    assert.equal(await titleIn('auto', 'de'), 'Make all safe fixes');
    assert.equal(await titleIn('auto', 'zh-tw'), '修正全部可以放心修正的问题（不改动数字）');
  });
});

describe('a row being typed', () => {
  const typing = (session: Session, line: number | null): void =>
    session.notify('gouji/typing', { uri, line });

  it('is not scolded until it is left', async () => {
    const session = await startSession();
    open(session, misspelt);
    const [found] = (await published(session)).diagnostics;
    typing(session, found?.range.start.line ?? 0);
    assert.deepEqual((await published(session)).diagnostics, []);
    typing(session, null);
    assert.deepEqual((await published(session)).diagnostics, [found]);
  });

  it('holds back what is found elsewhere but takes it in', async () => {
    const session = await startSession();
    open(session, miscounted);
    const [found] = (await published(session)).diagnostics;
    const related = found?.relatedInformation?.find(
      ({ location }) => location.range.start.line !== found.range.start.line,
    );
    assert.ok(related, 'the sum has addends on other lines');
    typing(session, related.location.range.start.line);
    assert.deepEqual((await published(session)).diagnostics, []);
  });

  it('does not hold back the rest', async () => {
    const session = await startSession();
    open(session, misspelt);
    const before = await published(session);
    typing(session, lineWith(misspelt, '六、'));
    assert.deepEqual((await published(session)).diagnostics, before.diagnostics);
  });

  it('makes a client that pulls ask again', async () => {
    const session = await startSession({ pulls: true });
    open(session, misspelt);
    const [found] = await pulled(session);
    typing(session, found?.range.start.line ?? 0);
    await session.next('workspace/diagnostic/refresh');
    assert.deepEqual(await pulled(session), []);
    typing(session, null);
    await session.next('workspace/diagnostic/refresh');
    assert.deepEqual(await pulled(session), [found]);
  });
});

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
