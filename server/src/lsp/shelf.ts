import type { Connection } from 'vscode-languageserver';
import type { Schedule } from './pacing.ts';
import type { ReadFile } from './project-files.ts';
import { type ReportFile, reportFilesRequest } from './protocol.ts';

/** The files of the workspace that may be reports, whether somebody has them open or not. */
export interface Shelf {
  /** They all, as they are now. */
  readonly files: () => Promise<readonly ReportFile[]>;
  /** They all, as of the last change that was told; listed anew for a client that tells of none. */
  readonly lately: () => Promise<readonly ReportFile[]>;
  /** The text of one; empty if it is gone, or too long to be a report. */
  readonly read: (uri: string) => Promise<string>;
  /** Some file has changed, come or gone. */
  readonly changed: () => void;
}

/** A longer text is no report, and reading it would keep others waiting. */
const longestRead = 1_000_000;

/** More reports than any folder of one organ or county holds; what lies beyond is not looked at. */
const mostRead = 500;

/** What the shelf needs of the rest of the server. */
export interface ShelfParts {
  readonly readFile: ReadFile;
  readonly schedule: Schedule;
  /** Whether the client tells of changed files. */
  readonly watched: boolean;
}

export function shelfOf(connection: Connection, { readFile, schedule, watched }: ShelfParts): Shelf {
  let listed: Promise<readonly ReportFile[]> | undefined;
  const turn = () => new Promise<void>((resolve) => schedule(resolve));
  const list = async (): Promise<readonly ReportFile[]> =>
    (await connection.sendRequest(reportFilesRequest)).slice(0, mostRead);
  const files = (): Promise<readonly ReportFile[]> => {
    const now = list();
    listed = now;
    // A list that could not be had is asked for again.
    now.catch(() => {
      if (listed === now) listed = undefined;
    });
    return now;
  };
  return {
    files,
    lately: () => (watched ? listed : undefined) ?? files(),
    read: async (uri) => {
      const text = (await readFile(uri)) ?? '';
      // Whatever somebody has typed meanwhile comes first.
      await turn();
      return text.length > longestRead ? '' : text;
    },
    changed: () => {
      listed = undefined;
    },
  };
}
