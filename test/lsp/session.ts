import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import type {
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  DocumentSymbol,
  InitializeResult,
  PublishDiagnosticsParams,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import type { Bundle } from '../../server/src/base/message.ts';
import { startServer } from '../../server/src/lsp/server.ts';
import { right } from './sample.ts';
import { type Message, wire } from './wire.ts';

/** How a client presents itself, and how it answers. */
export interface ClientOptions {
  readonly pulls?: boolean;
  readonly configures?: boolean;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly locale?: string;
  /** The section `gouji` of the settings for a document, asked each time. */
  readonly settings?: (uri: string) => unknown;
  readonly english?: Bundle;
  readonly snippets?: boolean;
  /** Files by their addresses, read by the server's own machine. */
  readonly files?: ReadonlyMap<string, string>;
  /** Files the client reads for the server. */
  readonly clientFiles?: ReadonlyMap<string, string>;
  /** Lists `clientFiles` as reports, each with its text for a stamp. */
  readonly lists?: boolean;
  /** Where the server's own machine has the pages on rules and articles. */
  readonly pages?: string;
}

/** A client in conversation with a server of its own. */
export interface Session {
  readonly initialized: InitializeResult;
  readonly request: <R>(method: string, params: unknown) => Promise<R>;
  readonly notify: (method: string, params: unknown) => void;
  /** Sends several notifications in one piece, as a fast typist's editor does. */
  readonly notifyAtOnce: (notes: readonly { readonly method: string; readonly params: unknown }[]) => void;
  /** The next notification or request of a kind that the server sends and nobody has taken yet. */
  readonly next: <P>(method: string) => Promise<P>;
  /** Those of a kind that nobody has taken yet. */
  readonly untaken: (method: string) => readonly unknown[];
}

/** Starts a server in this process and greets it. */
export async function startSession(client: ClientOptions = {}): Promise<Session> {
  const toServer = new PassThrough();
  const fromServer = new PassThrough();
  const connection = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(fromServer));
  const { english = {}, files, pages } = client;
  startServer(connection, {
    schedule: (work) => setImmediate(work),
    english,
    ...(files && { readFile: async (uri) => files.get(uri) }),
    ...(pages !== undefined && { pages }),
  });
  return greet(client, conversation(fromServer, toServer, client));
}

/** A conversation over two streams; whatever the server says waits until somebody takes it. */
export function conversation(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  client: ClientOptions,
) {
  const answers = new Map<number, (message: Message) => void>();
  const said: Message[] = [];
  const waiting: { readonly method: string; readonly take: (params: unknown) => void }[] = [];
  let lastId = 0;

  const { send } = wire(input as PassThrough, output as PassThrough, (message) => {
    if (message.method === undefined) answers.get(Number(message.id))?.(message);
    else hear(message.method, message);
  });
  const hear = (method: string, message: Message): void => {
    if (message.id !== undefined) send({ id: message.id, result: reply(method, message.params, client) });
    const index = waiting.findIndex((one) => one.method === method);
    if (index < 0) said.push(message);
    else waiting.splice(index, 1)[0]?.take(message.params);
  };

  return {
    request: <R>(method: string, params: unknown): Promise<R> => {
      lastId += 1;
      const id = lastId;
      return new Promise<R>((resolve, reject) => {
        answers.set(id, ({ result, error }) =>
          error ? reject(new Error(error.message)) : resolve(result as R),
        );
        send({ id, method, params });
      });
    },
    notify: (method: string, params: unknown): void => send({ method, params }),
    notifyAtOnce: (notes: readonly { readonly method: string; readonly params: unknown }[]): void =>
      send(...notes),
    next: <P>(method: string): Promise<P> => {
      const index = said.findIndex((one) => one.method === method);
      if (index >= 0) return Promise.resolve(said.splice(index, 1)[0]?.params as P);
      return new Promise((resolve) => waiting.push({ method, take: (params) => resolve(params as P) }));
    },
    untaken: (method: string): readonly unknown[] =>
      said.filter((one) => one.method === method).map(({ params }) => params),
  };
}

