import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { letter, miscounted, misspelt } from './sample.ts';
import {
  actions,
  codes,
  edit,
  open,
  published,
  pulled,
  quiet,
  startSession,
  symbols,
  uri,
  whole,
} from './session.ts';

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
