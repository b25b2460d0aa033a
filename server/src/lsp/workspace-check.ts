import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  type TextDocuments,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { snapshot } from '../analysis/snapshot.ts';
import { plain } from '../base/file-name.ts';
import { languageOf } from '../features/report-names.ts';
import { asksLastYear, type OfYear } from '../model/last-year.ts';
import type { Attention } from './attention.ts';
import type { Manner } from './convert.ts';
import { diagnose } from './diagnostics.ts';
import type { Found } from './earlier.ts';
import type { ReportFile } from './protocol.ts';
import { type EditorSettings, settingsFor } from './settings.ts';
import type { SettingsBook } from './settings-book.ts';
import type { Shelf } from './shelf.ts';

/** Checks the reports of the workspace that nobody has open, for a client that wants to hear of them. */
export interface WorkspaceCheck {
  /** A file has come, changed or gone, or a document was opened, closed or hidden. */
  readonly look: () => void;
  /** What is said of a text that has not changed may be something else now. */
  readonly judgeAnew: () => void;
}

/** What the check needs of the rest of the server. */
export interface WorkspaceCheckParts {
  readonly documents: TextDocuments<TextDocument>;
  readonly book: SettingsBook;
  readonly attending: Attention;
  readonly shelf: Shelf;
  /** Finds the report on the year before. */
  readonly lastYearOf: (report: OfYear) => Promise<Found | undefined>;
  readonly mannerFor: (chosen: EditorSettings) => Manner;
}

/** What was found in a file, as long as its stamp and the settings stay. */
interface Known {
  readonly stamp: string;
  readonly epoch: number;
  readonly items: Diagnostic[];
  /** Set where last year's report may tell more. */
  readonly asks: Asks | undefined;
}

/** Whose report was judged, and which one on the year before it was held against. */
interface Asks extends OfYear {
  readonly source: string | undefined;
  readonly stamp: string | undefined;
}

type Tell = (report: WorkspaceDocumentDiagnosticReport) => void;

/**
 * A request with a token for partial results stays open: what changes is told through it when it changes, and
 * nobody has to ask again and again. A request without one is answered once.
 */
export function serveWorkspaceCheck(connection: Connection, parts: WorkspaceCheckParts): WorkspaceCheck {
  const { sweep, judgeAnew } = sweeper(parts);
  let standing: Standing | undefined;
  /** What the client shows of each file, through whichever request it was told. */
  const shown = new Map<string, string>();

  connection.languages.diagnostics.onWorkspace(async (_params, token, _progress, partial) => {
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    if (!partial) {
      await sweep({
        shown: new Map(),
        tell: (report) => items.push(report),
        isOver: () => token.isCancellationRequested,
      });
      return { items };
    }
    standing?.end();
    const tell: Tell = (report) => partial.report({ items: [report] });
    standing = keepLooking(
      (isOver) => sweep({ shown, tell, isOver }),
      token,
      (fault) => connection.console.warn(`gouji workspace diagnostics: ${String(fault)}`),
    );
    await standing.ended;
    return { items };
  });
  return {
    look: () => standing?.look(),
    judgeAnew: () => {
      judgeAnew();
      standing?.look();
    },
  };
}

/** Asks the client to keep asking for what is found in the workspace; documents it asks about elsewhere. */
export function registerWorkspaceCheck(connection: Connection): void {
  const options = { documentSelector: [], interFileDependencies: false, workspaceDiagnostics: true };
  connection.client
    .register(DocumentDiagnosticRequest.type, { ...options, identifier: 'gouji.workspace' })
    .catch((fault: unknown) => connection.console.warn(`gouji: ${String(fault)}`));
}

/** A request that stays open. */
interface Standing {
  readonly ended: Promise<void>;
  readonly look: () => void;
  readonly end: () => void;
}

