import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CodeAction, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileAnswer } from '../../server/src/lsp/protocol.ts';
import { letter, miscounted, misspelt, right } from './sample.ts';
import { codes, edit, open, pulled, type Session, startSession, whole } from './session.ts';

const at = 'file:///reports/%E5%B1%80/a.txt';
const baselineAt = 'file:///reports/%E5%B1%80/gouji-baseline.json';

const actionsAt = (session: Session, uri: string): Promise<CodeAction[]> =>
  session.request('textDocument/codeAction', {
    textDocument: { uri },
    range: whole,
    context: { diagnostics: [], only: ['quickfix'] },
  });

const acceptIn = (files: Map<string, string>) =>
  startSession({ pulls: true, clientFiles: files, options: { accepts: true } });

/** Accepts the first finding that may be accepted, and writes what the server says. */
async function accept(
  session: Session,
  files: Map<string, string>,
  uri = at,
  folder?: string,
): Promise<void> {
  const action = (await actionsAt(session, uri)).find(
    ({ command }) => command?.command === 'gouji.acceptFinding',
  );
  assert.ok(action);
  const [named, key] = action.command?.arguments ?? [];
  assert.equal(named, uri);
  const answer = await session.request<FileAnswer>('gouji/acceptance', {
    textDocument: { uri },
    key,
    reason: '已核实',
    who: '张三',
    when: '2025-01-31',
    ...(folder && { folder }),
  });
  assert.ok('text' in answer, JSON.stringify(answer));
  files.set(answer.uri, answer.text);
  session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: answer.uri, type: 1 }] });
  await session.next('workspace/diagnostic/refresh');
}

describe('accepting a finding', () => {
  it('is offered to a client that can take it down, and not of a document without a folder', async () => {
    for (const [accepts, uri, offered] of [
      [true, at, true],
      [false, at, false],
      [true, 'untitled:a', false],
    ] as const) {
      const session = await startSession({ pulls: true, options: { accepts } });
      open(session, misspelt, 'plaintext', uri);
      const commands = (await actionsAt(session, uri)).flatMap(({ command }) => command?.command ?? []);
      assert.deepEqual(commands, offered ? ['gouji.acceptFinding', 'gouji.setRuleLevel'] : []);
    }
  });

  it('takes it down beside the report, and what is shown follows', async () => {
    const files = new Map<string, string>();
    const session = await acceptIn(files);
    open(session, miscounted, 'plaintext', at);
    assert.equal((await pulled(session, at)).length, 1);
    await accept(session, files);
    assert.deepEqual([...files.keys()], [baselineAt]);
    const [entry] = JSON.parse(files.get(baselineAt) ?? '').accepted;
    assert.deepEqual(
      [entry.file, entry.reason, entry.who, entry.when],
      ['a.txt', '已核实', '张三', '2025-01-31'],
    );
    assert.deepEqual(await pulled(session, at), []);
    session.notify('textDocument/didChange', {
      textDocument: { uri: at, version: 2 },
      contentChanges: [{ text: miscounted.replace(/^(.*（七）总计\t+)7\t/m, '$19\t') }],
    });
    assert.equal((await pulled(session, at)).length, 1, 'it lapses with the figure');
  });

  it('adds to the baseline that is there, wherever that is', async () => {
    const above = 'file:///reports/gouji-baseline.json';
    const old = { file: 'b.txt', rule: 'x', values: {}, reason: 'r', who: 'w', when: 'd' };
    const files = new Map([[above, JSON.stringify({ schema: 'gouji.baseline/1', accepted: [old] })]]);
    const session = await acceptIn(files);
    open(session, misspelt, 'plaintext', at);
    await accept(session, files, at, 'file:///reports/%E5%B1%80');
    assert.deepEqual([...files.keys()], [above]);
    const { accepted } = JSON.parse(files.get(above) ?? '');
    assert.deepEqual(
      accepted.map(({ file }: { file: string }) => file),
      ['b.txt', '局/a.txt'],
    );
  });

  it('begins one beside gouji.json, else in the workspace folder', async () => {
    const files = new Map([['file:///reports/gouji.json', '{}']]);
    const session = await acceptIn(files);
    open(session, misspelt, 'plaintext', at);
    await accept(session, files, at, 'file:///');
    assert.ok(files.has('file:///reports/gouji-baseline.json'));
    const others = new Map<string, string>();
    const other = await acceptIn(others);
    open(other, misspelt, 'plaintext', at);
    await accept(other, others, at, 'file:///reports');
    assert.deepEqual([...others.keys()], ['file:///reports/gouji-baseline.json']);
  });

  it('leaves a broken baseline alone, which hides nothing and is named once', async () => {
    const files = new Map([[baselineAt, '{"schema":"gouji.baseline/1"}']]);
    const session = await acceptIn(files);
    open(session, misspelt, 'plaintext', at);
    assert.deepEqual(codes(await pulled(session, at)), ['section-wording']);
    const answer = await session.request<FileAnswer>('gouji/acceptance', {
      textDocument: { uri: at },
      key: { rule: 'x', values: {} },
      reason: 'r',
      who: 'w',
      when: 'd',
    });
    assert.ok('fault' in answer && /gouji-baseline\.json/.test(answer.fault));
    assert.equal(session.untaken('window/showMessage').length, 1);
  });
});

