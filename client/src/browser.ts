import { type ExtensionContext, Uri, workspace } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type LanguageClientOptions,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { type Api, startClient } from './client.ts';

/** A worker as the protocol library takes it. */
type Port = ConstructorParameters<typeof BrowserMessageReader>[0];

/** What a browser offers for starting a worker. */
declare const Worker: new (address: string) => Port;

/** Starts gouji in a VS Code that runs in a browser: the server runs in a worker. */
export function activate(context: ExtensionContext): Api {
  const program = Uri.joinPath(context.extensionUri, 'dist', 'server-worker.js');
  return startClient(
    context,
    (options: LanguageClientOptions) => new LanguageClient('gouji', '勾稽', () => server(program), options),
    unknownUser,
  );
}

/**
 * Wherever the extension lies, its files can be read; a worker may only be started from what the page itself has.
 * The transports are made here, since VS Code has a `Worker` of its own that the library does not know for one.
 */
async function server(program: Uri): Promise<MessageTransports> {
  const text = await workspace.fs.readFile(program);
  const worker = new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}

/** A browser does not tell who sits before it. */
const unknownUser = '?';
