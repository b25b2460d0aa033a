import {
  type Connection,
  TextDocumentSaveReason,
  type TextDocuments,
  type TextEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type KeptTotals, keptTotals, recalculation, totalEdits } from '../features/totals.ts';
import { toTextEdits } from './convert.ts';
import type { Desk, OnDesk } from './desk.ts';
import type { Fence, OnDocument } from './fence.ts';
import { recalculateRequest, totalsRequest } from './protocol.ts';
import type { SettingsBook } from './settings-book.ts';

/** What keeping totals right needs of the rest of the server. */
export interface TotalsParts {
  readonly documents: TextDocuments<TextDocument>;
  readonly table: Desk;
  readonly book: SettingsBook;
  readonly onDocument: OnDocument;
  readonly fenced: Fence;
}

/** Knows which totals were right, so that they can be kept so. */
export interface TotalsKeeper {
  /** The settings have changed: a document whose totals are to be kept from now on is looked at. */
  readonly reconsider: () => void;
}

/** Keeps totals right while somebody types or when a document is saved, and adds all of them up on demand. */
export function serveTotals(
  connection: Connection,
  { documents, table, book, onDocument, fenced }: TotalsParts,
): TotalsKeeper {
  const kept = new Map<string, KeptTotals>();
  const note = ({ doc, of, totals }: OnDesk): void => {
    if (totals === 'off') kept.delete(doc.uri);
    else kept.set(doc.uri, keptTotals(of, kept.get(doc.uri) ?? none));
  };
  const look = (uri: string): void =>
    fenced('totals', undefined, () => {
      const on = book.of(uri).totals === 'off' ? undefined : table.find(uri);
      if (on) note(on);
      else kept.delete(uri);
    });
  const editsFor = (on: OnDesk): TextEdit[] =>
    toTextEdits(on.doc, totalEdits(on.of, kept.get(on.doc.uri) ?? none));

  documents.onDidOpen(async ({ document: { uri } }) => {
    await book.pending(uri);
    look(uri);
  });
  documents.onDidSave(({ document: { uri } }) => look(uri));
  documents.onDidClose(({ document: { uri } }) => void kept.delete(uri));
  documents.onWillSaveWaitUntil(({ document: { uri }, reason }) =>
    fenced('totals', [], () => {
      // Saving by the clock says nothing: somebody may be in the middle of a figure.
      if (reason === TextDocumentSaveReason.AfterDelay || book.of(uri).totals !== 'onSave') return [];
      const on = table.find(uri);
      return on ? editsFor(on) : [];
    }),
  );
  connection.onRequest(
    totalsRequest,
    onDocument('totals', { version: -1, edits: [] }, (on) => {
      const edits = on.totals === 'onType' ? editsFor(on) : [];
      note(on);
      return { version: on.doc.version, edits };
    }),
  );
  connection.onRequest(
    recalculateRequest,
    onDocument('recalculate', null, ({ doc, of }) => {
      const found = recalculation(of);
      if (!found) return null;
      const edits = toTextEdits(
        doc,
        found.changes.map(({ edit }) => edit),
      );
      return { version: doc.version, edits, open: found.open };
    }),
  );
  return { reconsider: () => documents.keys().forEach(look) };
}

const none: KeptTotals = new Map();
