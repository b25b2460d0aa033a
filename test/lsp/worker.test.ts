import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Worker } from 'node:worker_threads';
import * as esbuild from 'esbuild';
import type { DocumentDiagnosticReport, InitializeResult } from 'vscode-languageserver';
import { pages } from '../../server/tools/build.mjs';
import { misspelt } from './sample.ts';
import { codes, uri } from './session.ts';

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
}

/** What a worker of a browser has and this program uses; nothing of Node can be reached from in there. */
const shim = `
const { parentPort, workerData } = require('node:worker_threads');
const { createContext, runInContext } = require('node:vm');
const world = { MessageChannel, performance, console, setTimeout, clearTimeout, TextEncoder, TextDecoder };
world.postMessage = (message) => parentPort.postMessage(message);
world.addEventListener = (kind, heard) => parentPort.on('messageerror', heard);
createContext(world);
runInContext(workerData, world, { filename: 'server-worker.js' });
parentPort.on('message', (data) => world.onmessage({ data }));
`;

/** The program as it is shipped, without a file. */
async function shippedWorker(): Promise<string> {
  const options = pages.find(({ entryPoints }) => 'server-worker' in Object(entryPoints));
  assert.ok(options);
  const { outputFiles } = await esbuild.build({ ...options, write: false });
  return outputFiles?.[0]?.text ?? '';
}

describe('the server in a worker', () => {
  it('greets, and finds what is wrong in a report', async () => {
    const worker = new Worker(shim, { eval: true, workerData: await shippedWorker() });
    try {
      const answers = new Map<number, (result: unknown) => void>();
      worker.on('message', ({ id, method, result }: Answer) => {
        if (id !== undefined && method === undefined) answers.get(id)?.(result);
      });
      const failed = new Promise<never>((_, reject) => worker.once('error', reject));
      const ask = <R>(id: number, method: string, params: unknown): Promise<R> => {
        const answer = new Promise<R>((resolve) => answers.set(id, (result) => resolve(result as R)));
        worker.postMessage({ jsonrpc: '2.0', id, method, params });
        return Promise.race([answer, failed]);
      };
      const capabilities = { textDocument: { diagnostic: {} } };
      const greeted = await ask<InitializeResult>(1, 'initialize', {
        processId: null,
        rootUri: null,
        capabilities,
      });
      assert.equal(greeted.serverInfo?.name, 'gouji');
      const textDocument = { uri, languageId: 'plaintext', version: 1, text: misspelt };
      worker.postMessage({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument } });
      const report = await ask<DocumentDiagnosticReport>(2, 'textDocument/diagnostic', {
        textDocument: { uri },
      });
      assert.ok(report.kind === 'full');
      assert.deepEqual(codes(report.items), ['section-wording']);
    } finally {
      await worker.terminate();
    }
  });
});
