import { Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FileAnswer } from '../../server/src/lsp/protocol.ts';

/** The workspace folder of a document, as a request carries it. */
export function folderOf(client: BaseLanguageClient, uri: string): { readonly folder?: string } {
  const folder = workspace.getWorkspaceFolder(client.protocol2CodeConverter.asUri(uri))?.uri;
  return folder ? { folder: client.code2ProtocolConverter.asUri(folder) } : {};
}

/** Writes the file that the server wants written, or tells why it cannot be. */
export async function writeAnswer(client: BaseLanguageClient, answer: FileAnswer): Promise<void> {
  if ('fault' in answer) {
    void window.showErrorMessage(answer.fault);
    return;
  }
  await workspace.fs.writeFile(Uri.parse(answer.uri), new TextEncoder().encode(answer.text));
  // The file may lie where nobody watches.
  const changes = [{ uri: answer.uri, type: 2 }];
  await client.sendNotification('workspace/didChangeWatchedFiles', { changes });
}
