import {
  type CancellationToken,
  type Connection,
  type HoverParams,
  type Location,
  ResponseError,
  type ServerCapabilities,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../base/span.ts';
import { proposals } from '../features/completion.ts';
import { highlights } from '../features/highlight.ts';
import { hover, seekingBefore } from '../features/hover.ts';
import { links } from '../features/links.ts';
import { definition, definitionElsewhere, references } from '../features/navigation.ts';
import { newReport } from '../features/new-report.ts';
import { selections } from '../features/selection.ts';
import { signature } from '../features/signature.ts';
import { isSought, landmarks } from '../features/symbols.ts';
import type { Report } from '../model/report.ts';
import type { Client } from './client.ts';
import { toLocation, toRange } from './convert.ts';
import {
  toCompletionItem,
  toDocumentLink,
  toHighlights,
  toHover,
  toSelectionRange,
  toSignatureHelp,
  toWorkspaceSymbol,
} from './convert-hand.ts';
import type { Desk, OnDesk } from './desk.ts';
import type { Fence, OnDocument } from './fence.ts';
import type { Library } from './library.ts';
import { newReportRequest } from './protocol.ts';

/** What helps the hand that writes and reads: looking up, going about, filling in. */
export const handCapabilities = ({ lawPage }: Client): ServerCapabilities => ({
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  selectionRangeProvider: true,
  completionProvider: { triggerCharacters: [...'（、《#一二三四五六'] },
  signatureHelpProvider: { triggerCharacters: [...'|\t0123456789'] },
  workspaceSymbolProvider: true,
  ...(lawPage !== undefined && { documentLinkProvider: {} }),
});

/** What the handlers need of the rest of the server. */
export interface HandParts {
  readonly documents: TextDocuments<TextDocument>;
  readonly table: Desk;
  readonly client: Client;
  readonly onDocument: OnDocument;
  readonly fenced: Fence;
  /** The reports nobody has open, if the client lists them. */
  readonly shelf: Library | undefined;
}

/** Somebody waits with the pointer on a figure, so no more files are read for it than this. */
const mostReadForHover = 50;

/** Answers the requests of `handCapabilities`, and that for a new report. */
export function serveHand(
  connection: Connection,
  { documents, table, client, onDocument, fenced, shelf }: HandParts,
): void {
  const open = (): readonly OnDesk[] => documents.keys().flatMap((uri) => table.find(uri) ?? []);
  const others = (): readonly Report[] => open().map(({ of }) => of.report());

  const seeking = onDocument('last year', undefined, ({ doc, of }, { position }: HoverParams) =>
    seekingBefore(of, doc.offsetAt(position), others),
  );
  const closedBefore = async (params: HoverParams, token: CancellationToken): Promise<readonly Report[]> => {
    const report = await seeking(params, token);
    if (!shelf || !report || report instanceof ResponseError) return [];
    const open = new Set(documents.keys());
    try {
      const found = await shelf.before(report, open, token, mostReadForHover);
      return found ? [await found.read()] : [];
    } catch (fault) {
      connection.console.warn(`gouji last year: ${String(fault)}`);
      return [];
    }
  };
  connection.onHover(async (params, token) => {
    const closed = await closedBefore(params, token);
    const answer = onDocument('hover', null, ({ doc, of, manner }, { position }: HoverParams) =>
      toHover(
        doc,
        hover(of, doc.offsetAt(position), () => [...others(), ...closed]),
        manner,
      ),
    );
    return answer(params, token);
  });
  connection.onDefinition(
    onDocument('definition', [], ({ doc, of }, { position }) => [
      ...located(doc, definition(of, doc.offsetAt(position))),
      ...definitionElsewhere(of, doc.offsetAt(position)).map(toLocation),
    ]),
  );
  connection.onReferences(
    onDocument('references', [], ({ doc, of }, { position, context }) =>
      located(doc, references(of, doc.offsetAt(position), context.includeDeclaration)),
    ),
  );
  connection.onDocumentHighlight(
    onDocument('highlights', null, ({ doc, of }, { position }) =>
      toHighlights(doc, highlights(of, doc.offsetAt(position))),
    ),
  );
  connection.onSelectionRanges(
    onDocument('selection ranges', null, ({ doc, of }, { positions }) =>
      positions
        .map((position) => doc.offsetAt(position))
        .map((offset) => toSelectionRange(doc, offset, selections(of, offset))),
    ),
  );
  connection.onCompletion(
    onDocument('completion', [], ({ doc, of, manner }, { position }) =>
      proposals(of, doc.offsetAt(position)).map((one, rank) =>
        toCompletionItem(doc, one, rank, manner, client.snippets),
      ),
    ),
  );
  connection.onSignatureHelp(
    onDocument('signature help', null, ({ doc, of, manner }, { position }) =>
      toSignatureHelp(signature(of, doc.offsetAt(position)), manner),
    ),
  );
  connection.onDocumentLinks(
    onDocument('document links', [], ({ doc, of, manner }) =>
      links(of).map((link) => toDocumentLink(doc, link, client.lawPage ?? '', manner)),
    ),
  );
  connection.onWorkspaceSymbol(async ({ query }, token) => {
    const here = fenced('workspace symbols', [], () =>
      open().flatMap(({ doc, of }) =>
        landmarks(of)
          .filter((one) => isSought(one, query))
          .map((one) => toWorkspaceSymbol(doc, one)),
      ),
    );
    if (!shelf) return here;
    const elsewhere = await shelf.symbols(query, new Set(documents.keys()), token).catch((fault: unknown) => {
      connection.console.warn(`gouji workspace symbols: ${String(fault)}`);
      return [];
    });
    return [...here, ...elsewhere];
  });
  connection.onRequest(newReportRequest, (wishes) => fenced('new report', null, () => newReport(wishes)));
}

const located = (doc: TextDocument, spans: readonly Span[]): Location[] =>
  spans.map((span) => ({ uri: doc.uri, range: toRange(doc, span) }));
