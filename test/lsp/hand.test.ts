import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type {
  CompletionItem,
  DocumentHighlight,
  DocumentLink,
  Hover,
  Location,
  MarkupContent,
  Position,
  SelectionRange,
  SignatureHelp,
  WorkspaceSymbol,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { NewReport } from '../../server/src/features/new-report.ts';
import { letter, right } from './sample.ts';
import { type ClientOptions, open, type Session, startSession, uri } from './session.ts';

/** The place right behind some words of a text. */
const behind = (words: string, text = right): Position =>
  TextDocument.create(uri, 'plaintext', 0, text).positionAt(text.indexOf(words) + words.length);

const wordsAt = (range: Location['range'], text = right): string =>
  TextDocument.create(uri, 'plaintext', 0, text).getText(range);

async function opened(text = right, client: ClientOptions = {}): Promise<Session> {
  const session = await startSession(client);
  open(session, text);
  return session;
}

const ask = <R>(session: Session, method: string, position: Position, more: object = {}): Promise<R> =>
  session.request<R>(`textDocument/${method}`, { textDocument: { uri }, position, ...more });

const cell = '（一）予以公开\t\t3';
const stated = '上年结转1件';

describe('hover', () => {
  it('is Markdown over the figure; items of a list stand together', async () => {
    const found = await ask<Hover>(await opened(), 'hover', behind(cell));
    const { kind, value } = found.contents as MarkupContent;
    assert.equal(kind, 'markdown');
    assert.match(value, /^\*\*表三.*自然人\*\*\n\n.*\n\n依据：/);
    assert.match(value, /\n\n- ✓ [^\n]+\n- ✓ [^\n]+$/);
    assert.ok(found.range);
    assert.equal(wordsAt(found.range), '3');
  });

  it('speaks English if that is wanted, and names the form as it is', async () => {
    const english = { '依据：{0}（填报口径为通行做法）': 'Basis: {0} (common practice)' };
    const session = await opened(right, { options: { language: 'en' }, english });
    const { contents } = await ask<Hover>(session, 'hover', behind(cell));
    assert.match((contents as MarkupContent).value, /（一）予以公开.*\n\n.*\n\nBasis: 《条例》/);
  });

  it('knows last year’s report if it is open', async () => {
    const session = await opened();
    open(session, right.replaceAll('2024', '2023'), 'plaintext', 'file:///last.txt');
    const { contents } = await ask<Hover>(session, 'hover', behind(cell));
    assert.match((contents as MarkupContent).value, /上年（2023 年）同一格：3/);
  });

  it('finds last year’s report where nobody has it open, and reads no file that names another year', async () => {
    const last = 'file:///reports/%E6%9F%90%E5%B1%802023.txt';
    const read: string[] = [];
    const clientFiles = new Map([
      ['file:///reports/2022.txt', right.replaceAll('2024', '2022')],
      ['file:///reports/other.txt', right.replaceAll('云溪', '别处').replaceAll('2024', '2023')],
      [last, right.replaceAll('2024', '2023')],
    ]);
    const answers = new Map(clientFiles);
    answers.get = (address) => {
      read.push(address);
      return clientFiles.get(address);
    };
    const session = await opened(right, { clientFiles: answers, lists: true });
    const { contents } = await ask<Hover>(session, 'hover', behind(cell));
    assert.match((contents as MarkupContent).value, /上年（2023 年）同一格：3/);
    assert.ok(!read.includes('file:///reports/2022.txt'));
    const before = read.length;
    await ask<Hover>(session, 'hover', behind(stated));
    await ask<Hover>(session, 'hover', behind(cell));
    assert.equal(read.length, before);
    clientFiles.set(last, right.replaceAll('2024', '2023').replace(cell, '（一）予以公开\t\t2'));
    answers.set(last, `${clientFiles.get(last)}`);
    session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: last, type: 2 }] });
    const again = await ask<Hover>(session, 'hover', behind(cell));
    assert.match((again.contents as MarkupContent).value, /上年（2023 年）同一格：2/);
  });

  it('is nothing in a text that is no report', async () => {
    const session = await opened(letter);
    assert.equal(await ask(session, 'hover', { line: 1, character: 3 }), null);
  });
});