function reply(method: string, params: unknown, { settings, clientFiles }: ClientOptions): unknown {
  if (method === 'gouji/readFile') return clientFiles?.get((params as { uri: string }).uri) ?? null;
  if (method === 'gouji/reportFiles')
    return [...(clientFiles ?? [])].map(([address, text]) => ({ uri: address, stamp: text }));
  if (method !== 'workspace/configuration') return null;
  const { items } = params as { items: { scopeUri: string; section: string }[] };
  return items.map(({ scopeUri, section }) => (section === 'gouji' ? (settings?.(scopeUri) ?? null) : null));
}

/** Greets a server the way the client presents itself. */
export async function greet(
  { pulls = false, configures = false, options, locale, clientFiles, lists, snippets = false }: ClientOptions,
  talk: Omit<Session, 'initialized'>,
): Promise<Session> {
  const initialized = await talk.request<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    locale,
    capabilities: {
      textDocument: {
        publishDiagnostics: { relatedInformation: true, versionSupport: true },
        completion: { completionItem: { snippetSupport: snippets } },
        ...(pulls && { diagnostic: { relatedDocumentSupport: false, dynamicRegistration: true } }),
      },
      workspace: {
        configuration: configures,
        didChangeConfiguration: { dynamicRegistration: configures },
        didChangeWatchedFiles: { dynamicRegistration: true },
        ...(pulls && { diagnostics: { refreshSupport: true } }),
      },
    },
    initializationOptions: clientFiles
      ? { ...options, readsFiles: true, ...(lists && { listsReports: true }) }
      : options,
  });
  talk.notify('initialized', {});
  return { ...talk, initialized };
}

export const uri = 'file:///reports/%E6%8A%A5%E5%91%8A.txt';

export function open(session: Session, text: string, languageId = 'plaintext', at = uri): void {
  session.notify('textDocument/didOpen', { textDocument: { uri: at, languageId, version: 1, text } });
}

export function close(session: Session, at = uri): void {
  session.notify('textDocument/didClose', { textDocument: { uri: at } });
}

/** A change of the whole text. */
export const change = (text: string, version: number, at = uri) => ({
  method: 'textDocument/didChange',
  params: { textDocument: { uri: at, version }, contentChanges: [{ text }] },
});

export function edit(session: Session, text: string, version: number, at = uri): void {
  const { method, params } = change(text, version, at);
  session.notify(method, params);
}

export const published = (session: Session): Promise<PublishDiagnosticsParams> =>
  session.next('textDocument/publishDiagnostics');

export async function pulled(session: Session, at = uri): Promise<readonly Diagnostic[]> {
  const report = await session.request<DocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri: at },
  });
  assert.equal(report.kind, 'full');
  return report.kind === 'full' ? report.items : [];
}

/** Asks for what is found in the whole workspace, through a request that stays open; some call of `next` brings it. */
export function watchWorkspace(session: Session): {
  readonly next: () => Promise<WorkspaceDocumentDiagnosticReport | undefined>;
  readonly ended: Promise<WorkspaceDiagnosticReport>;
} {
  const params = { identifier: 'gouji.workspace', previousResultIds: [], partialResultToken: 'workspace' };
  const ended = session.request<WorkspaceDiagnosticReport>('workspace/diagnostic', params);
  const next = async () => {
    const { value } = await session.next<{ value: WorkspaceDiagnosticReport }>('$/progress');
    return value.items[0];
  };
  return { next, ended };
}

export const symbols = (session: Session, at = uri): Promise<DocumentSymbol[]> =>
  session.request('textDocument/documentSymbol', { textDocument: { uri: at } });

export const actions = (
  session: Session,
  range: Diagnostic['range'],
  only?: readonly string[],
): Promise<CodeAction[]> =>
  session.request('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics: [], ...(only && { only }) },
  });

/** A range that takes in every text of these tests. */
export const whole = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };

/** Waits until the server has had time to say something unasked for: a report opened later is answered later. */
export async function quiet(session: Session): Promise<void> {
  const other = 'untitled:other';
  open(session, right, 'gouji-report', other);
  assert.equal((await published(session)).uri, other);
  close(session, other);
  assert.equal((await published(session)).uri, other);
}

export const codes = (diagnostics: readonly Diagnostic[]): readonly unknown[] =>
  diagnostics.map(({ code }) => code);
