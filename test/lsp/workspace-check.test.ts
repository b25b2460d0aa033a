import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RegistrationParams, WorkspaceDiagnosticReport } from 'vscode-languageserver';
import { letter, misspelt, right } from './sample.ts';
import {
  type ClientOptions,
  close,
  codes,
  open,
  pulled,
  type Session,
  startSession,
  watchWorkspace,
} from './session.ts';

const faulty = 'file:///reports/2022%E5%B9%B4%E6%8A%A5.txt';
const sound = 'file:///reports/2023%E5%B9%B4%E6%8A%A5.txt';
const other = 'file:///reports/letter.md';

const files = (): Map<string, string> =>
  new Map([
    [sound, right],
    [other, letter],
    [faulty, misspelt],
  ]);

const wanted = { checkWorkspace: true };

const start = (client: ClientOptions): Promise<Session> =>
  startSession({ pulls: true, lists: true, ...client });

const touched = (session: Session, ...uris: readonly string[]): void =>
  session.notify('workspace/didChangeWatchedFiles', { changes: uris.map((uri) => ({ uri, type: 2 })) });

const once = async (session: Session): Promise<readonly (readonly [string, readonly unknown[]])[]> => {
  const { items } = await session.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
    previousResultIds: [],
  });
  return items.map((item) => [item.uri, item.kind === 'full' ? codes(item.items) : []]);
};

describe('reports that nobody has open', () => {
  it('are checked when asked for, with the settings that hold for each', async () => {
    const session = await start({ clientFiles: files(), options: wanted });
    assert.deepEqual(await once(session), [[faulty, ['section-wording']]]);
    const files2 = files().set('file:///reports/gouji.json', '{"rules":{"section-wording":"off"}}');
    assert.deepEqual(await once(await start({ clientFiles: files2, options: wanted })), []);
  });

  it('are not read unless that is wanted, nor where checks wait for a command', async () => {
    const read: string[] = [];
    const clientFiles = files();
    clientFiles.get = (address) => {
      read.push(address);
      return undefined;
    };
    assert.deepEqual(await once(await start({ clientFiles })), []);
    assert.deepEqual(read, []);
    assert.deepEqual(
      await once(await start({ clientFiles: files(), options: { ...wanted, run: 'manual' } })),
      [],
    );
  });

  it('are asked for by a client that can, beside its open documents', async () => {
    const session = await start({ clientFiles: files(), options: wanted });
    const isCheck = ({ registrations }: RegistrationParams) =>
      registrations.find(({ method }) => method === 'textDocument/diagnostic');
    for (;;) {
      const found = isCheck(await session.next<RegistrationParams>('client/registerCapability'));
      if (!found) continue;
      assert.deepEqual((found.registerOptions as { documentSelector: unknown }).documentSelector, []);
      assert.equal((found.registerOptions as { workspaceDiagnostics: unknown }).workspaceDiagnostics, true);
      return;
    }
  });

  it('are told of as they change, come and go, and nothing is told twice', async () => {
    const clientFiles = files();
    const session = await start({ clientFiles, options: wanted });
    const { next } = watchWorkspace(session);
    const first = await next();
    assert.equal(first?.uri, faulty);
    assert.deepEqual(first?.kind === 'full' && codes(first.items), ['section-wording']);

    clientFiles.set(sound, misspelt);
    touched(session, sound);
    assert.equal((await next())?.uri, sound);

    clientFiles.delete(faulty);
    clientFiles.set('file:///reports/2021.txt', misspelt);
    touched(session, faulty, 'file:///reports/2021.txt');
    assert.deepEqual(await next(), { kind: 'full', uri: faulty, version: null, items: [] });
    assert.equal((await next())?.uri, 'file:///reports/2021.txt');
    assert.deepEqual(session.untaken('$/progress'), []);
  });

  it('leave the floor to a document that is opened, and take it back', async () => {
    const session = await start({ clientFiles: files(), options: wanted });
    const { next } = watchWorkspace(session);
    const before = await next();
    open(session, misspelt, 'plaintext', faulty);
    assert.deepEqual(await next(), { kind: 'full', uri: faulty, version: null, items: [] });
    assert.deepEqual(codes(await pulled(session, faulty)), ['section-wording']);
    close(session, faulty);
    assert.deepEqual(await next(), before);
  });

  it('follow the settings, the project file, and the wish to see no marks', async () => {
    const clientFiles = files();
    let settings: object = {};
    const session = await start({ clientFiles, configures: true, settings: () => settings });
    const { next } = watchWorkspace(session);
    settings = wanted;
    session.notify('workspace/didChangeConfiguration', { settings: null });
    const shown = await next();
    assert.equal(shown?.uri, faulty);

    session.notify('gouji/showMarks', { shown: false });
    const none = { kind: 'full', uri: faulty, version: null, items: [] };
    assert.deepEqual(await next(), none);
    session.notify('gouji/showMarks', { shown: true });
    assert.deepEqual(await next(), shown);

    const project = 'file:///reports/gouji.json';
    clientFiles.set(project, '{"rules":{"section-wording":"off"}}');
    touched(session, project);
    assert.deepEqual(await next(), none);
    clientFiles.delete(project);
    touched(session, project);
    assert.deepEqual(await next(), shown);

    settings = {};
    session.notify('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await next(), none);
  });

  it('are no longer told of once somebody asks anew', async () => {
    const session = await start({ clientFiles: files(), options: wanted });
    const { next, ended } = watchWorkspace(session);
    await next();
    watchWorkspace(session);
    assert.deepEqual(await ended, { items: [] });
  });
});
