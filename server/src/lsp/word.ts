import type { Connection } from 'vscode-languageserver';
import { wording } from '../base/message.ts';
import { verdictPage } from '../features/verdict-page.ts';
import { acceptance } from './acceptance.ts';
import type { Desk, OnDesk } from './desk.ts';
import type { OnDocument } from './fence.ts';
import type { ProjectFiles } from './project-files.ts';
import { type AcceptanceAnswer, acceptanceRequest, verdictRequest } from './protocol.ts';

/** What serving the user's own word needs of the rest of the server. */
export interface WordParts {
  readonly table: Desk;
  readonly projects: ProjectFiles | undefined;
  readonly onDocument: OnDocument;
}

/** Lets the user have the last word over findings. */
export function serveWord(connection: Connection, { table, projects, onDocument }: WordParts): void {
  connection.onRequest(acceptanceRequest, async (params): Promise<AcceptanceAnswer> => {
    const { uri } = params.textDocument;
    projects?.forget();
    const files = (await projects?.governing(uri)) ?? { project: undefined, baseline: undefined };
    const say = table.find(uri)?.manner.say ?? wording;
    return acceptance(files, params, say);
  });
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
