import type { CancellationToken, WorkspaceSymbol } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { snapshot } from '../analysis/snapshot.ts';
import { nameMaySayYear, plain } from '../base/file-name.ts';
import { remembered } from '../base/remembered.ts';
import { isSought, type Landmark, landmarks } from '../features/symbols.ts';
import { isYearBefore, type OfYear } from '../model/last-year.ts';
import type { Report } from '../model/report.ts';
import { toWorkspaceSymbol } from './convert-hand.ts';
import type { ReportFile } from './protocol.ts';
import type { Shelf } from './shelf.ts';

/** The reports of the workspace that nobody has open, as far as they have been read. */
export interface Library {
  /** What in them answers a query, but for the documents named. */
  readonly symbols: (
    query: string,
    open: ReadonlySet<string>,
    token: CancellationToken,
  ) => Promise<readonly WorkspaceSymbol[]>;
  /** The report of the same organ on the year before, but for the documents named; at most so many files are read for it. */
  readonly before: (
    report: OfYear,
    open: ReadonlySet<string>,
    token: CancellationToken,
    mostRead?: number,
  ) => Promise<Shelved | undefined>;
}

/** A report as it lies on the shelf. */
export interface Shelved {
  readonly uri: string;
  /** Another one when the file has changed. */
  readonly stamp: string;
  readonly read: () => Promise<Report>;
}

/** What is known of a file as long as its stamp stays. */
interface Known {
  readonly stamp: string;
  readonly organ: string | undefined;
  readonly year: number | undefined;
  readonly symbols: readonly { readonly landmark: Landmark; readonly symbol: WorkspaceSymbol }[];
}

/** Reads a report only when somebody asks, one a turn of the event loop, and only if it has changed since. */
export function library(shelf: Shelf): Library {
  const known = new Map<string, Known>();
  /** The report looked at last is likely to be looked at again. */
  let last: { readonly uri: string; readonly stamp: string; readonly report: Report } | undefined;

  const lookUp = async (file: ReportFile): Promise<Known> => {
    const before = known.get(file.uri);
    const now = before?.stamp === file.stamp ? before : learn(file, await shelf.read(file.uri));
    known.set(file.uri, now);
    return now;
  };
  const reportIn = async ({ uri, stamp }: ReportFile): Promise<Report> => {
    if (last?.uri !== uri || last.stamp !== stamp)
      last = { uri, stamp, report: snapshot(await shelf.read(uri)).report() };
    return last.report;
  };

  return {
    symbols: async (query, open, token) => {
      const files = await shelf.files();
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
    before: async (asking, open, token, mostRead = Number.POSITIVE_INFINITY) => {
      const { organ, year } = asking;
      if (organ === undefined || year === undefined) return undefined;
      const likely = filesByYear(await shelf.lately())(year - 1).filter(({ uri }) => !open.has(uri));
      const named = likely.filter(({ name }) => name.includes(organ));
      let read = 0;
      for (const file of new Set([...named, ...likely])) {
        if (token.isCancellationRequested) break;
        if (known.get(file.uri)?.stamp !== file.stamp && ++read > mostRead) break;
        if (isYearBefore(await lookUp(file), asking)) return { ...file, read: () => reportIn(file) };
      }
      return undefined;
    },
  };
}

interface NamedFile extends ReportFile {
  /** Its address in plain characters. */
  readonly name: string;
}

/** The files of a list whose names leave room for a year, looked through once for each year. */
const filesByYear = remembered((files: readonly ReportFile[]) => {
  const named = files.map((file): NamedFile => ({ ...file, name: plain(file.uri) }));
  const known = new Map<number, readonly NamedFile[]>();
  return (year: number): readonly NamedFile[] => {
    const before = known.get(year);
    if (before) return before;
    const found = named.filter(({ name }) => nameMaySayYear(name, year));
    known.set(year, found);
    return found;
  };
});

function learn({ uri, stamp }: ReportFile, text: string): Known {
  const doc = TextDocument.create(uri, 'plaintext', 0, text);
  const of = snapshot(text);
  const { recognised, organ, year } = of.report();
  const symbols = landmarks(of).map((landmark) => ({ landmark, symbol: toWorkspaceSymbol(doc, landmark) }));
  return recognised ? { stamp, organ, year, symbols } : { stamp, organ: undefined, year: undefined, symbols };
}
