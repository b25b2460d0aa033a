import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Location, WorkspaceDiagnosticReport } from 'vscode-languageserver';
import { right, rightBefore } from './sample.ts';
import { close, edit, open, pulled, type Session, startSession, uri } from './session.ts';

const beforeUri = 'file:///reports/2023/old.txt';

/** This year's report, with one wrong figure that last year's has in the same cell. */
const slip = (text: string): string => text.replace(/^(.*4\.保护第三方合法权益\t0\t)1\t/m, '$15\t');
const faulty = slip(right);
const lastYear = slip(rightBefore);
const corrected = rightBefore;
const hint = '；像是沿用了上年的数 5';

const told = async (session: Session, at = uri): Promise<string> => {
  const [finding, ...others] = await pulled(session, at);
  assert.ok(finding && others.length === 0);
  return String(finding.message);
};
const refreshed = (session: Session) => session.next('workspace/diagnostic/refresh');
const changed = (session: Session, at: string): void =>
  session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: at, type: 2 }] });

describe('last year’s report of a document', () => {
  it('is found among the open documents, and followed while it is edited', async () => {
    const session = await startSession({ pulls: true });
    open(session, lastYear, 'plaintext', beforeUri);
    open(session, faulty);
    assert.ok(!(await told(session)).includes(hint));
    await refreshed(session);
    assert.ok((await told(session)).endsWith(hint));
    edit(session, corrected, 2, beforeUri);
    await refreshed(session);
    assert.ok(!(await told(session)).includes(hint));
    edit(session, lastYear, 3, beforeUri);
    await refreshed(session);
    assert.ok((await told(session)).endsWith(hint));
    close(session, beforeUri);
    await refreshed(session);
    assert.ok(!(await told(session)).includes(hint));
  });

  it('is found among the files of the workspace, and read again only when it has changed', async () => {
    const files = new Map([[beforeUri, lastYear]]);
    const read: string[] = [];
    const clientFiles = new Map(files);
    clientFiles.get = (address) => {
      if (address === beforeUri) read.push(address);
      return files.get(address);
    };
    const session = await startSession({ pulls: true, clientFiles, lists: true });
    open(session, faulty);
    await pulled(session);
    await refreshed(session);
    assert.ok((await told(session)).endsWith(hint));
    const reads = read.length;
    for (const version of [2, 3, 4]) {
      edit(session, `${faulty}\n第${version}版。\n`, version);
      assert.ok((await told(session)).endsWith(hint));
    }
    assert.equal(read.length, reads);
    files.set(beforeUri, corrected);
    clientFiles.set(beforeUri, corrected);
    changed(session, beforeUri);
    await refreshed(session);
    assert.ok(!(await told(session)).includes(hint));
  });

  it('is not looked for where it is not known whose report it is', async () => {
    const read: string[] = [];
    const clientFiles = new Map([[beforeUri, lastYear]]);
    clientFiles.get = (address) => {
      read.push(address);
      return undefined;
    };
    const session = await startSession({ pulls: true, clientFiles, lists: true });
    open(session, right.replace('云溪县教育局2024年', ''));
    await pulled(session);
    assert.deepEqual(
      read.filter((address) => address === beforeUri),
      [],
    );
  });

  it('is what figures carried over are held against, with the place in it', async () => {
    const session = await startSession({ pulls: true });
    open(
      session,
      rightBefore.replaceAll(/^(四、结转下年度继续办理\t+)1(.*\t)1$/gm, '$13$23'),
      'plaintext',
      beforeUri,
    );
    open(session, right);
    await pulled(session);
    await refreshed(session);
    const [finding, ...others] = await pulled(session);
    assert.ok(finding && others.length === 0);
    assert.equal(finding.code, 'carry-over-mismatch');
    const there = finding.relatedInformation?.filter(({ location }) => location.uri === beforeUri) ?? [];
    assert.equal(there.length, 2);
    const [place] = there;
    assert.ok(place);
    const line = rightBefore.split('\n')[place.location.range.start.line];
    assert.ok(line?.startsWith('四、结转下年度继续办理'));
    const asked = { textDocument: { uri }, position: finding.range.start };
    const targets = await session.request<readonly Location[]>('textDocument/definition', asked);
    assert.deepEqual(
      targets.filter((target) => target.uri === beforeUri),
      [there[1]?.location],
    );
  });

  it('is sent to a client that waits, and to one that asks for the whole workspace', async () => {
    const session = await startSession();
    open(session, lastYear, 'plaintext', beforeUri);
    await session.next('textDocument/publishDiagnostics');
    open(session, faulty);
    await session.next('textDocument/publishDiagnostics');
    const { diagnostics } = await session.next<{ diagnostics: readonly { message: string }[] }>(
      'textDocument/publishDiagnostics',
    );
    assert.ok(diagnostics[0]?.message.endsWith(hint));

    const clientFiles = new Map([
      [beforeUri, lastYear],
      [uri, faulty],
    ]);
    const wide = await startSession({
      pulls: true,
      lists: true,
      clientFiles,
      options: { checkWorkspace: true },
    });
    const { items } = await wide.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    });
    const found = items.find((item) => item.uri === uri);
    assert.ok(found?.kind === 'full');
    assert.ok(String(found.items[0]?.message).endsWith(hint));
  });
});
