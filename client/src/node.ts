import { userInfo } from 'node:os';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { type Api, startClient } from './client.ts';

/** Starts gouji in a desktop or remote VS Code: the server runs in a Node process of its own. */
export function activate(context: ExtensionContext): Api {
  const module = context.asAbsolutePath('dist/server.cjs');
  return startClient(
    context,
    (options: LanguageClientOptions) =>
      new LanguageClient('gouji', '勾稽', { module, transport: TransportKind.ipc }, options),
    userName(),
  );
}

/** The name somebody has logged in by; a machine may have none for who is there. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '?';
  }
}
