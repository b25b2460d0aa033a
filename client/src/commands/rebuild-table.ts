import { commands, type Disposable, type TextEditor, WorkspaceEdit, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { RebuildTableAnswer } from '../../../server/src/lsp/protocol.ts';

/** Writes the table at the cursor down again in the canonical layout, or says why it stays as it is. */
export const registerRebuildTable = (client: BaseLanguageClient): Disposable =>
  commands.registerCommand('gouji.rebuildTable', async () => {
    const editor = window.activeTextEditor;
    if (!editor || !client.isRunning()) return;
    const { version } = editor.document;
    const { edits, reason } = await ask(client, editor);
    if (reason !== null) void window.showInformationMessage(reason);
    if (edits.length === 0 || editor.document.version !== version) return;
    const change = new WorkspaceEdit();
    change.set(editor.document.uri, await client.protocol2CodeConverter.asTextEdits(edits));
    await workspace.applyEdit(change);
  });

const ask = (client: BaseLanguageClient, { document, selection }: TextEditor): Promise<RebuildTableAnswer> =>
  client.sendRequest<RebuildTableAnswer>('gouji/rebuildTable', {
    textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
    position: client.code2ProtocolConverter.asPosition(selection.active),
  });
