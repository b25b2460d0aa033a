import { createConnection } from 'vscode-languageserver/node';
import english from '../../../l10n/bundle.l10n.en.json' with { type: 'json' };
import { startServer } from '../lsp/server.ts';

/** Runs the language server over what the command line names: `--stdio`, `--node-ipc`, `--pipe` or `--socket`. */
export function runLanguageServer(): void {
  startServer(createConnection(), { schedule: (work) => setImmediate(work), english });
}
