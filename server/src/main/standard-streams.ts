import {
  AbstractMessageWriter,
  type Connection,
  createConnection,
  type Message,
  type MessageWriter,
  StreamMessageReader,
} from 'vscode-languageserver/node';

/** Connects with a client over the standard streams; the process ends when the client is gone. */
export function overStandardStreams(): Connection {
  const { stdin, stdout } = process;
  const connection = createConnection(new StreamMessageReader(stdin), new WholeMessageWriter(stdout));
  let shutDown = false;
  connection.onShutdown(() => {
    shutDown = true;
  });
  const end = (): never => process.exit(shutDown ? 0 : 1);
  stdin.on('end', end);
  stdin.on('close', end);
  return connection;
}

/**
 * Writes each message to a stream in one piece, as soon as it is there.
 * The library's own writer waits for a turn of the event loop and then writes head and body apart, so that the client
 * is woken twice for each message, the first time for nothing.
 */
class WholeMessageWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #stream: NodeJS.WritableStream;
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
    return new Promise((resolve, reject) => {
      this.#stream.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`, (fault) => {
        if (!fault) return resolve();
        this.#faults += 1;
        this.fireError(fault, message, this.#faults);
        reject(fault);
      });
    });
  }

  end(): void {
    this.#stream.end();
  }
}
