import { changed } from '../base/difference.ts';
import { seenCharacters } from './characters.ts';
import { withoutFrames } from './frames.ts';
import { readLines, reread } from './lines.ts';
import { unmark } from './markup.ts';
import { takeNotes } from './notes.ts';
import { withTabs } from './separated.ts';
import type { SyntaxTree } from './tree.ts';

/**
 * Splits a text into lines and says what each looks like. Never fails; time grows linearly with the text.
 * Lines that an earlier version has as well are taken from it; the result is the same without one.
 */
export function parse(source: string, previous?: SyntaxTree): SyntaxTree {
  const { text: own, notes } = takeNotes(source);
  const { text: words, regions } = unmark(own);
  const text = withTabs(withoutFrames(seenCharacters(words)));
  const edit = previous && changed(previous.text, text);
  const lines = !previous ? readLines(text) : edit ? reread(text, previous.lines, edit) : previous.lines;
  return { source, text, markup: regions, notes, lines, since: previous && { text: previous.text, edit } };
}
