import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ReviewAnswer } from '../../server/src/lsp/protocol.ts';
import { letter, lineWith, miscounted, right } from './sample.ts';
import { open, startSession } from './session.ts';

const at = 'file:///reports/a.txt';
const textDocument = { uri: at };

async function ask<R>(
  method: string,
  text: string,
  options: object = {},
  more: object = {},
): Promise<R | null> {
  const session = await startSession({ pulls: true, options: { accepts: true, ...options } });
  open(session, text, 'plaintext', at);
  return session.request(method, { textDocument, ...more });
}

describe('gouji/review', () => {
  it('answers with every part, its tables, and what is found where', async () => {
    const answer = await ask<ReviewAnswer>('gouji/review', miscounted);
    assert.deepEqual(
      answer?.parts.map(({ standing }) => standing),
      ['passed', 'passed', 'passed', 'error', 'passed', 'passed', 'passed'],
    );
    const part = answer?.parts[3];
    assert.equal(part?.range?.start.line, lineWith(miscounted, '三、收到'));
    assert.match(part?.tables[0]?.sums ?? '', /^1 项不符，\d+ 项相符$|项不符/);
    const [finding] = part?.findings ?? [];
    assert.equal(finding?.range.start.line, lineWith(miscounted, '（七）总计'));
    assert.deepEqual([finding?.severity, finding?.key?.rule], ['error', finding?.rule]);
  });

  it('lets nothing be accepted by a client that cannot take it down', async () => {
    const answer = await ask<ReviewAnswer>('gouji/review', miscounted, { accepts: false });
    assert.equal(answer?.parts[3]?.findings[0]?.key, null);
  });

  it('shows no parts while nothing has been asked to be checked', async () => {
    const answer = await ask<ReviewAnswer>('gouji/review', miscounted, { run: 'manual' });
    assert.deepEqual([answer?.marks, answer?.parts], ['waiting', []]);
  });

  it('is null for a text that is no report', async () => {
    assert.equal(await ask('gouji/review', letter), null);
    assert.equal(await ask('gouji/findingList', letter), null);
    assert.equal(await ask('gouji/reviewSheet', letter, {}, { format: 'html' }), null);
  });
});

describe('what a reviewer sends away', () => {
  it('is worded in the language of the user', async () => {
    assert.match((await ask<string>('gouji/findingList', miscounted)) ?? '', /\n1\. 第 \d+ 行（错误）：/);
    const sheet = await ask<string>('gouji/reviewSheet', right, {}, { format: 'markdown' });
    assert.match(sheet ?? '', /^# 政府信息公开工作年度报告审核表\n/);
    const page = await ask<string>('gouji/reviewSheet', right, {}, { format: 'html' });
    assert.match(page ?? '', /^<!doctype html>\n<html lang="zh-CN">/);
  });

  it('has all that is found, also while nothing is shown', async () => {
    const list = await ask<string>('gouji/findingList', miscounted, { run: 'manual' });
    assert.match(list ?? '', /\n1\. /);
  });
});
