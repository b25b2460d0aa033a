import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { misspelt } from './sample.ts';
import { type ClientOptions, codes, conversation, greet, open, published } from './session.ts';

const entry = path.resolve(import.meta.dirname, '../../server/src/main/node.ts');

/** A server that ends with its test, however that goes. */
function startServer(test: TestContext): ChildProcessWithoutNullStreams {
  const server = spawn(process.execPath, [entry, '--stdio']);
  test.after(() => server.kill());
  return server;
}

const talkTo = (server: ChildProcessWithoutNullStreams, client: ClientOptions = {}) =>
  greet(client, conversation(server.stdout, server.stdin, client));

describe('the server as a process', { timeout: 60_000 }, () => {
  it('serves over its standard streams and ends when it is told to', async (test) => {
    const server = startServer(test);
    const session = await talkTo(server);
    open(session, misspelt);
    assert.deepEqual(codes((await published(session)).diagnostics), ['section-wording']);
    await session.request('shutdown', undefined);
    session.notify('exit', undefined);
    assert.deepEqual(await once(server, 'exit'), [0, null]);
  });

  it('survives what is no message', async (test) => {
    const server = startServer(test);
    const session = await talkTo(server);
    server.stdin.write('Content-Length: 9\r\n\r\n{not json');
    server.stdin.write('Content-Length: 2\r\n\r\n[]');
    open(session, misspelt);
    assert.deepEqual(codes((await published(session)).diagnostics), ['section-wording']);
    server.stdin.end();
    await once(server, 'exit');
  });

  it('asks to be greeted first, and says what it does not know', async (test) => {
    const server = startServer(test);
    const talk = conversation(server.stdout, server.stdin, {});
    await assert.rejects(talk.request('textDocument/hover', {}), /before initialize/);
    await greet({}, talk);
    await assert.rejects(talk.request('gouji/noSuchThing', {}), /does not know gouji\/noSuchThing/);
  });

  it('does not outlive its client', async (test) => {
    const server = startServer(test);
    await talkTo(server);
    server.stdin.end();
    assert.deepEqual(await once(server, 'exit'), [1, null]);
  });
});
