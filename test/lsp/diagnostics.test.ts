import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { letter, lineWith, miscounted, misspelt, right } from './sample.ts';
import {
  change,
  close,
  codes,
  edit,
  open,
  published,
  pulled,
  quiet,
  type Session,
  startSession,
  symbols,
  uri,
} from './session.ts';

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
    assert.ok((found?.relatedInformation ?? []).length <= 40);
    for (const { location } of found?.relatedInformation ?? []) assert.equal(location.uri, uri);
    assert.equal(found?.data, undefined);
  });

  it('are those of each text again, however many steps are undone', async () => {
    const session = await startSession({ pulls: true });
    open(session, right);
    const texts = [right, misspelt, miscounted, letter];
    for (let step = 1; step <= 8; step++) texts.push(miscounted.replace('五、', `第${step}次\t(试行)\n五、`));
    const seen: unknown[] = [];
    let version = 1;
    for (const text of texts) {
      edit(session, text, ++version);
      seen.push([await pulled(session), await symbols(session)]);
    }
    assert.equal(new Set(seen.map((one) => JSON.stringify(one))).size, 5);
    for (let at = texts.length - 1; at >= 0; at--) {
      edit(session, texts[at] ?? '', ++version);
      assert.deepEqual([await pulled(session), await symbols(session)], seen[at]);
    }
  });

  it('lead to the page of the rule by whatever address the client has for it', async () => {
    const session = await startSession({ options: { ruleDocs: 'command:show?{rule}' } });
    open(session, misspelt);
    const [found] = (await published(session)).diagnostics;
    assert.equal(found?.codeDescription?.href, 'command:show?section-wording');
  });

  it('lead to the pages beside the server where the client has none of its own', async () => {
    const session = await startSession({ pages: 'file:///gouji/docs' });
    open(session, misspelt);
    const [found] = (await published(session)).diagnostics;
    assert.equal(found?.codeDescription?.href, 'file:///gouji/docs/rules/section-wording.md');
    assert.deepEqual(session.initialized.capabilities.documentLinkProvider, {});
  });

  it('name no page where there is none', async () => {
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
