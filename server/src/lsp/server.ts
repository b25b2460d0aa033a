import {
  type Connection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  ErrorCodes,
  type InitializeResult,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Bundle } from '../base/message.ts';
import { remembered } from '../base/remembered.ts';
import { folding } from '../features/folding.ts';
import { reportNames } from '../features/report-names.ts';
import { sections } from '../features/sections.ts';
import { aidCapabilities, serveAids } from './aids.ts';
import { attention, type Marks } from './attention.ts';
import { type Client, readClient } from './client.ts';
import { codeActionKinds, codeActions } from './code-actions.ts';
import { toFoldingRanges, toSectionAnswer } from './convert.ts';
import { pullDelivery, pushDelivery } from './delivery.ts';
import { desk, mannersOf, type OnDesk } from './desk.ts';
import { diagnose } from './diagnostics.ts';
import { earlierReports } from './earlier.ts';
import { fence, onDocumentOf } from './fence.ts';
import { formattingCapabilities, serveFormatting } from './formatting.ts';
import { handCapabilities, serveHand } from './hand.ts';
import { library } from './library.ts';
import { symbolsFor } from './outline.ts';
import type { Schedule } from './pacing.ts';
import { servePreview } from './preview.ts';
import { isWatched, projectFiles, type ReadFile, watchedFiles } from './project-files.ts';
import { readFileRequest, type SectionAnswer, sectionsRequest, typingNotification } from './protocol.ts';
import { serveReview } from './review.ts';
import { settingsBook } from './settings-book.ts';
import { shelfOf } from './shelf.ts';
import { type StatusTeller, statusTeller } from './status-teller.ts';
import { serveTotals } from './totals.ts';
import { warmUp } from './warm-up.ts';
import { serveWord } from './word.ts';
import { registerWorkspaceCheck, serveWorkspaceCheck } from './workspace-check.ts';

/** What the runtime lends the server; a browser worker lends it by other means than Node. */
export interface Host {
  /** Runs work after the messages at hand: `setImmediate` in Node. */
  readonly schedule: Schedule;
  /** Reads a file for a client that cannot; absent where there are no files. */
  readonly readFile?: ReadFile;
  /** The English wording of what the core says. */
  readonly english: Bundle;
  /** The folder of the pages on rules and articles, for a client that names no place of its own. */
  readonly pages?: string;
}

/** Serves one client over a connection, until the connection ends. */
export function startServer(connection: Connection, host: Host): void {
  let greeted = false;
  connection.onRequest((method) =>
    greeted
      ? new ResponseError(ErrorCodes.MethodNotFound, `gouji does not know ${method}`)
      : new ResponseError(ErrorCodes.ServerNotInitialized, `${method} before initialize`),
  );
  connection.onInitialize((params) => {
    greeted = true;
    const client = readClient(params, host.pages);
    serve(connection, client, host);
    return capabilities(client);
  });
  connection.listen();
}

const capabilities = (client: Client): InitializeResult => ({
  serverInfo: { name: 'gouji' },
  capabilities: {
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: true,
      willSaveWaitUntil: true,
    },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    codeActionProvider: { codeActionKinds: [...codeActionKinds] },
    ...formattingCapabilities(client),
    ...handCapabilities(client),
    ...aidCapabilities(client),
    ...(client.pulls && {
      diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
    }),
  },
});

