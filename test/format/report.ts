import assert from 'node:assert/strict';
import { extract } from '../../server/src/analysis/extract.ts';
import { type Formatted, formatReport } from '../../server/src/analysis/format/format.ts';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { wording } from '../../server/src/base/message.ts';

/** A text brought into its canonical layout. */
export const format = (text: string, to: 'markdown' | 'html' = 'markdown'): Formatted =>
  formatReport({ text, report: snapshot(text).report() }, { to });

/** The tables that stay as they are, in words. */
export const leftOf = ({ left }: Formatted): readonly string[] =>
  left.map(({ table, reason }) => `${table}: ${wording(reason)}`);

/** What a text says in figures, wherever and however it is written. */
export function said(text: string): unknown {
  const { layout: _, sections, unreadable, ...figures } = extract(snapshot(text).report());
  return {
    ...figures,
    sections: sections.map(({ id, heading }) => [id, heading]),
    unreadable: unreadable.map(({ table, row, column }) => [table, row, column]),
  };
}

/** Everything but white space, bars and strokes, sorted: what formatting may move but neither add nor lose. */
export function characters(text: string): string {
  const words = text
    .split(/\r\n?|\n/)
    .filter((line) => !/^[\s|:-]*-[\s|:-]*\|[\s|:-]*$|^\+[-=+]+$/.test(line))
    .join('')
    .replace(/[\s\u200b|#,"\u2500-\u257f]/g, '');
  return [...words].sort().join('');
}

/** Formats a text and holds the result to what formatting promises. */
export function assertFaithful(text: string): Formatted {
  const formatted = format(text);
  assert.deepEqual(said(formatted.text), said(text));
  assert.equal(format(formatted.text).text, formatted.text, 'formatting twice changes something');
  return formatted;
}
