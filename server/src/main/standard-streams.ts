import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type Connection,
  createConnection,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver/node';

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

/** Writes messages to a stream, those of one turn of the event loop in one piece. */
export class WholeMessageWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #stream: NodeJS.WritableStream;
  /** What is still to be written. */
  #text = '';
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
    const body = JSON.stringify(message);
    if (this.#text === '') this.#written = this.#atEndOfTurn();
    this.#text += `Content-Length: ${Buffer.byteLength(body)}${endOfHead}${body}`;
    return this.#written;
  }

  #atEndOfTurn(): Promise<void> {
    return new Promise((resolve, reject) => {
      setImmediate(() => {
        const text = this.#text;
        this.#text = '';
        this.#stream.write(text, (fault) => {
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
