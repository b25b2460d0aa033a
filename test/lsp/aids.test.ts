import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type {
  CodeLens,
  InlayHint,
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensLegend,
} from 'vscode-languageserver';
import { letter, right } from './sample.ts';
import { type ClientOptions, edit, open, type Session, startSession, uri, whole } from './session.ts';

async function opened(client: ClientOptions = {}, text = right): Promise<Session> {
  const session = await startSession(client);
  open(session, text);
  return session;
}

const ask = <R>(session: Session, method: string, more: object = {}): Promise<R> =>
  session.request<R>(`textDocument/${method}`, { textDocument: { uri }, ...more });

const wrong = right.replace('（一）予以公开\t\t3', '（一）予以公开\t\t5');

/** Each token as its line, its words and its type. */
function read(
  { data }: SemanticTokens,
  text: string,
  { tokenTypes }: SemanticTokensLegend,
): readonly string[] {
  const lines = text.split('\n');
  let [line, character] = [0, 0];
  const found: string[] = [];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, along = 0, length = 0, type = 0] = data.slice(at, at + 5);
    character = down === 0 ? character + along : along;
    line += down;
    found.push(`${lines[line]?.slice(character, character + length)} ${tokenTypes[type]}`);
  }
  return found;
}

describe('column colours', () => {
  it('are tokens over the figures and headings', async () => {
    const session = await opened();
    const legend = session.initialized.capabilities.semanticTokensProvider?.legend;
    assert.ok(legend);
    const tokens = read(await ask<SemanticTokens>(session, 'semanticTokens/full'), right, legend);
    assert.ok(tokens.length > 180);
    const at = tokens.indexOf('商业企业 goujiEvenColumn');
    assert.deepEqual(tokens.slice(at - 2, at + 2), [
      '自然人 goujiOddColumn',
      '总计 goujiTotalColumn',
      '商业企业 goujiEvenColumn',
      '科研机构 goujiOddColumn',
    ]);
  });

  it('come as what has changed, if the client has the rest', async () => {
    const session = await opened();
    const before = await ask<SemanticTokens>(session, 'semanticTokens/full');
    edit(session, right.replace('（一）予以公开\t\t3', '（一）予以公开\t\t345'), 2);
    const previousResultId = before.resultId;
    const delta = await ask<SemanticTokensDelta>(session, 'semanticTokens/full/delta', { previousResultId });
    const data = [...before.data];
    assert.ok(delta.edits.length > 0);
    for (const one of delta.edits) data.splice(one.start, one.deleteCount, ...(one.data ?? []));
    const whole = await ask<SemanticTokens>(session, 'semanticTokens/full/delta', { previousResultId });
    assert.deepEqual(data, whole.data);
  });

  it('come for a stretch', async () => {
    const session = await opened();
    const line = right.slice(0, right.indexOf('（一）予以公开')).split('\n').length - 1;
    const range = { start: { line, character: 0 }, end: { line, character: 99 } };
    const { data } = await ask<SemanticTokens>(session, 'semanticTokens/range', { range });
    assert.equal(data.length, 7 * 5);
    assert.equal(data[0], line);
  });

  it('are not there if that is wished, nor in another text', async () => {
    const off = await opened({ options: { columnColors: false } });
    assert.deepEqual((await ask<SemanticTokens>(off, 'semanticTokens/full')).data, []);
    assert.deepEqual((await ask<SemanticTokens>(off, 'semanticTokens/range', { range: whole })).data, []);
    const other = await opened({}, letter);
    assert.deepEqual((await ask<SemanticTokens>(other, 'semanticTokens/full')).data, []);
  });
});

describe('hints and lenses', () => {
  const hints = (session: Session) => ask<InlayHint[]>(session, 'inlayHint', { range: whole });

  it('are there only if that is wished', async () => {
    const session = await opened({ options: { lenses: true } });
    assert.deepEqual(await hints(session), []);
    assert.deepEqual(await ask<CodeLens[]>(session, 'codeLens'), []);
  });

  it('stand behind rows, with the sum in the tooltip', async () => {
    const session = await opened({ options: { inlayHints: true } }, wrong);
    const found = await hints(session);
    const bad = found.filter(({ label }) => label !== '✓');
    assert.deepEqual([...new Set(bad.map(({ label }) => label))], ['✗ 差 2']);
    assert.match(
      JSON.stringify(bad.map(({ tooltip }) => tooltip)),
      /总计为六类申请人之和，应为 5，现为 3，差 2/,
    );
    session.notify('gouji/showMarks', { shown: false });
    assert.deepEqual(await hints(session), []);
  });

  it('stand over tables, and lead to commands of a client that has them', async () => {
    const session = await opened({ options: { codeLens: true, lenses: true } }, wrong);
    const found = await ask<CodeLens[]>(session, 'codeLens');
    const commands = found.map(({ command }) => command?.command);
    const [show, rebuild, again] = ['gouji.showVerdict', 'gouji.rebuildTable', 'gouji.recalculate'];
    assert.deepEqual(commands, [show, rebuild, show, again, rebuild, show, rebuild]);
    assert.equal(session.initialized.capabilities.codeLensProvider !== undefined, true);
    const other = await opened({ options: { codeLens: true } }, wrong);
    assert.equal(other.initialized.capabilities.codeLensProvider, undefined);
  });
});
