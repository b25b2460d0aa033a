import { type TextDocument, type TextDocumentChangeEvent, type TextEdit, window, workspace } from 'vscode';
import type { BaseLanguageClient, Middleware } from 'vscode-languageclient';
import type { TotalsAnswer } from '../../server/src/lsp/protocol.ts';

/** Keeps totals right while their addends are typed, if `gouji.totals.update` says so. */
export interface LiveTotals {
  /** Sends a change on, and sees to the totals once the server has it. */
  readonly after: (send: Middleware['didChange']) => NonNullable<Middleware['didChange']>;
  /** Whether a change is one that this has made. */
  readonly isOwn: (event: TextDocumentChangeEvent) => boolean;
  readonly attach: (client: BaseLanguageClient) => void;
}

/** Longer changes are made by programs: somebody who types or pastes figures changes less. */
const longestTyped = 2000;

export function liveTotals(): LiveTotals {
  let client: BaseLanguageClient | undefined;
  let making: { readonly document: TextDocument; readonly edits: readonly TextEdit[] } | undefined;

  const isOwn = ({ document, contentChanges }: TextDocumentChangeEvent): boolean =>
    making?.document === document &&
    contentChanges.length === making.edits.length &&
    contentChanges.every(({ range, text }) =>
      making?.edits.some((edit) => edit.newText === text && edit.range.isEqual(range)),
    );

  const follow = async (document: TextDocument, typed: boolean): Promise<void> => {
    if (!client?.isRunning()) return;
    const { code2ProtocolConverter, protocol2CodeConverter } = client;
    const textDocument = { uri: code2ProtocolConverter.asUri(document.uri) };
    const { version, edits } = await client.sendRequest<TotalsAnswer>('gouji/totals', { textDocument });
    const editor = window.activeTextEditor;
    // Whoever has typed on meanwhile gets the totals of what stands there now.
    const isCurrent = () => document.version === version && editor?.document === document;
    if (!typed || edits.length === 0 || !editor || !isCurrent()) return;
    const changes = await protocol2CodeConverter.asTextEdits(edits);
    if (!isCurrent()) return;
    making = { document, edits: changes };
    try {
      // Without stops of its own the change is undone together with the typing that brought it about.
      await editor.edit(
        (builder) => {
          for (const { range, newText } of changes) builder.replace(range, newText);
        },
        { undoStopBefore: false, undoStopAfter: false },
      );
    } finally {
      making = undefined;
    }
  };

  return {
    after: (send) => (event, next) => {
      const typed = isTyped(event) && !isOwn(event);
      const sent = send ? send(event, next) : next(event);
      const { document } = event;
      // A server that is just going away keeps no totals.
      if (isWanted(document)) sent.then(() => follow(document, typed)).catch(() => {});
      return sent;
    },
    isOwn,
    attach: (started) => {
      client = started;
    },
  };
}

const isWanted = (document: TextDocument): boolean =>
  workspace.getConfiguration('gouji', document).get<string>('totals.update') === 'onType';

/** Whether somebody changed the document by hand, where the cursor is: neither going through its history, nor by a program. */
function isTyped({ document, contentChanges, reason }: TextDocumentChangeEvent): boolean {
  const editor = window.activeTextEditor;
  if (reason !== undefined || editor?.document !== document) return false;
  const cursors = editor.selections.map(({ active }) => active.line);
  return contentChanges.every(({ range, rangeLength, text }) => {
    const last = Math.max(range.end.line, range.start.line + text.split('\n').length - 1);
    const atCursor = cursors.some((line) => range.start.line <= line && line <= last);
    return atCursor && text.length + rangeLength <= longestTyped;
  });
}
