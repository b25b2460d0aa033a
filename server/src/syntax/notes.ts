import type { Span } from '../base/span.ts';

/** A comment that speaks to gouji itself: `<!-- gouji-disable-line blank-cell: … -->`. */
export interface Note {
  /** The whole comment. */
  readonly span: Span;
  /** What stands in it, without the blanks around it. */
  readonly words: Span;
}

const comment = /<!--(\s*)(gouji-[\s\S]*?)\s*-->/g;

/** Takes the comments that speak to gouji out of a text: they are no part of what is written there. Places stay. */
export function takeNotes(source: string): { readonly text: string; readonly notes: readonly Note[] } {
  if (!source.includes('gouji-')) return { text: source, notes: [] };
  const notes = [...source.matchAll(comment)].map(noteOf);
  let text = '';
  let at = 0;
  for (const { span } of notes) {
    text += source.slice(at, span.from) + source.slice(span.from, span.to).replace(/[^\r\n]/g, ' ');
    at = span.to;
  }
  return { text: text + source.slice(at), notes };
}

function noteOf({ index, 0: whole, 1: blanks = '', 2: words = '' }: RegExpExecArray): Note {
  const from = index + '<!--'.length + blanks.length;
  return { span: { from: index, to: index + whole.length }, words: { from, to: from + words.length } };
}
