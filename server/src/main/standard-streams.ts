import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type Connection,
  createConnection,
  type DataCallback,
  type Disposable,
  Message,
  type MessageReader,
  type MessageWriter,
  type ResponseMessage,
} from 'vscode-languageserver/node';
import { memory } from '../base/remembered.ts';

/**
 * Connects with a client over the standard streams; the process ends when the client is gone.
 * The library's own reader and writer take a promise and a turn of the event loop for each step of a message and write
 * head and body apart: of an edit that is answered from memory they took most of the time.
 */
export function overStandardStreams(): Connection {
  const { stdin, stdout, stderr } = process;
  // What any package prints must not get in between the messages.
  globalThis.console = new console.Console(stderr);
  const connection = createConnection(new WholeMessageReader(stdin), new WholeMessageWriter(stdout));
  let shutDown = false;
  connection.onShutdown(() => {
    shutDown = true;
  });
  const end = (): never => process.exit(shutDown ? 0 : 1);
  stdin.on('end', end);
  stdin.on('close', end);
  return connection;
}

const endOfHead = '\r\n\r\n';

/** No head of a message is longer, in bytes; what goes on without an end is no message. */
const longestHead = 8192;

/** Reads messages from a stream as they become whole. What cannot be read is told as an error, and left out. */
export class WholeMessageReader extends AbstractMessageReader implements MessageReader {
  readonly #stream: NodeJS.ReadableStream;
  /** What has come in of a message that is not whole, in pieces, and how many bytes that is. */
  #pieces: Buffer[] = [];
  #size = 0;
  /** Bytes of the body that is being read; undefined while its head is. */
  #length: number | undefined;

  constructor(stream: NodeJS.ReadableStream) {
    super();
    this.#stream = stream;
    stream.on('error', (fault) => this.fireError(fault));
    stream.on('close', () => this.fireClose());
  }

  listen(callback: DataCallback): Disposable {
    const take = (piece: Buffer): void => this.#take(piece, callback);
    this.#stream.on('data', take);
    return { dispose: () => this.#stream.off('data', take) };
  }

  #take(piece: Buffer, callback: DataCallback): void {
    this.#pieces.push(piece);
    this.#size += piece.length;
    // A long body comes in many pieces, which are put together once.
    if (this.#length !== undefined && this.#size < this.#length) return;
    let rest = this.#pieces.length === 1 ? piece : Buffer.concat(this.#pieces, this.#size);
    for (let next = this.#next(rest); next; next = this.#next(rest)) {
      rest = next.rest;
      if (next.body) this.#tell(next.body, callback);
    }
    this.#pieces = rest.length === 0 ? [] : [rest];
    this.#size = rest.length;
  }

  /** Takes the next head or body off what has come in; undefined if neither is whole. */
  #next(bytes: Buffer): { readonly rest: Buffer; readonly body?: Buffer } | undefined {
    if (this.#length === undefined) {
      const end = bytes.indexOf(endOfHead, 0, 'latin1');
      if (end < 0) return bytes.length > longestHead ? this.#refuse(bytes) : undefined;
      const head = bytes.toString('latin1', 0, end);
      const length = /^content-length:[ \t]*(\d{1,10})[ \t]*$/im.exec(head)?.[1];
      if (length === undefined)
        this.fireError(new Error(`a message without a length: ${head.slice(0, 200)}`));
      else this.#length = Number(length);
      return { rest: bytes.subarray(end + endOfHead.length) };
    }
    if (bytes.length < this.#length) return undefined;
    const body = bytes.subarray(0, this.#length);
    const rest = bytes.subarray(this.#length);
    this.#length = undefined;
    return { rest, body };
  }

  #refuse(bytes: Buffer): { readonly rest: Buffer } {
    this.fireError(new Error(`no head of a message within ${longestHead} bytes`));
    return { rest: bytes.subarray(bytes.length) };
  }

  #tell(body: Buffer, callback: DataCallback): void {
    let message: Message;
    try {
      message = JSON.parse(body.toString('utf8')) as Message;
    } catch (fault) {
      this.fireError(fault);
      return;
    }
    callback(message);
  }
}

/** Results written before: first only that they were, then as bytes. An answer is never changed once it was given. */
const written = memory<object, Buffer | 'once'>();

/**
 * Writes messages to a stream, those of one turn of the event loop in one piece. A result that is given again, as one
 * is that was remembered, is not put into bytes again.
 */
export class WholeMessageWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #stream: NodeJS.WritableStream;
  /** What is still to be written. */
  #pieces: (string | Buffer)[] = [];
  #written: Promise<void> = Promise.resolve();
  #faults = 0;

  constructor(stream: NodeJS.WritableStream) {
    super();
    this.#stream = stream;
    stream.on('error', (fault) => this.fireError(fault));
    stream.on('close', () => this.fireClose());
  }

  /** Resolved once the stream has taken the message. */
  write(message: Message): Promise<void> {
    const pieces = piecesOf(message);
    if (this.#pieces.length === 0) this.#written = this.#atEndOfTurn();
    this.#pieces.push(...pieces);
    return this.#written;
  }

  #atEndOfTurn(): Promise<void> {
    return new Promise((resolve, reject) => {
      setImmediate(() => {
        const pieces = this.#pieces;
        this.#pieces = [];
        this.#stream.write(joined(pieces), (fault) => {
          if (!fault) return resolve();
          this.#faults += 1;
          this.fireError(fault, undefined, this.#faults);
          reject(fault);
        });
      });
    });
  }

  end(): void {
    this.#stream.end();
  }
}

/** A message with its head. */
function piecesOf(message: Message): readonly (string | Buffer)[] {
  const answer = Message.isResponse(message) ? message : undefined;
  const result: unknown = answer?.result;
  if (answer && typeof result === 'object' && result !== null) {
    const before = written.get(result);
    if (before) return answerAgain(answer.id, result, before);
    written.set(result, 'once');
  }
  const body = JSON.stringify(message);
  return [headFor(Buffer.byteLength(body)) + body];
}

/** An answer with a result that was given before. */
function answerAgain(
  id: ResponseMessage['id'],
  result: object,
  before: Buffer | 'once',
): readonly (string | Buffer)[] {
  const bytes = before === 'once' ? Buffer.from(JSON.stringify(result)) : before;
  if (before === 'once') written.set(result, bytes);
  const start = `{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":`;
  return [headFor(Buffer.byteLength(start) + bytes.length + 1) + start, bytes, '}'];
}

const headFor = (bytes: number): string => `Content-Length: ${bytes}${endOfHead}`;

const joined = (pieces: readonly (string | Buffer)[]): string | Buffer =>
  pieces.every((piece) => typeof piece === 'string')
    ? pieces.join('')
    : Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)));
