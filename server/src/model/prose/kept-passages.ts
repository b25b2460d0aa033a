import type { Difference } from '../../base/difference.ts';
import type { TableId } from '../../template/index.ts';
import { isPageHead } from '../page-line.ts';
import type { Move, Report } from '../report.ts';
import { shift, shiftPlace } from '../reuse.ts';
import { moveOf } from '../still.ts';
import { breaksOff, longestPassage, type Passage } from './passages.ts';
import { wordsOf } from './words.ts';

/**
 * The passages of an earlier version, put where they stand now, after an edit in a row of a table, or with the one
 * that was edited read again, after an edit inside a long line of prose. Undefined where more may have changed.
 */
export function keptPassages(
  previous: Report,
  edit: Difference,
  place: 'row' | 'prose',
  now: Pick<Report, 'text' | 'tables'>,
): readonly Passage[] | undefined {
  const move = moveOf(edit);
  const stays = (id: TableId): boolean => {
    const [before, table] = [previous.tables[id], now.tables[id]];
    if (before.kind === 'absent' || table.kind === 'absent') return before.kind === table.kind;
    const { from, to } = shift(before.span, move);
    return from === table.span.from && to === table.span.to;
  };
  if (!stays('disclosure') || !stays('applications') || !stays('review')) return undefined;
  const passages = previous.passages();
  if (place === 'row') return passages.map((passage) => moved(passage, move));
  const at = passages.findLastIndex(({ from }) => from <= edit.from);
  const [old, next] = [passages[at], passages[at + 1]];
  const fresh = old && edited(old, previous, edit, now.text);
  if (!fresh) return undefined;
  return passages.map((passage) => {
    if (passage === old) return fresh;
    if (passage !== next) return moved(passage, move);
    const continued = passage.kind === 'paragraph' && passage.section === fresh.section && breaksOff(fresh);
    return { ...moved(passage, move), continued };
  });
}

const moved = (passage: Passage, move: Move): Passage => {
  const from = shiftPlace(passage.from, move);
  return from === passage.from ? passage : { ...passage, from };
};

/**
 * A paragraph with an edit inside one of its lines, which still ends as it did: so the same lines belong together.
 * Undefined if it may have become something else.
 */
function edited(
  passage: Passage,
  { text, title, sections }: Report,
  { from, to, inserted }: Difference,
  now: string,
): Passage | undefined {
  const { source } = passage.words;
  const end = passage.from + source.length;
  const longer = inserted - (to - from);
  if (passage.kind !== 'paragraph' || Math.max(source.length, source.length + longer) >= longestPassage)
    return undefined;
  // Beside a table it depends on its words whether a line is prose.
  if (sections.find(({ template }) => template.id === passage.section)?.template.table) return undefined;
  if (title && title.span.to > passage.from && title.span.from < end) return undefined;
  const above = text.slice(passage.from, from);
  const begun = above.slice(Math.max(above.lastIndexOf('\n'), above.lastIndexOf('\r')) + 1);
  const [rest = ''] = /^[^\r\n]*/.exec(text.slice(to, end)) ?? [];
  if (rest.trim() === '') return undefined;
  const lines = [begun + text.slice(from, to) + rest, begun + now.slice(from, from + inserted) + rest];
  for (const line of lines.map((one) => one.trim()))
    if (isPageHead(line, { from: 0, to: line.length }, title)) return undefined;
  return { ...passage, words: wordsOf(now.slice(passage.from, end + longer)) };
}
