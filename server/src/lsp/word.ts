import type { Connection } from 'vscode-languageserver';
import { wording } from '../base/message.ts';
import { acceptance } from './acceptance.ts';
import type { Desk } from './desk.ts';
import type { ProjectFiles } from './project-files.ts';
import { type AcceptanceAnswer, acceptanceRequest } from './protocol.ts';

/** What serving the user's own word needs of the rest of the server. */
export interface WordParts {
  readonly table: Desk;
  readonly projects: ProjectFiles | undefined;
}

/** Lets the user have the last word over findings. */
export function serveWord(connection: Connection, { table, projects }: WordParts): void {
  connection.onRequest(acceptanceRequest, async (params): Promise<AcceptanceAnswer> => {
    const { uri } = params.textDocument;
    projects?.forget();
    const files = (await projects?.governing(uri)) ?? { project: undefined, baseline: undefined };
    const say = table.find(uri)?.manner.say ?? wording;
    return acceptance(files, params, say);
  });
}
