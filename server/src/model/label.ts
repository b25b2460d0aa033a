import { distance } from 'fastest-levenshtein';
import { remembered } from '../base/remembered.ts';
import { comparable } from '../base/wording.ts';
import type { TableTemplate } from '../template/index.ts';

/** A label as it is compared: its number apart, without blanks and the marks that get lost or changed on the way. */
export interface LabelKey {
  readonly ordinal: string;
  readonly core: string;
}

const numbered =
  /^(?:([一二三四五六七八九十]+)[、.，]|（?([一二三四五六七八九十]+)）[、.]?|(\d{1,2})[.、，]?(?!\d)|（(\d{1,2})）)/;

const lostMarks = /[，、"。：；]/g;

/** The key of a label; `1 .属于国家秘密`, `1、属于国家秘密` and `1.属于国家秘密` have the same one. */
export function labelKey(text: string): LabelKey {
  if (text.length > longestKept) return computeKey(text);
  const known = keys.get(text);
  if (known) return known;
  if (keys.size >= mostKept) keys.clear();
  const key = computeKey(text);
  keys.set(text, key);
  return key;
}

/** The labels of a form are met again in every version of every report, most of them several times. */
const keys = new Map<string, LabelKey>();
const mostKept = 2000;
const longestKept = 60;

function computeKey(text: string): LabelKey {
  // Spreadsheets put a cell with a line break in it between quotation marks.
  const words = comparable(text).replace(/^"/, '');
  const number = numbered.exec(words);
  const core = (number ? words.slice(number[0].length) : words).replace(lostMarks, '');
  return { ordinal: number ? (number[1] ?? number[2] ?? number[3] ?? number[4] ?? '') : '', core };
}

/** Whether the words of two labels are the same; a lost number is let pass, a wrong one is not. */
export function sameLabel(found: LabelKey, wanted: LabelKey): boolean {
  return (
    found.core === wanted.core &&
    (found.ordinal === '' || wanted.ordinal === '' || found.ordinal === wanted.ordinal)
  );
}

/** How alike two comparable strings are: 1 for the same, 0 for nothing in common. */
export function similarity(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (longest === 0) return 0;
  const shortest = Math.min(a.length, b.length);
  // A cheap bound first: the distance is never below the difference in length.
  if (shortest / longest < 0.3) return shortest / longest / 2;
  return 1 - distance(a, b) / longest;
}

/** Labels by key, made once for each table of each edition. */
export interface LabelIndex<T> {
  readonly entries: readonly { readonly template: T; readonly key: LabelKey }[];
  readonly byCore: ReadonlyMap<string, number>;
}

export function labelIndex<T extends { readonly label: string; readonly aliases?: readonly string[] }>(
  templates: readonly T[],
): LabelIndex<T> {
  const entries = templates.map((template) => ({ template, key: labelKey(template.label) }));
  const byCore = new Map<string, number>();
  for (const [index, { template, key }] of entries.entries()) {
    for (const core of [key.core, ...(template.aliases ?? []).map((alias) => labelKey(alias).core)]) {
      if (!byCore.has(core)) byCore.set(core, index);
    }
  }
  return { entries, byCore };
}

/** Whether some words are a piece of a longer label, long enough not to be so by chance. */
export const isPart = (piece: string, whole: string): boolean =>
  piece.length >= 5 && piece.length < whole.length && whole.includes(piece);

/** Whether some words are a label of a table: of a row, a column, a group, or its note. */
export const isWordOf = (template: TableTemplate, text: string): boolean =>
  wordsIn(template).has(labelKey(text).core);

/** The templates are constants, so their words are gathered once. */
const wordsIn = remembered(({ rows, groups, note }: TableTemplate): ReadonlySet<string> => {
  const columns = rows.flatMap((row) => row.columns);
  const labels = [...groups, ...rows, ...columns].map(({ label }) => label);
  return new Set([...labels, ...(note === undefined ? [] : [note])].map((label) => labelKey(label).core));
});
