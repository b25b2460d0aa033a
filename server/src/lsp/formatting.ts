import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import { formatting, rangeFormatting, rebuildTable } from '../features/formatting.ts';
import { pastedTable } from '../features/paste-table.ts';
import type { Client } from './client.ts';
import { toSpan, toTextEdits } from './convert.ts';
import type { OnDocument } from './fence.ts';
import { pasteTableRequest, type RebuildTableAnswer, rebuildTableRequest } from './protocol.ts';

/**
 * What the server says it formats. A client that registers for each report by itself is told nothing here:
 * else the user's own formatter for Markdown would get a rival in every Markdown file.
 */
export const formattingCapabilities = ({ formatsItself }: Client): ServerCapabilities =>
  formatsItself ? {} : { documentFormattingProvider: true, documentRangeFormattingProvider: true };

/** Answers what is asked about the layout of a report. */
export function serveFormatting(connection: Connection, onDocument: OnDocument): void {
  connection.onDocumentFormatting(
    onDocument('formatting', [], ({ doc, of }) => toTextEdits(doc, formatting(of))),
  );
  connection.onDocumentRangeFormatting(
    onDocument('range formatting', [], ({ doc, of }, { range }) =>
      toTextEdits(doc, rangeFormatting(of, toSpan(doc, range))),
    ),
  );
  connection.onRequest(
    rebuildTableRequest,
    onDocument('rebuild table', nothing, ({ doc, of, manner }, { position }) => {
      const { edits, reason } = rebuildTable(of, doc.offsetAt(position));
      return { edits: toTextEdits(doc, edits), reason: reason ? manner.say(reason) : null };
    }),
  );
  connection.onRequest(
    pasteTableRequest,
    onDocument(
      'paste table',
      null,
      ({ doc, of }, { position, text, html }) =>
        pastedTable(of, doc.offsetAt(position), { text: text ?? undefined, html: html ?? undefined }) ?? null,
    ),
  );
}

const nothing: RebuildTableAnswer = { edits: [], reason: null };
