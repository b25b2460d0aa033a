import type { Span } from '../base/span.ts';
import type { SyntaxTree } from '../syntax/tree.ts';
import { editions, type SectionId, type TableId, tableOf } from '../template/index.ts';
import { lineStart, order, type SectionChoice, startsOf } from './bind-sections.ts';
import { headingLine } from './heading-line.ts';
import { isWordOf } from './label.ts';
import { linesIn } from './lines.ts';
import { isTopRow } from './row-words.ts';
import type { RawHeading } from './scan-headings.ts';
import { readTableText } from './table-text.ts';

/** Words of its own that tell a table from anything else. */
const enoughWords = 3;

const tablesOf: readonly TableId[] = ['disclosure', 'applications', 'review'];

interface Headings {
  readonly choice: SectionChoice;
  /** All headings, in the order of the text. */
  readonly raw: readonly RawHeading[];
}

/** How much of a text is the report: all but the quoted lines, up to its end. */
interface Extent {
  readonly quoted: ReadonlySet<number>;
  readonly end: number;
}

/**
 * Finds the sections whose tables are there and whose headings are not: their tables tell where they begin.
 * A heading right above such a table is the section's, whatever it says.
 */
export function withHeadless(tree: SyntaxTree, { choice, raw }: Headings, { quoted, end }: Extent): Headings {
  const chosen = new Map(choice.chosen);
  const headless = new Map<SectionId, number>();
  const taken = new Set([...chosen.values(), ...[...choice.duplicates.values()].flat()]);
  const added: RawHeading[] = [];
  for (const id of tablesOf) {
    if (chosen.has(id)) continue;
    const so = { ...choice, chosen, headless };
    const start = beginningOf(tree, id, regionOf(tree, id, so, end), quoted);
    if (start === undefined) continue;
    const above = headingAbove(tree, raw, start);
    if (!above || taken.has(above)) headless.set(id, start);
    else chosen.set(id, above);
    if (above && !raw.includes(above)) added.push(above);
  }
  const all = [...raw, ...added].sort((a, b) => a.span.from - b.span.from);
  return { choice: { ...choice, chosen, headless }, raw: added.length > 0 ? all : raw };
}

/** Where a section without a heading must stand: between its neighbours. */
function regionOf(tree: SyntaxTree, id: SectionId, choice: SectionChoice, end: number): Span {
  const rank = order.indexOf(id);
  const placeOf = (other: SectionId): number | undefined => {
    const heading = choice.chosen.get(other);
    return heading ? lineStart(tree, heading) : choice.headless.get(other);
  };
  const before = order.slice(0, rank).findLast((other) => placeOf(other) !== undefined);
  const from = (before && placeOf(before)) ?? 0;
  return { from, to: startsOf(tree, choice).find((start) => start > from) ?? end };
}

/** The first line of a table of which several words stand in a region. */
function beginningOf(
  tree: SyntaxTree,
  id: TableId,
  { from, to }: Span,
  quoted: ReadonlySet<number>,
): number | undefined {
  const lines = linesIn(tree.lines, from, to).filter(({ index }) => !quoted.has(index));
  const { items } = readTableText(tree, lines, to);
  const own = items.flatMap(({ labels, words }) =>
    [...labels, ...words].filter(({ text }) => onlyIn(id, text)),
  );
  const [first] = own;
  if (!first || new Set(own.map(({ text }) => text)).size < enoughWords) return undefined;
  return tree.lines.findLast(({ full }) => full.from <= first.span.from)?.full.from;
}

/** Whether some words are a label of this table, in either edition, and of no other one. */
function onlyIn(id: TableId, text: string): boolean {
  const isIn = (table: TableId): boolean =>
    editions.some((edition) => isWordOf(tableOf(edition, table), text));
  return isIn(id) && tablesOf.every((other) => other === id || !isIn(other));
}

/** The heading of the first level with nothing but blanks between it and a place below. */
function headingAbove(tree: SyntaxTree, raw: readonly RawHeading[], place: number): RawHeading | undefined {
  const line = tree.lines.findLast(({ full, shape }) => full.from < place && shape !== 'blank');
  const level = line?.marker?.level;
  if (!line || (level !== 0 && level !== 1)) return undefined;
  const known = raw.find((heading) => heading.line.index === line.index);
  if (known) return known;
  const read = headingLine(tree, line);
  return read && read.words !== '' && !read.inline && !isTopRow(read.words)
    ? { ...read, level, match: undefined }
    : undefined;
}
