import { type Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ReportFile } from '../../server/src/lsp/protocol.ts';

/** What reports are called; a text called otherwise is found while it is open. */
const names = ['**/*政府信息公开*.{txt,md,markdown}', '**/*年报*.{txt,md,markdown}', '**/*.gkbg'];

/** As many as the server reads. */
const mostListed = 500;

/** The reports of the workspace by their names, on whatever file system, each with what tells whether it has changed. */
export async function reportFiles(client: BaseLanguageClient): Promise<readonly ReportFile[]> {
  const found = await Promise.all(names.map((name) => workspace.findFiles(name, undefined, mostListed)));
  const once = new Map(found.flat().map((uri) => [uri.toString(), uri]));
  const listed = await Promise.all([...once.values()].map((uri) => stamped(client, uri)));
  return listed.filter((file) => file !== undefined);
}

async function stamped(client: BaseLanguageClient, uri: Uri): Promise<ReportFile | undefined> {
  try {
    const { mtime, size } = await workspace.fs.stat(uri);
    return { uri: client.code2ProtocolConverter.asUri(uri), stamp: `${mtime} ${size}` };
  } catch {
    // It is gone.
    return undefined;
  }
}