describe('changing the severity of a rule', () => {
  const gouji = 'file:///reports/gouji.json';
  const change = async (session: Session): Promise<FileAnswer> =>
    session.request('gouji/ruleLevel', {
      textDocument: { uri: at },
      rule: 'section-wording',
      level: 'hint',
      folder: 'file:///reports',
    });

  it('keeps whatever else stands in gouji.json, and what is shown follows', async () => {
    const content = { province: 'henan', rules: { 'blank-cell': 'off' } };
    for (const before of [undefined, JSON.stringify(content)]) {
      const files = new Map(before === undefined ? [] : [[gouji, before]]);
      const session = await acceptIn(files);
      open(session, misspelt, 'plaintext', at);
      await pulled(session, at);
      const answer = await change(session);
      assert.ok('text' in answer && answer.uri === gouji);
      const { rules, ...rest } = JSON.parse(answer.text);
      assert.deepEqual(rest, before === undefined ? {} : { province: 'henan' });
      assert.deepEqual(rules, { ...(before !== undefined && content.rules), 'section-wording': 'hint' });
      files.set(answer.uri, answer.text);
      session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: gouji, type: 2 }] });
      await session.next('workspace/diagnostic/refresh');
      assert.deepEqual(
        (await pulled(session, at)).map(({ severity }) => severity),
        [4],
      );
    }
  });

  it('keeps the options of the rule, which stay in force', async () => {
    const remark = right.replace('信息公开列入', '请张科长补充。信息公开列入');
    const rules = { 'leftover-remark': { severity: 'warning', phrases: ['请张科长补充'] } };
    const files = new Map([[gouji, JSON.stringify({ rules })]]);
    const session = await acceptIn(files);
    open(session, remark, 'plaintext', at);
    const shown = async () => (await pulled(session, at)).map(({ code, severity }) => [code, severity]);
    assert.deepEqual(await shown(), [['leftover-remark', 2]]);
    const offer = (await actionsAt(session, at)).find(
      ({ command }) => command?.command === 'gouji.setRuleLevel',
    );
    const [named, rule] = offer?.command?.arguments ?? [];
    assert.deepEqual([named, rule], [at, 'leftover-remark']);
    for (const [level, after] of [
      ['error', [['leftover-remark', 1]]],
      ['off', []],
    ] as const) {
      const answer = await session.request<FileAnswer>('gouji/ruleLevel', {
        textDocument: { uri: at },
        rule,
        level,
      });
      assert.ok('text' in answer, JSON.stringify(answer));
      assert.deepEqual(JSON.parse(answer.text).rules, {
        'leftover-remark': { severity: level, phrases: ['请张科长补充'] },
      });
      files.set(answer.uri, answer.text);
      session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: gouji, type: 2 }] });
      await session.next('workspace/diagnostic/refresh');
      assert.deepEqual(await shown(), after);
    }
  });

  it('is refused where it would do nothing, or would spoil the file', async () => {
    const override = { files: '**', rules: { 'section-wording': 'error' } };
    for (const [content, words] of [
      ['{', /内容有误/],
      [JSON.stringify({ overrides: [override] }), /overrides/],
    ] as const) {
      const session = await acceptIn(new Map([[gouji, content]]));
      open(session, misspelt, 'plaintext', at);
      const answer = await change(session);
      assert.ok('fault' in answer && words.test(answer.fault), JSON.stringify(answer));
    }
  });
});

