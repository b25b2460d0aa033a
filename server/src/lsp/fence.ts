import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Desk, OnDesk } from './desk.ts';
import type { SettingsBook } from './settings-book.ts';

/** Does some work and keeps its fault inside: the fault is logged, and the fallback stands for the answer. */
export type Fence = <R>(name: string, fallback: R, work: () => R) => R;

export const fence =
  (connection: Connection): Fence =>
  (name, fallback, work) => {
    try {
      return work();
    } catch (fault) {
      connection.console.error(
        `gouji ${name}: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`,
      );
      return fallback;
    }
  };

/** A handler for requests about one document. */
export type Handler<P, R> = (params: P, token: CancellationToken) => Promise<R | ResponseError<never>>;

/** Makes a handler of an answer: finds the document, and answers `fallback` for one that is not open. */
export type OnDocument = <P extends { readonly textDocument: { readonly uri: string } }, R>(
  name: string,
  fallback: R,
  answer: (on: OnDesk, params: P) => R,
) => Handler<P, R>;

export const onDocumentOf =
  (table: Desk, book: SettingsBook, fenced: Fence): OnDocument =>
  (name, fallback, answer) =>
  async (params, token) => {
    const { uri } = params.textDocument;
    await book.pending(uri);
    // The core is synchronous, so this is the only moment to give up.
    if (token.isCancellationRequested) return new ResponseError<never>(LSPErrorCodes.RequestCancelled, name);
    return fenced(name, fallback, () => {
      const on = table.find(uri);
      return on ? answer(on, params) : fallback;
    });
  };
