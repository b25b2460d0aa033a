import type {
  Connection,
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensEdit,
  ServerCapabilities,
} from 'vscode-languageserver';
import { columnColors } from '../features/column-colors.ts';
import { rowHints } from '../features/row-hints.ts';
import { tableLenses } from '../features/table-lenses.ts';
import type { Attention } from './attention.ts';
import type { Client } from './client.ts';
import { toSpan } from './convert.ts';
import { columnLegend, toCodeLenses, toInlayHint, toTokenData } from './convert-aids.ts';
import type { OnDesk } from './desk.ts';
import type { OnDocument } from './fence.ts';
import type { Aids } from './settings.ts';

/** What helps to read a table. */
export const aidCapabilities = ({ takesLenses }: Client): ServerCapabilities => ({
  inlayHintProvider: true,
  semanticTokensProvider: { legend: columnLegend, full: { delta: true }, range: true },
  ...(takesLenses && { codeLensProvider: {} }),
});

/** What the aids need of the rest of the server. */
export interface AidParts {
  readonly client: Client;
  readonly attending: Attention;
  readonly onDocument: OnDocument;
}

/** The aids as they are shown. */
export interface ShownAids {
  /** The settings have changed. */
  readonly renew: () => void;
  /** Another line is being typed, and what was held back may be told; only hints and lenses say anything. */
  readonly tell: (aids: Aids) => void;
  readonly forget: (uri: string) => void;
}

/** Answers the requests of `aidCapabilities`. Nothing is worked out for a document whose settings do not want it. */
export function serveAids(connection: Connection, { client, attending, onDocument }: AidParts): ShownAids {
  const isShown = (on: OnDesk): boolean => attending.marksOf(on) === 'now';
  connection.languages.inlayHint.on(
    onDocument('inlay hints', [], (on, { range }) => {
      if (!on.aids.inlayHints || !isShown(on)) return [];
      const hints = rowHints(on.of, toSpan(on.doc, range), on.typed);
      return hints.map((hint) => toInlayHint(on.doc, hint, on.manner));
    }),
  );
  connection.onCodeLens(
    onDocument('code lenses', [], (on) => {
      if (!on.aids.codeLens || !isShown(on)) return [];
      return tableLenses(on.of, on.typed).flatMap((lens) => toCodeLenses(on.doc, lens, on.manner));
    }),
  );
  const forget = serveColors(connection, onDocument);

  const renewals = {
    inlayHints: () => connection.languages.inlayHint.refresh(),
    codeLens: () => connection.sendRequest('workspace/codeLens/refresh'),
    columnColors: () => connection.languages.semanticTokens.refresh(),
  };
  const renew = (...wanted: readonly (keyof Aids)[]): void => {
    // A client that is just going away may refuse; it has no use for an answer either.
    for (const aid of wanted) if (client.renews[aid]) renewals[aid]().catch(() => {});
  };
  return {
    renew: () => renew('inlayHints', 'codeLens', 'columnColors'),
    tell: ({ inlayHints, codeLens }) =>
      renew(...(inlayHints ? ['inlayHints' as const] : []), ...(codeLens ? ['codeLens' as const] : [])),
    forget,
  };
}

/** Colours, whole, for a stretch, or as what has changed since; gives back what forgets a document. */
function serveColors(connection: Connection, onDocument: OnDocument): (uri: string) => void {
  const told = new Map<string, Told>();
  let lastId = 0;
  const tell = (uri: string, data: number[]): Told => {
    lastId += 1;
    const now = { resultId: String(lastId), data };
    told.set(uri, now);
    return now;
  };
  const dataOf = ({ doc, of, aids }: OnDesk): number[] =>
    aids.columnColors ? toTokenData(doc, columnColors(of)) : [];
  const { semanticTokens } = connection.languages;
  semanticTokens.on(onDocument('column colours', none, (on) => tell(on.doc.uri, dataOf(on))));
  semanticTokens.onDelta(
    onDocument('column colours', none as SemanticTokens | SemanticTokensDelta, (on, { previousResultId }) => {
      const { uri } = on.doc;
      const before = told.get(uri);
      const now = tell(uri, dataOf(on));
      if (before?.resultId !== previousResultId) return now;
      return { resultId: now.resultId, edits: changed(before.data, now.data) };
    }),
  );
  semanticTokens.onRange(
    onDocument('column colours', { data: [] }, ({ doc, of, aids }, { range }) => {
      if (!aids.columnColors) return { data: [] };
      const { from, to } = toSpan(doc, range);
      const within = columnColors(of).filter(({ span }) => from <= span.to && span.from <= to);
      return { data: toTokenData(doc, within) };
    }),
  );
  return (uri) => void told.delete(uri);
}

interface Told {
  readonly resultId: string;
  readonly data: number[];
}

const none: SemanticTokens = { data: [] };

/** The one stretch in which the numbers differ; whole tokens do not matter to the protocol. */
function changed(before: readonly number[], now: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start] === now[start]) start++;
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === now[now.length - 1 - same]) same++;
  const deleteCount = before.length - start - same;
  const data = now.slice(start, now.length - same);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}