describe('going about', () => {
  it('leads from a paragraph to the cell, and back among the references', async () => {
    const session = await opened();
    const [found] = await ask<Location[]>(session, 'definition', behind(stated));
    assert.ok(found);
    assert.deepEqual([found.uri, wordsAt(found.range)], [uri, '1']);
    const context = { includeDeclaration: false };
    const back = await ask<Location[]>(session, 'references', found.range.start, { context });
    assert.ok(back.some(({ range }) => wordsAt(range) === '1件'));
    const others = back.length;
    const all = await ask<Location[]>(session, 'references', found.range.start, {
      context: { includeDeclaration: true },
    });
    assert.equal(all.length, others + 1);
  });

  it('marks the sums of a cell, and leaves other places to the editor', async () => {
    const session = await opened();
    const found = await ask<DocumentHighlight[]>(session, 'documentHighlight', behind(cell));
    assert.deepEqual(new Set(found.map(({ kind }) => kind)), new Set([2, 3]));
    assert.equal(await ask(session, 'documentHighlight', behind('县政府')), null);
  });

  it('lets a selection grow', async () => {
    const session = await opened();
    const [found] = await session.request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument: { uri },
      positions: [behind(cell)],
    });
    assert.ok(found?.parent);
    assert.equal(wordsAt(found.range), '3');
    assert.match(wordsAt(found.parent.range), /^三、本年度办理结果\t（一）予以公开.*3$/);
  });

  it('answers for each place asked about, in a text that is no report too', async () => {
    const session = await opened(letter);
    const position = { line: 1, character: 2 };
    const found = await session.request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument: { uri },
      positions: [position, position],
    });
    assert.deepEqual(found, [
      { range: { start: position, end: position } },
      { range: { start: position, end: position } },
    ]);
  });

  it('finds reports and their sections by name', async () => {
    const session = await opened();
    open(session, letter, 'plaintext', 'file:///letter.txt');
    const found = await session.request<WorkspaceSymbol[]>('workspace/symbol', {
      query: '教育局2024申请情况',
    });
    assert.deepEqual(
      found.map(({ name, containerName }) => [name, containerName]),
      [['三、收到和处理政府信息公开申请情况', '云溪县教育局2024年']],
    );
  });

  it('links citations to the page of the client, and offers none without one', async () => {
    const session = await opened(right, { options: { lawPage: 'file:///docs/law.md' } });
    const found = await session.request<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri },
    });
    assert.ok(found.length > 0);
    for (const { target } of found) assert.match(target ?? '', /^file:\/\/\/docs\/law\.md#L[1-9]\d*$/);
    const command = await opened(right, { options: { lawPage: 'command:show?%5B{line}%5D' } });
    const links = await command.request<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri },
    });
    assert.deepEqual(
      links.map(({ target }) => target?.replace(/^command:show\?%5B(\d+)%5D$/, 'file:///docs/law.md#L$1')),
      found.map(({ target }) => target),
    );
    assert.deepEqual(session.initialized.capabilities.documentLinkProvider, {});
    assert.equal((await opened()).initialized.capabilities.documentLinkProvider, undefined);
  });
});

describe('filling in', () => {
  const fee = '依据《政府信息公开信息处理费管理办法》，2024年没有发出收费通知，收取信息处理费0元。';
  const begun = right.replace(fee, '信息');

  const completions = async (session: Session): Promise<CompletionItem[]> =>
    ask<CompletionItem[]>(session, 'completion', behind('六、其他需要报告的事项\n\n信息', begun));

  it('offers sentences with their gaps as a snippet, in place of what was typed', async () => {
    const [found] = (await completions(await opened(begun, { snippets: true }))).filter(
      ({ label }) => label === '信息处理费收取情况',
    );
    assert.ok(found?.textEdit && 'range' in found.textEdit);
    assert.equal(found.insertTextFormat, 2);
    assert.match(found.textEdit.newText, /发出收费通知\$\{1:　　\}件，总金额\$\{2:　　\}元/);
    assert.equal(wordsAt(found.textEdit.range, begun), '信息');
    assert.ok(found.filterText?.startsWith('信息'));
  });

  it('offers them as plain text to a client without snippets', async () => {
    const [found] = await completions(await opened(begun));
    assert.ok(found?.textEdit && 'range' in found.textEdit);
    assert.equal(found.insertTextFormat, 1);
    assert.ok(!found.textEdit.newText.includes('$'));
  });

  it('tells the row and the column while figures are typed', async () => {
    const found = await ask<SignatureHelp>(await opened(), 'signatureHelp', behind(`${cell}\t0`));
    const [row] = found.signatures;
    const [from, to] = row?.parameters?.[found.activeParameter ?? 0]?.label ?? [0, 0];
    assert.equal(row?.label.slice(Number(from), Number(to)), '商业企业');
    assert.ok(row?.label.startsWith('（一）予以公开'));
  });

  it('begins a report', async () => {
    const session = await startSession();
    const found = await session.request<NewReport>('gouji/newReport', {
      organ: '云溪县教育局',
      year: 2025,
      edition: '2021',
      notation: 'tab',
      earlier: [right],
    });
    assert.ok(found.text.startsWith('云溪县教育局2025年政府信息公开工作年度报告\n'));
    assert.deepEqual(found.carried?.figures, ['1', '0', '0', '0', '0', '0', '1']);
  });
});
