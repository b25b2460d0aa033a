import { commands, type Disposable, type TextEditor, WorkspaceEdit, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { RebuildTableAnswer, RebuildTableParams } from '../../../server/src/lsp/protocol.ts';

type Place = RebuildTableParams['position'];

/** Writes the table at the cursor, or at the place a lens stands at, down again in the canonical layout, or says why it stays as it is. */
export const registerRebuildTable = (client: BaseLanguageClient): Disposable =>
  commands.registerCommand('gouji.rebuildTable', (uri?: string, at?: Place) => rebuild(client, uri, at));

async function rebuild(client: BaseLanguageClient, uri?: string, at?: Place): Promise<void> {
  const editor = editorOf(client, uri);
  if (!editor || !client.isRunning()) return;
  const { version } = editor.document;
  const position = at ?? client.code2ProtocolConverter.asPosition(editor.selection.active);
  const { edits, reason } = await ask(client, editor, position);
  if (reason !== null) void window.showInformationMessage(reason);
  if (edits.length === 0 || editor.document.version !== version) return;
  const change = new WorkspaceEdit();
  change.set(editor.document.uri, await client.protocol2CodeConverter.asTextEdits(edits));
  await workspace.applyEdit(change);
}

/** The editor of a document, as a lens names it; without one the editor that is active. */
const editorOf = (client: BaseLanguageClient, uri: string | undefined): TextEditor | undefined =>
  uri === undefined
    ? window.activeTextEditor
    : window.visibleTextEditors.find(
        ({ document }) => client.code2ProtocolConverter.asUri(document.uri) === uri,
      );

const ask = (
  client: BaseLanguageClient,
  { document }: TextEditor,
  position: Place,
): Promise<RebuildTableAnswer> =>
  client.sendRequest<RebuildTableAnswer>('gouji/rebuildTable', {
    textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
    position,
  });