/** Looks once and then whenever told to, one look at a time; a look that something newer has overtaken is broken off. */
function keepLooking(
  once: (isOver: () => boolean) => Promise<void>,
  token: CancellationToken,
  complain: (fault: unknown) => void,
): Standing {
  let resolve = (): void => {};
  const ended = new Promise<void>((settle) => {
    resolve = settle;
  });
  let over = token.isCancellationRequested;
  let due = false;
  let looking = false;
  const run = async (): Promise<void> => {
    looking = true;
    while (due && !over) {
      due = false;
      await once(() => over || due).catch(complain);
    }
    looking = false;
  };
  const look = (): void => {
    due = true;
    if (!looking) void run();
  };
  const end = (): void => {
    over = true;
    resolve();
  };
  token.onCancellationRequested(end);
  if (over) resolve();
  look();
  return { ended, look, end };
}

/** One look over the workspace. */
interface Sweep {
  /** What the client shows of each file; kept up to date. */
  readonly shown: Map<string, string>;
  readonly tell: Tell;
  readonly isOver: () => boolean;
}

function sweeper({ documents, book, attending, shelf, lastYearOf, mannerFor }: WorkspaceCheckParts) {
  const known = new Map<string, Known>();
  let epoch = 0;

  const isStill = async (asks: Asks | undefined): Promise<boolean> => {
    const found = asks && (await lastYearOf(asks));
    return found?.source === asks?.source && found?.stamp === asks?.stamp;
  };
  /** What there is to show of a file that nobody has open; nothing where a check waits to be asked for. */
  const found = async (
    uri: string,
    text: string,
    chosen: EditorSettings,
  ): Promise<Pick<Known, 'items' | 'asks'>> => {
    if (chosen.run === 'manual') return { items: [], asks: undefined };
    const language = languageOf(plain(uri));
    const doc = TextDocument.create(uri, language, 0, text);
    const settings = settingsFor(language, chosen);
    const alone = snapshot(text, 0, settings);
    const report = alone.report();
    const { organ, year } = report;
    const asks = asksLastYear(report);
    const before = asks ? await lastYearOf(report) : undefined;
    const lastYear = before && { report: await before.read(), source: before.source };
    const of = lastYear ? snapshot(text, 0, settings, report, lastYear) : alone;
    const manner = mannerFor(chosen);
    return {
      items: diagnose({ doc, of, manner, typed: undefined, tooLong: false }),
      asks: asks ? { organ, year, source: before?.source, stamp: before?.stamp } : undefined,
    };
  };

  const check = async (file: ReportFile): Promise<Diagnostic[]> => {
    const before = known.get(file.uri);
    if (before?.stamp === file.stamp && before.epoch === epoch && (await isStill(before.asks)))
      return before.items;
    const at = epoch;
    const [chosen, text] = await Promise.all([book.lookUp(file.uri), shelf.read(file.uri)]);
    const { items, asks } = await found(file.uri, text, chosen);
    known.set(file.uri, { stamp: file.stamp, epoch: at, items, asks });
    return items;
  };
  const unopened = async (): Promise<readonly ReportFile[]> => {
    if (attending.isHidden() || !(await book.lookUp()).checkWorkspace) return [];
    return (await shelf.lately()).filter(
      ({ uri }) => documents.get(uri) === undefined && languageOf(plain(uri)) !== 'html',
    );
  };

  return {
    judgeAnew: () => {
      epoch += 1;
    },
    sweep: async ({ shown, tell, isOver }: Sweep): Promise<void> => {
      const put = (uri: string, items: Diagnostic[]): void => {
        const now = items.length === 0 ? undefined : JSON.stringify(items);
        if (shown.get(uri) === now) return;
        if (now === undefined) shown.delete(uri);
        else shown.set(uri, now);
        tell({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items });
      };
      const files = await unopened();
      if (isOver()) return;
      const there = new Set(files.map(({ uri }) => uri));
      for (const uri of [...known.keys()]) if (!there.has(uri)) known.delete(uri);
      for (const uri of [...shown.keys()]) if (!there.has(uri)) put(uri, []);
      for (const file of files) {
        const items = await check(file);
        if (isOver()) return;
        put(file.uri, items);
      }
    },
  };
}