function serve(connection: Connection, client: Client, host: Host): void {
  const { schedule, english } = host;
  const documents = new TextDocuments(TextDocument);
  const readFile = fileReader(connection, client, host);
  const projects = readFile && projectFiles(readFile);
  const book = settingsBook(connection, client, projects);
  const table = desk(documents, book, client, english, (uri) => earlier.of(uri));
  const attending = attention();
  const teller = seeking(warmingUp(statusTeller(connection, client, attending), documents, schedule), (on) =>
    earlier.seek(on),
  );
  const fenced = fence(connection);
  const onDocument = onDocumentOf(table, book, fenced);
  const delivery = client.pulls
    ? pullDelivery(connection, client)
    : pushDelivery(connection, { table, book, teller, attending, schedule, fenced });

  const aids = serveAids(connection, { client, attending, onDocument });
  const totals = serveTotals(connection, { documents, table, book, onDocument, fenced });

  const shelf =
    client.listsReports && readFile
      ? shelfOf(connection, { readFile, schedule, watched: client.watchesFiles })
      : undefined;
  const books = shelf && library(shelf);
  const earlier = earlierReports({
    open: () => documents.keys().flatMap((uri) => table.find(uri) ?? []),
    find: table.find,
    shelf: books,
    schedule,
    found: (uri) => delivery.outdated([uri]),
    complain: (fault) => connection.console.warn(`gouji last year: ${String(fault)}`),
  });
  const wide =
    shelf && client.pulls && client.registersDiagnostics
      ? serveWorkspaceCheck(connection, {
          documents,
          book,
          attending,
          shelf,
          lastYearOf: earlier.search,
          mannerFor: mannersOf(client, english),
        })
      : undefined;

  documents.onDidOpen(() => wide?.look());
  documents.onDidChangeContent(({ document }) => {
    delivery.edited(document.uri);
    earlier.edited(document.uri);
  });
  documents.onDidClose(({ document: { uri } }) => {
    for (const { forget } of [table, book, teller, attending, aids, earlier]) forget(uri);
    delivery.closed(uri);
    earlier.edited(uri);
    wide?.look();
  });
  connection.onNotification(typingNotification, ({ uri, line }) => {
    if (!table.type(uri, line)) return;
    delivery.outdated([uri]);
    aids.tell(book.of(uri).aids);
  });
  connection.onDidChangeConfiguration(({ settings }) =>
    book.change(settings, documents.keys()).then(() => {
      delivery.outdated(documents.keys());
      totals.reconsider();
      aids.renew();
      wide?.judgeAnew();
    }),
  );
  connection.onInitialized(() => {
    if (client.registersConfiguration) registerConfiguration(connection);
    if (client.watchesFiles && projects) registerFiles(connection, shelf ? reportNames : []);
    if (wide) registerWorkspaceCheck(connection);
  });
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    shelf?.changed();
    earlier.changed();
    if (!changes.some(({ uri }) => isWatched(uri))) return wide?.look();
    await book.reread(documents.keys());
    delivery.outdated(documents.keys());
    wide?.judgeAnew();
  });

  connection.languages.diagnostics.on(
    onDocument('diagnostics', fullReport([]), (on, { previousResultId }) => {
      teller.tell(on);
      return diagnosticReport(on, attending.marksOf(on), previousResultId);
    }),
  );
  connection.onDocumentSymbol(onDocument('outline', [], symbolsFor(client)));
  connection.onFoldingRanges(onDocument('folding', [], ({ doc, of }) => toFoldingRanges(doc, folding(of))));
  connection.onCodeAction(onDocument('code actions', [], codeActions));
  connection.onRequest(
    sectionsRequest,
    onDocument('sections', noSections, ({ doc, of }) =>
      sections(of).map((place) => toSectionAnswer(doc, place)),
    ),
  );
  serveFormatting(connection, onDocument);
  serveHand(connection, { documents, table, client, onDocument, fenced, shelf: books });
  servePreview(connection, { attending, onDocument });
  serveReview(connection, { attending, onDocument });
  serveWord(connection, { documents, table, projects, attending, delivery, onDocument, wide });
  documents.listen(connection);
}

/** Readings of a longer text would keep others waiting. */
const longestToWarmUp = 100_000;

/** Once the first report has been told about, the time until somebody types is used to get ready for it. */
function warmingUp(
  teller: StatusTeller,
  documents: TextDocuments<TextDocument>,
  schedule: Schedule,
): StatusTeller {
  let warm = false;
  const tell = (on: OnDesk): void => {
    teller.tell(on);
    if (warm || !on.of.masthead().recognised || on.of.text.length > longestToWarmUp) return;
    warm = true;
    const { uri, version } = on.doc;
    warmUp(on.of, schedule, () => documents.get(uri)?.version === version);
  };
  return { ...teller, tell };
}

/** Whenever a report is told about, last year's is looked for if it may say more. */
const seeking = (teller: StatusTeller, seek: (on: OnDesk) => void): StatusTeller => ({
  ...teller,
  tell: (on) => {
    teller.tell(on);
    seek(on);
  },
});

const noSections: readonly SectionAnswer[] = [];

/** The same report for the same items, so that it is put into bytes once. */
const fullReport = remembered(
  (items: Diagnostic[]): DocumentDiagnosticReport => ({ kind: DocumentDiagnosticReportKind.Full, items }),
);

/** A report with a name can be referred to later, when what it says is to stay though the text has changed. */
function diagnosticReport(on: OnDesk, marks: Marks, previous: string | undefined): DocumentDiagnosticReport {
  if (on.run === 'onType') return fullReport(marks === 'now' ? diagnose(on) : []);
  if (marks === 'before' && previous !== undefined)
    return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: previous };
  return { ...fullReport(marks === 'now' ? diagnose(on) : []), resultId: `${on.doc.version}` };
}

/** The client reads what the user sees, on whatever file system; the runtime reads for a client that cannot. */
function fileReader(connection: Connection, client: Client, { readFile }: Host): ReadFile | undefined {
  if (!client.readsFiles) return readFile;
  return async (uri) => (await connection.sendRequest(readFileRequest, { uri })) ?? undefined;
}

/** Asks to be told of changed project files, and of reports where anybody wants to know; a client that will not has to be started anew. */
function registerFiles(connection: Connection, reports: readonly string[]): void {
  const watchers = [...watchedFiles, ...reports].map((globPattern) => ({ globPattern }));
  connection.client
    .register(DidChangeWatchedFilesNotification.type, { watchers })
    .catch((fault: unknown) => connection.console.warn(`gouji: ${String(fault)}`));
}

/** Asks to be told of changed settings; a client that will not has to be started anew. */
function registerConfiguration(connection: Connection): void {
  connection.client
    .register(DidChangeConfigurationNotification.type, { section: 'gouji' })
    .catch((fault: unknown) => connection.console.warn(`gouji: ${String(fault)}`));
}
