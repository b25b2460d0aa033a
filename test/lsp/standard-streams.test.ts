import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Message } from 'vscode-languageserver/node';
import { WholeMessageReader, WholeMessageWriter } from '../../server/src/main/standard-streams.ts';
import { framed, wire } from './wire.ts';

/** What a reader makes of pieces of a stream: the messages, and how often it could not read. */
function read(pieces: readonly Buffer[]): { readonly messages: readonly Message[]; readonly faults: number } {
  const stream = new PassThrough();
  const reader = new WholeMessageReader(stream);
  const messages: Message[] = [];
  let faults = 0;
  reader.onError(() => faults++);
  reader.listen((message) => messages.push(message));
  // A listener of 'data' is called at once by `emit`, so nothing has to be waited for.
  for (const piece of pieces) stream.emit('data', piece);
  return { messages, faults };
}

/** A stream in pieces that end at some places. */
function cut(bytes: Buffer, places: readonly number[]): readonly Buffer[] {
  const ends = [...new Set(places.map((place) => place % bytes.length)), bytes.length].sort((a, b) => a - b);
  return ends.map((end, at) => bytes.subarray(ends[at - 1] ?? 0, end));
}

const text = (message: string): Buffer => Buffer.from(message, 'latin1');
const hello = { jsonrpc: '2.0', method: '勾稽', params: { text: '一二三\r\n\r\n' } };

describe('messages over the standard streams', () => {
  it('are read however the stream is cut', () => {
    const messages = [hello, { jsonrpc: '2.0', id: 1, method: 'a' }, { jsonrpc: '2.0', id: 2, result: null }];
    const bytes = Buffer.concat(messages.map(framed));
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 12 }), (places) => {
        assert.deepEqual(read(cut(bytes, places)), { messages, faults: 0 });
      }),
    );
    assert.deepEqual(read([...bytes].map((byte) => Buffer.of(byte))), { messages, faults: 0 });
  });

  it('are read whatever else their heads say', () => {
    const body = Buffer.from(JSON.stringify(hello));
    for (const head of [
      `content-length:${body.length}`,
      `Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length:  ${body.length} `,
      `Content-Length: ${body.length}\r\nX-Other: 1`,
    ])
      assert.deepEqual(read([text(`${head}\r\n\r\n`), body]), { messages: [hello], faults: 0 });
  });

  it('that cannot be read are told, and those behind them are read', () => {
    const rest = framed(hello);
    for (const broken of [
      'Content-Length: 9\r\n\r\n{not json',
      'No-Length: 1\r\n\r\n',
      'Content-Length: -1\r\n\r\n',
    ])
      assert.deepEqual(read([text(broken), rest]), { messages: [hello], faults: 1 });
  });

  it('without an end of their heads are not waited for for ever', () => {
    const endless = text('x'.repeat(5000));
    assert.deepEqual(read([endless, endless, framed(hello)]), { messages: [hello], faults: 1 });
  });

  it('come one by one and in order where several are written at once', async () => {
    const stream = new PassThrough();
    const writer = new WholeMessageWriter(stream);
    const messages: unknown[] = [];
    wire(stream, new PassThrough(), (message) => messages.push(message));
    const all = [hello, { jsonrpc: '2.0', id: 1, result: '二' }, { jsonrpc: '2.0', id: 2, result: null }];
    await Promise.all(all.map((message) => writer.write(message)));
    await writer.write(hello);
    assert.deepEqual(messages, [...all, hello]);
  });

  it('say the same where a result is given again, with the number of the new question', async () => {
    const stream = new PassThrough();
    const writer = new WholeMessageWriter(stream);
    const messages: unknown[] = [];
    wire(stream, new PassThrough(), (message) => messages.push(message));
    const result = { items: ['一', '二\r\n', '𠮷'] };
    const answers = [1, 'zwei', 3, null].map((id) => ({ jsonrpc: '2.0', id, result }));
    for (const answer of answers) await writer.write(answer);
    const other = { jsonrpc: '2.0', id: 5, result: [] };
    await Promise.all([answers[0], hello, answers[1], other].map((one) => writer.write(one ?? hello)));
    assert.deepEqual(messages, [...answers, answers[0], hello, answers[1], other]);
  });

  it('that cannot be written are told once', async () => {
    const stream = new PassThrough();
    const writer = new WholeMessageWriter(stream);
    let faults = 0;
    writer.onError(() => faults++);
    stream.destroy();
    const [one, other] = await Promise.allSettled([writer.write(hello), writer.write(hello)]);
    assert.deepEqual([one?.status, other?.status, faults], ['rejected', 'rejected', 1]);
  });
});
