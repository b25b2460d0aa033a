import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { wording } from '../base/message.ts';
import { verdictPage } from '../features/verdict-page.ts';
import type { Attention } from './attention.ts';
import type { Delivery } from './delivery.ts';
import type { Desk, OnDesk } from './desk.ts';
import type { OnDocument } from './fence.ts';
import { type ToWrite, withAcceptance, withRuleLevel } from './files-to-write.ts';
import type { Governing, ProjectFiles } from './project-files.ts';
import {
  type AcceptanceParams,
  acceptanceRequest,
  checkNotification,
  type FileAnswer,
  type RuleLevelParams,
  ruleLevelRequest,
  showMarksNotification,
  verdictRequest,
} from './protocol.ts';
import type { WorkspaceCheck } from './workspace-check.ts';

/** What serving the user's own word needs of the rest of the server. */
export interface WordParts {
  readonly table: Desk;
  readonly projects: ProjectFiles | undefined;
  readonly onDocument: OnDocument;
  readonly documents: TextDocuments<TextDocument>;
  readonly attending: Attention;
  readonly delivery: Delivery;
  /** The check of what nobody has open, if the client wants it. */
  readonly wide: WorkspaceCheck | undefined;
}

/** Lets the user have the last word over findings. */
export function serveWord(connection: Connection, parts: WordParts): void {
  const { table, projects, onDocument } = parts;
  serveModes(connection, parts);
  const answer = async (
    { textDocument: { uri } }: AcceptanceParams | RuleLevelParams,
    write: (files: Governing) => ToWrite,
  ): Promise<FileAnswer> => {
    projects?.forget();
    const files = (await projects?.governing(uri)) ?? { project: undefined, baseline: undefined };
    const written = write(files);
    if (!('fault' in written)) return written;
    return { fault: (table.find(uri)?.manner.say ?? wording)(written.fault) };
  };
  connection.onRequest(acceptanceRequest, (params) =>
    answer(params, (files) => withAcceptance(files, params)),
  );
  connection.onRequest(ruleLevelRequest, (params) => answer(params, (files) => withRuleLevel(files, params)));
  connection.onRequest(verdictRequest, onDocument('verdict', null, verdictText));
}

function verdictText({ of, manner }: OnDesk): string | null {
  const lines = verdictPage(of);
  if (lines.length === 0) return null;
  return `${lines
    .map(({ mark, words }) => (mark === '- ' ? '' : '\n') + mark + manner.say(words))
    .join('\n')
    .trim()}\n`;
}

/** Shows what is found when the user wants to see it. */
function serveModes(
  connection: Connection,
  { documents, table, attending, delivery, wide }: WordParts,
): void {
  documents.onDidOpen(({ document: { uri, version } }) => attending.opened(uri, version));
  documents.onDidSave(({ document: { uri, version } }) => {
    attending.saved(uri, version);
    if (table.find(uri)?.run === 'onSave') delivery.outdated([uri]);
  });
  connection.onNotification(checkNotification, ({ uri }) => {
    const document = documents.get(uri);
    if (!document) return;
    attending.asked(uri, document.version);
    delivery.outdated([uri]);
  });
  connection.onNotification(showMarksNotification, ({ shown }) => {
    attending.show(shown);
    delivery.outdated(documents.keys());
    wide?.look();
  });
}
