import type { CancellationToken, Connection, WorkspaceSymbol } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { snapshot } from '../analysis/snapshot.ts';
import { isSought, type Landmark, landmarks } from '../features/symbols.ts';
import { toWorkspaceSymbol } from './convert-hand.ts';
import type { Schedule } from './pacing.ts';
import type { ReadFile } from './project-files.ts';
import { type ReportFile, reportFilesRequest } from './protocol.ts';

/** The reports of the workspace that nobody has open, as far as they have been read. */
export interface Library {
  /** What in them answers a query, but for the documents named. */
  readonly symbols: (
    query: string,
    open: ReadonlySet<string>,
    token: CancellationToken,
  ) => Promise<readonly WorkspaceSymbol[]>;
}

/** A longer text is no report, and reading it would keep others waiting. */
const longestRead = 1_000_000;

/** More reports than any folder of one organ or county holds; what lies beyond is not looked at. */
const mostRead = 500;

/** What is known of a file as long as its stamp stays. */
interface Known {
  readonly stamp: string;
  readonly symbols: readonly { readonly landmark: Landmark; readonly symbol: WorkspaceSymbol }[];
}

/** Reads a report only when somebody asks, one a turn of the event loop, and only if it has changed since. */
export function library(connection: Connection, readFile: ReadFile, schedule: Schedule): Library {
  const known = new Map<string, Known>();
  const turn = () => new Promise<void>((resolve) => schedule(resolve));

  const read = async ({ uri, stamp }: ReportFile): Promise<Known> => {
    const text = (await readFile(uri)) ?? '';
    // Whatever somebody has typed meanwhile comes first.
    await turn();
    return { stamp, symbols: text.length > longestRead ? [] : symbolsOf(uri, text) };
  };
  const lookUp = async (file: ReportFile): Promise<Known> => {
    const before = known.get(file.uri);
    const now = before?.stamp === file.stamp ? before : await read(file);
    known.set(file.uri, now);
    return now;
  };

  return {
    symbols: async (query, open, token) => {
      const files = (await connection.sendRequest(reportFilesRequest)).slice(0, mostRead);
      const there = new Set(files.map(({ uri }) => uri));
      for (const uri of [...known.keys()]) if (!there.has(uri)) known.delete(uri);
      const found: WorkspaceSymbol[] = [];
      for (const file of files) {
        if (token.isCancellationRequested) break;
        if (open.has(file.uri)) continue;
        const { symbols } = await lookUp(file);
        found.push(
          ...symbols.filter(({ landmark }) => isSought(landmark, query)).map(({ symbol }) => symbol),
        );
      }
      return found;
    },
  };
}

function symbolsOf(uri: string, text: string): Known['symbols'] {
  const doc = TextDocument.create(uri, 'plaintext', 0, text);
  return landmarks(snapshot(text)).map((landmark) => ({
    landmark,
    symbol: toWorkspaceSymbol(doc, landmark),
  }));
}
