import type { Readable, Writable } from 'node:stream';

/** A JSON-RPC message as it goes over the wire. */
export interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** One message in the framing of the protocol. */
export function framed(message: object): Buffer {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }), 'utf8');
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`, 'ascii'), body]);
}

/** The other end of a language server, written without its library so that both cannot share a fault. */
export interface Wire {
  readonly send: (...messages: readonly object[]) => void;
}

/** Reads messages from one stream as they become whole, and writes to another; several go out in one piece. */
export function wire(input: Readable, output: Writable, receive: (message: Message) => void): Wire {
  let rest = Buffer.alloc(0);
  input.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let next = unframed(rest); next; next = unframed(rest)) {
      rest = next.rest;
      receive(next.message);
    }
  });
  return { send: (...messages) => void output.write(Buffer.concat(messages.map(framed))) };
}

function unframed(bytes: Buffer): { message: Message; rest: Buffer<ArrayBuffer> } | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const length = Number(/content-length: *(\d+)/i.exec(bytes.toString('ascii', 0, end))?.[1]);
  const from = end + 4;
  if (bytes.length < from + length) return undefined;
  return {
    message: JSON.parse(bytes.toString('utf8', from, from + length)) as Message,
    rest: Buffer.from(bytes.subarray(from + length)),
  };
}
