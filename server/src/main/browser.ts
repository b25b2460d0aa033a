import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import english from '../../../l10n/bundle.l10n.en.json' with { type: 'json' };
import { startServer } from '../lsp/server.ts';

/** Runs the language server in a worker of a browser; whoever started the worker is its client, and reads files for it. */
startServer(createConnection(new BrowserMessageReader(globalThis), new BrowserMessageWriter(globalThis)), {
  schedule: soon(),
  english,
});

/** Work after the messages at hand, without the pause that a browser puts before timers. */
function soon(): (work: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.addEventListener('message', () => waiting.shift()?.());
  port1.start();
  return (work) => {
    waiting.push(work);
    port2.postMessage(null);
  };
}
