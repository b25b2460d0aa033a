import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { RebuildTableAnswer } from '../../server/src/lsp/protocol.ts';
import { correct, otherText } from '../cli/reports.ts';
import { format } from '../format/report.ts';
import { open, type Session, startSession, uri } from './session.ts';

const options = { tabSize: 4, insertSpaces: true };

const document = (text: string): TextDocument => TextDocument.create(uri, 'plaintext', 1, text);

/** Line and character of some words in a text. */
const placeOf = (text: string, words: string) => document(text).positionAt(text.indexOf(words));

const rangeOf = (text: string, words: string) => ({ start: placeOf(text, words), end: placeOf(text, words) });

const formatting = (session: Session): Promise<TextEdit[]> =>
  session.request('textDocument/formatting', { textDocument: { uri }, options });

const rangeFormatting = (session: Session, range: ReturnType<typeof rangeOf>): Promise<TextEdit[]> =>
  session.request('textDocument/rangeFormatting', { textDocument: { uri }, range, options });

const rebuild = (session: Session, position: ReturnType<typeof placeOf>): Promise<RebuildTableAnswer> =>
  session.request('gouji/rebuildTable', { textDocument: { uri }, position });

const applied = (text: string, edits: TextEdit[]): string => TextDocument.applyEdits(document(text), edits);

/** The report with a figure too many in a row of table three. */
const doubtful = correct.replace(/（一）予以公开\t.*/, '$&\t9');

describe('formatting', () => {
  it('is offered, but not to a client that registers for each report by itself', async () => {
    const { capabilities } = (await startSession()).initialized;
    assert.equal(capabilities.documentFormattingProvider, true);
    assert.equal(capabilities.documentRangeFormattingProvider, true);
    const own = (await startSession({ options: { formatsItself: true } })).initialized.capabilities;
    assert.equal(own.documentFormattingProvider, undefined);
    assert.equal(own.documentRangeFormattingProvider, undefined);
  });

  it('makes the report canonical by edits of its headings and tables alone', async () => {
    const session = await startSession();
    open(session, correct);
    const edits = await formatting(session);
    assert.equal(applied(correct, edits), format(correct).text);
    assert.ok(edits.length > 9);
    for (const { range } of edits) assert.doesNotMatch(document(correct).getText(range), /。/);
  });

  it('leaves a canonical report and any other text alone', async () => {
    for (const text of [format(correct).text, otherText]) {
      const session = await startSession();
      open(session, text);
      assert.deepEqual(await formatting(session), []);
      assert.deepEqual(await rangeFormatting(session, rangeOf(text, '\n')), []);
    }
  });

  it('of a range is that of the tables it touches', async () => {
    const session = await startSession();
    open(session, correct);
    const edits = await rangeFormatting(session, rangeOf(correct, '行政强制'));
    const text = applied(correct, edits);
    assert.ok(text.includes('| 行政强制'));
    assert.equal(text.slice(text.indexOf('三、收到')), correct.slice(correct.indexOf('三、收到')));
    assert.deepEqual(await rangeFormatting(session, rangeOf(correct, '改进措施')), []);
    const both = { start: placeOf(correct, '行政强制'), end: placeOf(correct, '2.重复申请') };
    assert.ok(applied(correct, await rangeFormatting(session, both)).includes('| 2.重复申请'));
  });
});

describe('rebuilding a table', () => {
  it('writes down the table at the cursor, on any of its lines', async () => {
    for (const words of ['（本列数据', '申请人情况', '2.重复申请', '四、结转下年度']) {
      const session = await startSession();
      open(session, correct);
      const { edits, reason } = await rebuild(session, placeOf(correct, words));
      assert.equal(reason, null);
      assert.equal(edits.length, 1);
      assert.match(applied(correct, edits), /\n\n\| （本列数据.*\n\| -/);
    }
  });

  it('says why it does not', async () => {
    const cases: readonly (readonly [string, string, string])[] = [
      [doubtful, '2.重复申请', '表三保持原样：“（一）予以公开”一行的数字个数与列数（7）不符。'],
      [correct, '改进措施', '光标不在法定表格里。'],
      [format(correct).text, '2.重复申请', '表三已经是规范的排版。'],
      [otherText, '苹果', '不像政府信息公开工作年度报告。'],
    ];
    for (const [text, words, reason] of cases) {
      const session = await startSession();
      open(session, text);
      assert.deepEqual(await rebuild(session, placeOf(text, words)), { edits: [], reason });
    }
  });
});

describe('pasting a table', () => {
  const asked = async (params: { readonly text: string | null; readonly html: string | null }) => {
    const session = await startSession();
    open(session, correct);
    const position = placeOf(correct, '五、存在的主要问题');
    return session.request<string | null>('gouji/pasteTable', { textDocument: { uri }, position, ...params });
  };

  it('gives the table on the clipboard in its canonical layout', async () => {
    const from = correct.indexOf('行政复议\t');
    const text = correct.slice(from, correct.indexOf('五、存在的主要问题'));
    assert.match((await asked({ text, html: null })) ?? '', /^\| 行政复议 /);
  });

  it('gives nothing for anything else', async () => {
    assert.equal(await asked({ text: '苹果\t3', html: '<table><tr><td>苹果</td></tr></table>' }), null);
    assert.equal(await asked({ text: null, html: null }), null);
  });
});
