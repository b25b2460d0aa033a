import { commands, type Disposable, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Checks the report in the active editor as it is now, whenever reports are checked otherwise. */
export const registerCheckReport = (client: BaseLanguageClient): Disposable =>
  commands.registerCommand('gouji.checkReport', async () => {
    const document = window.activeTextEditor?.document;
    if (!document) return;
    await client.sendNotification('gouji/check', { uri: client.code2ProtocolConverter.asUri(document.uri) });
  });
