import { readFile as readFromDisk } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import english from '../../../l10n/bundle.l10n.en.json' with { type: 'json' };
import { startServer } from '../lsp/server.ts';
import { compileLate } from './engine.ts';
import { shippedPages } from './pages.ts';
import { overStandardStreams } from './standard-streams.ts';

/** Runs the language server over what the command line names: `--stdio`, `--node-ipc`, `--pipe` or `--socket`. */
export function runLanguageServer(): void {
  compileLate();
  const pages = shippedPages();
  const connection = process.argv.includes('--stdio') ? overStandardStreams() : createConnection();
  startServer(connection, {
    schedule: (work) => setImmediate(work),
    readFile,
    english,
    ...(pages !== undefined && { pages }),
  });
}

/** A file that is not there or cannot be read is as good as none. */
async function readFile(uri: string): Promise<string | undefined> {
  if (!uri.startsWith('file:')) return undefined;
  return readFromDisk(fileURLToPath(uri), 'utf8').catch(() => undefined);
}
