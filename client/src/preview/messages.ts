import type { PreviewAnswer, Stretch } from '../../../server/src/lsp/protocol.ts';

/** To the page: what it has to show, and where the cursor is in the text. */
export interface ShowMessage {
  readonly kind: 'show';
  /** Kept by the page, so that it can be brought back with the window. */
  readonly uri: string;
  /** Null for a text that is no report. */
  readonly view: PreviewAnswer | null;
  readonly cursor: number | null;
  readonly words: PageWords;
}

/** What the page itself says, in the user's language. */
export interface PageWords {
  /** BCP 47: the language of all but the report. */
  readonly language: string;
  /** How many findings there are; or why there is nothing to show. */
  readonly headline: string;
  readonly wrong: string;
  readonly involved: string;
  readonly go: string;
  readonly report: string;
}

/** To the page: the cursor has moved. */
export interface CursorMessage {
  readonly kind: 'cursor';
  readonly at: number | null;
}

export type ToPage = ShowMessage | CursorMessage;

/** From the page: it can be told what to show, or a place was chosen. */
export type FromPage = { readonly kind: 'ready' } | { readonly kind: 'go'; readonly at: Stretch };

/** What the page keeps over a reload. */
export interface PageState {
  readonly uri: string;
  readonly top: number;
}

/** Reads what came from a page; undefined for anything else. */
export function readFromPage(message: unknown): FromPage | undefined {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return undefined;
  if (message.kind === 'ready') return { kind: 'ready' };
  if (message.kind !== 'go' || !('at' in message) || !Array.isArray(message.at)) return undefined;
  const [from, to] = message.at;
  return Number.isSafeInteger(from) && Number.isSafeInteger(to) && 0 <= from && from <= to
    ? { kind: 'go', at: [from, to] }
    : undefined;
}
