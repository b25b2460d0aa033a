import { isBlank } from '../../base/blank.ts';
import type { Span } from '../../base/span.ts';
import type { Report } from '../../model/report.ts';
import type { Line } from '../../syntax/tree.ts';

/** A report with the text it was read from, tags and all. */
export interface Source {
  readonly text: string;
  readonly report: Report;
}

/** Whether the whole text is a page of HTML. */
export function isPage({ text, report }: Source): boolean {
  const [region] = report.tree.markup;
  return region !== undefined && region.from === 0 && region.to === text.length;
}

/** A comment of HTML, which also speaks to gouji: `<!-- gouji-disable-line blank-cell -->`. */
const comment = /<!--[\s\S]*?-->/g;

/** Comments that are not read as words of the report, but have to stay where they are. */
export function notesIn(source: Source, { from, to }: Span): readonly string[] {
  if (inMarkup(source, { from, to })) return [];
  const found = [...source.text.slice(from, to).matchAll(comment)];
  const read = source.report.tree.text;
  return found.flatMap(({ index, 0: note }) => (read.startsWith(note, from + index) ? [] : [note]));
}

/** Whether a stretch lies in HTML. */
export const inMarkup = ({ report: { tree } }: Source, { from, to }: Span): boolean =>
  tree.markup.some((region) => region.from <= from && to <= region.to);

const token = /<!--[\s\S]*?(?:-->|$)|<[^>]*(?:>|$)|&(?:#\d{1,6}|#x[\da-f]{1,5}|[a-z]{2,8});?|\s+|[\s\S]/gi;

/** The words of a stretch as a person reads them: outside HTML to the letter, inside without tags and doubled blanks. */
export function wordsOf(source: Source, { from, to }: Span): string {
  const read = source.report.tree.text;
  if (!inMarkup(source, { from, to })) return read.slice(from, to);
  let words = '';
  let at = from;
  for (const [piece] of source.text.slice(from, to).matchAll(token)) {
    const blank = piece.trim() === '' || (piece.startsWith('&') && isBlank(read.charCodeAt(at)));
    if (blank) words += ' ';
    else if (!isBlank(read.charCodeAt(at))) words += read.charAt(at);
    at += piece.length;
  }
  return words.replace(/\s+/g, ' ').trim();
}

/** The words of a line without hash marks in front and bars around them. */
export function ownWords(source: Source, line: Line): string {
  return wordsOf(source, line.span)
    .replace(/^[|\s]*(?:#+(?=[^#]))?[|\s]*/, '')
    .replace(/[|\s]+$/, '');
}

/** The line break most lines of a text end with. */
export function commonBreak(text: string): string {
  const count = { '\n': 0, '\r\n': 0, '\r': 0 };
  for (const [found] of text.matchAll(/\r\n|\r|\n/g))
    count[found === '\r\n' ? '\r\n' : found === '\r' ? '\r' : '\n'] += 1;
  if (count['\r\n'] > count['\n'] && count['\r\n'] >= count['\r']) return '\r\n';
  return count['\r'] > count['\n'] ? '\r' : '\n';
}
