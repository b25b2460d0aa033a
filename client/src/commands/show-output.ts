import { commands, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Shows what the language server has logged. */
export const registerShowOutput = (client: BaseLanguageClient): Disposable =>
  commands.registerCommand('gouji.showOutput', () => client.outputChannel.show());