describe('ignoring a finding', () => {
  const titles = async (languageId: string): Promise<readonly string[]> => {
    const session = await startSession({ pulls: true });
    open(session, misspelt, languageId, at);
    return (await actionsAt(session, at)).map(({ title }) => title);
  };

  it('is offered in Markdown only', async () => {
    assert.ok((await titles('markdown')).includes('在此处忽略 section-wording（写入注释）'));
    for (const language of ['plaintext', 'gouji-report'])
      assert.ok(!(await titles(language)).some((title) => title.includes('忽略')), language);
  });

  it('leaves nothing to tell once it is written, and its comment goes when it is idle', async () => {
    const session = await startSession({ pulls: true });
    open(session, misspelt, 'markdown', at);
    const ignored = await taken(session, misspelt, /忽略 section-wording/);
    assert.match(ignored, /<!-- gouji-disable-[a-z-]+ section-wording: 请写明理由 -->/);
    edit(session, ignored, 2, at);
    assert.deepEqual(await pulled(session, at), []);
    const idle = ignored.replace('申报情况', '申请情况');
    edit(session, idle, 3, at);
    assert.deepEqual(codes(await pulled(session, at)), ['unused-suppression']);
    const tidy = await taken(session, idle, /注释/);
    assert.doesNotMatch(tidy, /gouji-/);
    edit(session, tidy, 4, at);
    assert.deepEqual(await pulled(session, at), []);
  });
});

/** The text after the one quick fix of such a title. */
async function taken(session: Session, text: string, title: RegExp): Promise<string> {
  const action = (await actionsAt(session, at)).find((one) => one.edit && title.test(one.title));
  const changes = Object.values(action?.edit?.changes ?? {})[0] ?? documentEdits(action);
  assert.ok(changes.length > 0, String(title));
  return TextDocument.applyEdits(TextDocument.create(at, 'markdown', 1, text), [...changes]);
}

const documentEdits = (action: CodeAction | undefined): readonly TextEdit[] =>
  (action?.edit?.documentChanges ?? []).flatMap((one) =>
    'edits' in one ? one.edits.filter((change): change is TextEdit => 'newText' in change) : [],
  );

describe('the verdict', () => {
  const verdict = async (text: string, language = 'zh-CN'): Promise<string | null> => {
    const session = await startSession({ pulls: true, options: { language } });
    open(session, text, 'plaintext', at);
    return session.request('gouji/verdict', { textDocument: { uri: at } });
  };

  it('is told as a page with what was checked, how it came out and on what ground', async () => {
    const page = (await verdict(miscounted)) ?? '';
    assert.match(page, /^# 检查结论：不通过\n/);
    assert.match(page, /\n## 勾稽关系\n- ✗ 表三：.*〔依据：国办公开办函〔2021〕30号/);
    assert.match((await verdict(right)) ?? '', /^# 检查结论：通过\n/);
  });

  it('is null for a text that is no report', async () => assert.equal(await verdict(letter), null));
});
