import { changed } from '../base/difference.ts';
import { seenCharacters, unlike } from './characters.ts';
import { drawn, withoutFrames } from './frames.ts';
import { readLines, reread } from './lines.ts';
import { pageStart, unmark } from './markup.ts';
import { takeNotes } from './notes.ts';
import { mayBeQuoted, withoutQuoteMarks } from './quotes.ts';
import { separated, withTabs } from './separated.ts';
import type { SyntaxTree } from './tree.ts';

/**
 * Splits a text into lines and says what each looks like. Never fails; time grows linearly with the text.
 * Lines that an earlier version has as well are taken from it; the result is the same without one.
 */
export function parse(source: string, previous?: SyntaxTree): SyntaxTree {
  return (previous && editedAsIs(source, previous)) ?? readAnew(source, previous);
}

function readAnew(source: string, previous: SyntaxTree | undefined): SyntaxTree {
  const { text: own, notes } = takeNotes(withoutQuoteMarks(source));
  const { text: words, regions } = unmark(own);
  const text = withTabs(withoutFrames(seenCharacters(words)));
  const edit = previous && changed(previous.text, text);
  const lines = !previous ? readLines(text) : edit ? reread(text, previous.lines, edit) : previous.lines;
  return { source, text, markup: regions, notes, lines, since: previous && { text: previous.text, edit } };
}

/** A text that was read as it stood before an edit, if it still is: nothing on the lines of the edit has to be read otherwise. */
function editedAsIs(
  source: string,
  { source: before, text, markup, notes, lines }: SyntaxTree,
): SyntaxTree | undefined {
  if (text !== before || markup.length > 0 || notes.length > 0) return undefined;
  const edit = changed(before, source);
  if (!edit) return { source, text, markup, notes, lines, since: { text, edit } };
  const { from, to, inserted } = edit;
  // A page is known by how it begins.
  if (from < pageStart && source.includes('<')) return undefined;
  // A line that is quoted may make the lines around it a table that is.
  if (mayBeQuoted(source)) return undefined;
  if (readOtherwise.test(linesAround(before, from, to))) return undefined;
  if (readOtherwise.test(linesAround(source, from, from + inserted))) return undefined;
  return { source, text: source, markup, notes, lines: reread(source, lines, edit), since: { text, edit } };
}

/** What may belong to a tag, a comment, a quoted cell, a drawn table, a row of separated cells, or is not seen as it is written. */
const readOtherwise = new RegExp(
  ['[<&"]|gouji-|\\+[-=]{2}', unlike, drawn, separated].map(sourceOf).join('|'),
);

function sourceOf(pattern: string | RegExp): string {
  return typeof pattern === 'string' ? pattern : pattern.source;
}

function linesAround(text: string, from: number, to: number): string {
  const start =
    from === 0 ? 0 : Math.max(text.lastIndexOf('\n', from - 1), text.lastIndexOf('\r', from - 1)) + 1;
  const end = text.indexOf('\n', to);
  return text.slice(start, end < 0 ? text.length : end);
}
