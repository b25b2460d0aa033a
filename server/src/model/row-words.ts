import { comparable, withoutOrdinal } from '../base/wording.ts';
import { editions } from '../template/index.ts';
import { similarity } from './label.ts';

/** Words of the statutory tables, numbering apart, by their first two characters. */
const labels: ReadonlyMap<string, readonly string[]> = byStart(
  editions.flatMap((edition) =>
    edition.tables.flatMap((table) => [
      ...table.groups.map(({ label }) => label),
      ...table.rows.map(({ label }) => label),
      ...table.rows.flatMap((row) => row.columns.map(({ label }) => label)),
      ...(table.note ? [table.note] : []),
      '信息内容',
    ]),
  ),
);

/** The rows and groups numbered like sections: `一、本年新收…`, `四、结转下年度继续办理`. */
const topLabels: readonly string[] = editions.flatMap((edition) =>
  edition.tables.flatMap((table) =>
    [...table.groups, ...table.rows].flatMap(({ label }) =>
      /^[一二三四五六七八九十]、/.test(label) ? [withoutOrdinal(comparable(label))] : [],
    ),
  ),
);

/** Whether comparable words are a label of a table or, where a line broke, the beginning of one. */
export function isTableLabel(words: string): boolean {
  const bare = withoutOrdinal(words);
  const known = labels.get(bare.slice(0, 2));
  return known?.some((label) => label === bare || overlap(label, bare)) ?? false;
}

/** Whether a line numbered like a section is a row of table three. */
export function isTopRow(words: string): boolean {
  return topLabels.some((label) => {
    const shared = commonStart(label, words);
    return shared >= 4 || shared === words.length || similarity(words, label) > 0.6;
  });
}

/** Either goes on where the other ends, with enough in common to be no accident. */
const overlap = (label: string, words: string): boolean =>
  (words.length >= 4 && label.startsWith(words)) || (label.length >= 8 && words.startsWith(label));

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a.charAt(at) === b.charAt(at)) at++;
  return at;
}

function byStart(texts: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>();
  for (const text of new Set(texts)) {
    const label = withoutOrdinal(comparable(text));
    const start = label.slice(0, 2);
    map.set(start, [...(map.get(start) ?? []), label]);
  }
  return map;
}
