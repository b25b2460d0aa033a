import {
  formatChanges,
  formatTables,
  leftInWords,
  obstacleTo,
  type Source,
  tablesTouching,
} from '../analysis/format/format.ts';
import type { Snapshot } from '../analysis/snapshot.ts';
import { type Message, say } from '../base/message.ts';
import { emptySpan, type Span } from '../base/span.ts';
import type { Edit } from '../rules/rule.ts';

/** What makes a report canonical: an edit for each stretch that is not. Another text is left alone. */
export function formatting({ text, report }: Snapshot): readonly Edit[] {
  const found = report();
  return obstacleTo(found) ? [] : formatChanges({ text, report: found }).edits;
}

/** The same for the tables that a stretch of the text touches. */
export function rangeFormatting({ text, report }: Snapshot, range: Span): readonly Edit[] {
  const source: Source = { text, report: report() };
  if (obstacleTo(source.report)) return [];
  const touched = tablesTouching(source, range).map(({ template }) => template.id);
  return touched.length === 0 ? [] : formatTables(source, touched).edits;
}

/** What comes of writing the table at a place down again: its edits, or why there are none. */
export interface Rebuild {
  readonly edits: readonly Edit[];
  readonly reason: Message | undefined;
}

/** Writes the table at a place down again, in the canonical layout. */
export function rebuildTable({ text, report }: Snapshot, at: number): Rebuild {
  const source: Source = { text, report: report() };
  const obstacle = obstacleTo(source.report);
  if (obstacle) return { edits: [], reason: obstacle };
  const [table] = tablesTouching(source, emptySpan(at));
  if (!table) return { edits: [], reason: say('光标不在法定表格里。') };
  const { edits, left } = formatTables(source, [table.template.id]);
  const [kept] = left;
  if (kept) return { edits: [], reason: leftInWords(source.report, kept) };
  if (edits.length === 0) return { edits, reason: say('{0}已经是规范的排版。', table.template.name) };
  return { edits, reason: undefined };
}
