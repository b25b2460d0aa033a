import {
  CodeAction,
  commands,
  Disposable,
  type TextDocument,
  type TextDocumentChangeEvent,
  TextDocumentSaveReason,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient, Middleware } from 'vscode-languageclient';
import type { TypingParams } from '../../server/src/lsp/protocol.ts';

/** Tells the server which line is being typed, so that nobody is scolded for a half-typed row. */
export interface TypingWatch {
  readonly middleware: Middleware;
  readonly attach: (client: BaseLanguageClient) => Disposable;
}

/** The line being typed; there is at most one, where the cursor is. */
interface Typed {
  readonly document: TextDocument;
  readonly line: number;
}

/** Run after one of our fixes: its change looks like typing, but leaves nothing half done. */
const settledCommand = 'gouji.fixMade';

/** `isOwn` tells changes that the extension makes along with the typing; they say nothing of the line being typed. */
export function typingWatch(isOwn: (event: TextDocumentChangeEvent) => boolean): TypingWatch {
  let client: BaseLanguageClient | undefined;
  let typed: Typed | undefined;

  const send = (document: TextDocument, line: number | null): void => {
    if (!client?.isRunning()) return;
    const params: TypingParams = { uri: client.code2ProtocolConverter.asUri(document.uri), line };
    client.sendNotification('gouji/typing', params).catch(() => {});
  };
  const note = (now: Typed | undefined): void => {
    if (typed?.document === now?.document && typed?.line === now?.line) return;
    if (typed && typed.document !== now?.document) send(typed.document, null);
    if (now) send(now.document, now.line);
    else if (typed) send(typed.document, null);
    typed = now;
  };
  const leave = (): void => note(undefined);

  return {
    middleware: {
      // Nothing may be waited for here: changes have to reach the server in their order.
      didChange: (event, next) => {
        if (isOwn(event)) return next(event);
        const line = typedLine(event);
        if (line !== undefined) note({ document: event.document, line });
        else if (typed?.document === event.document) leave();
        return next(event);
      },
      provideCodeActions: async (document, range, context, token, next) => {
        const actions = await next(document, range, context, token);
        for (const action of actions ?? []) {
          if (action instanceof CodeAction && action.edit) {
            action.command ??= { title: action.title, command: settledCommand };
          }
        }
        return actions;
      },
    },
    attach: (started) => {
      client = started;
      return Disposable.from(
        commands.registerCommand(settledCommand, leave),
        window.onDidChangeActiveTextEditor(leave),
        window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
          const stays =
            textEditor.document !== typed?.document ||
            selections.every(({ active }) => active.line === typed?.line);
          if (!stays) leave();
        }),
        workspace.onWillSaveTextDocument(({ document, reason }) => {
          // Saving by hand says that the line is done; saving by the clock says nothing.
          if (reason === TextDocumentSaveReason.Manual && document === typed?.document) leave();
        }),
      );
    },
  };
}

/** Longer changes are pasted or made by a program. */
const longestTyped = 32;

/** The line a change was typed in: one small change at the cursor, without a line break, and no undoing. */
function typedLine({ document, contentChanges, reason }: TextDocumentChangeEvent): number | undefined {
  const editor = window.activeTextEditor;
  const [change, ...others] = contentChanges;
  if (editor?.document !== document || editor.selections.length !== 1) return undefined;
  if (change === undefined || others.length > 0 || reason !== undefined) return undefined;
  const { range, text } = change;
  const small = text.length <= longestTyped && change.rangeLength <= longestTyped && !/[\r\n]/.test(text);
  const line = range.start.line;
  return small && range.isSingleLine && editor.selection.active.line === line ? line : undefined;
}
