import { commands, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Starts the language server anew. */
export const registerRestartServer = (client: BaseLanguageClient): Disposable =>
  commands.registerCommand('gouji.restartServer', async () => {
    if (client.isRunning()) await client.stop();
    await client.start();
  });
