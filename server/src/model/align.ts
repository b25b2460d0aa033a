import { remembered } from '../base/remembered.ts';
import type { RowTemplate } from '../template/index.ts';
import { bindGaps, type Unclear } from './align-gaps.ts';
import { type Candidate, findCandidates, type Known, type Wording } from './candidates.ts';
import type { Item } from './items.ts';
import { type LabelIndex, type LabelKey, labelKey, sameLabel, similarity } from './label.ts';

/** How the rows found in a text stand to the rows of the form. */
export interface Alignment {
  /** For each row of the form what was found for it. */
  readonly rows: readonly RowFound[];
  /** Rows with a label and figures that are no row of the form. */
  readonly strangers: readonly Item[];
}

/** A few characters are not the right ones, but the number is, and most of the words. */
const isMisspelt = (found: LabelKey, wanted: LabelKey): boolean =>
  found.ordinal === wanted.ordinal && similarity(found.core, wanted.core) >= misspelt;

const misspelt = 0.75;

export type RowFound =
  | {
      readonly kind: 'item';
      readonly item: Item;
      readonly label: Wording | undefined;
      readonly again: readonly Item[];
      /** Set when nothing but the order of the form tells which row it is. */
      readonly byOrder: boolean;
    }
  /** Its label stands there, but no figures. */
  | { readonly kind: 'label'; readonly item: Item }
  | Unclear
  | { readonly kind: 'missing' };

/** Figures right behind a column heading, one cell a line, have no label of their own yet: theirs comes after them. */
function withoutHeading(item: Item, headings: ReadonlySet<string>): Item {
  if (item.positional || item.figures === 0 || item.labels.length !== 1) return item;
  const [label] = item.labels;
  if (!label || !headings.has(labelKey(label.text).core)) return item;
  return { ...item, labels: [], words: [] };
}

/**
 * Matches rows by their labels along the form: first by the very words, then, between rows that are certain,
 * by likeness and order, and rows without any label only where exactly as many are left as the form has.
 */
export function align(
  written: readonly Item[],
  index: LabelIndex<RowTemplate>,
  width: (row: RowTemplate) => number,
): Alignment {
  const columns = columnWords(index);
  const headings = new Set([...columns].filter((core) => !index.byCore.has(core)));
  const items = written.map((item) => withoutHeading(item, headings));
  // A row without figures is known by its label only if that is no column heading, such as 总计, as well.
  const labelled = (text: string): boolean => {
    const key = labelKey(text);
    if (index.byCore.has(key.core)) return key.ordinal !== '' || !columns.has(key.core);
    return key.ordinal !== '' && index.entries.some((entry) => isMisspelt(key, entry.key));
  };
  const narrowest = Math.min(...index.entries.map(({ template }) => width(template)));
  const candidates = findCandidates(items, labelled, (core) => knownAs(core, index), narrowest);
  // A single number behind other words is the page number of a running title.
  const fewest = Math.min(2, narrowest);
  const again = bindExact(candidates, index);
  const unclear = bindGaps(candidates, index);
  const rows = index.entries.map((_, row) => found(row, candidates, again, unclear, items, index));
  const taken = new Set(again.map(({ item }) => item));
  const strangers = candidates
    .filter(
      (candidate) =>
        candidate.row === undefined && candidate.wordings.length > 0 && candidate.item.labels.length > 0,
    )
    .map((candidate) => candidate.item)
    .filter((item) => !taken.has(item) && item.figures >= (item.positional ? 1 : fewest));
  return { rows, strangers };
}

function knownAs(core: string, { byCore, entries }: LabelIndex<RowTemplate>): ReturnType<Known> {
  const row = byCore.get(core);
  if (row === undefined) return undefined;
  return entries[row]?.key.core === core ? 'whole' : 'other';
}

/** The column headings of a table, made once for each index. */
const columnWords = remembered((index: LabelIndex<RowTemplate>): ReadonlySet<string> => {
  const labels = index.entries.flatMap(({ template }) => template.columns.map(({ label }) => label));
  return new Set(labels.map((label) => labelKey(label).core));
});

/** Binds every candidate whose own line bears the very words of a row; returns those whose row is taken already. */
function bindExact(
  candidates: readonly Candidate[],
  index: LabelIndex<RowTemplate>,
): { row: number; item: Item }[] {
  const taken = new Set<number>();
  const again: { row: number; item: Item }[] = [];
  // Whoever bears its number as well goes first: 其他 may be a column, `3.其他` is a row.
  // Words around a row of bare figures may belong to its neighbours: they count only once the order is known.
  const open = new Set(candidates.filter(({ item }) => item.labels.length > 0));
  for (const numbered of [true, false]) {
    for (const candidate of open) {
      const exact = exactly(candidate, index, numbered);
      if (!exact) continue;
      open.delete(candidate);
      const { row, wording } = exact;
      if (!taken.has(row)) {
        taken.add(row);
        candidate.row = row;
        candidate.wording = wording;
      } else if (wording.key.ordinal !== '' || index.entries[row]?.key.ordinal === '') {
        again.push({ row, item: candidate.item });
      }
    }
  }
  return again;
}

/** The row whose very words a candidate bears, with its number if that is asked for. */
function exactly(
  { item, wordings }: Candidate,
  index: LabelIndex<RowTemplate>,
  numbered: boolean,
): { readonly row: number; readonly wording: Wording } | undefined {
  let otherwise: { readonly row: number; readonly wording: Wording } | undefined;
  for (const wording of wordings) {
    const { core, ordinal } = wording.key;
    const row = index.byCore.get(core) ?? index.byCore.get(withoutNote(wording, item));
    if (row === undefined) continue;
    const entry = index.entries[row];
    if (numbered && ordinal !== entry?.key.ordinal) continue;
    // What is only the end of a label may be a row's other name: all of it goes before.
    if (core === entry?.key.core) return { row, wording };
    otherwise ??= { row, wording };
  }
  return otherwise;
}

/**
 * A label without what some provinces explain in brackets behind it. Where the words come from several lines,
 * the bracket has to close: what stands behind an open one may be the label of another row.
 */
function withoutNote({ pieces, key: { core } }: Wording, { full }: Item): string {
  const own = pieces.every(({ span }) => full.from <= span.from && span.to <= full.to);
  return core.replace(own ? /（.*$/ : /（[^（]*）$/, '');
}

function found(
  row: number,
  candidates: readonly Candidate[],
  again: readonly { readonly row: number; readonly item: Item }[],
  unclear: ReadonlyMap<number, Unclear>,
  items: readonly Item[],
  index: LabelIndex<RowTemplate>,
): RowFound {
  const candidate = candidates.find((other) => other.row === row);
  if (candidate) {
    const others = again.filter((other) => other.row === row).map((other) => other.item);
    return {
      kind: 'item',
      item: candidate.item,
      label: candidate.wording,
      again: others,
      byOrder: candidate.wording === undefined,
    };
  }
  const entry = index.entries[row];
  // The heading 其他 of a column is not the row `3.其他` without its number.
  const named = (key: LabelKey) =>
    entry !== undefined &&
    sameLabel(key, entry.key) &&
    (key.ordinal !== '' || !entry.template.columns.some(({ label }) => labelKey(label).core === key.core));
  const bare = items.find(
    (item) => item.figures === 0 && item.labels.some(({ text }) => named(labelKey(text))),
  );
  const cut = bare ?? cutOff(entry?.key, items);
  if (cut) return { kind: 'label', item: cut };
  return unclear.get(row) ?? { kind: 'missing' };
}

/** The last words of a text that breaks off in the middle of a label. */
function cutOff(wanted: LabelKey | undefined, items: readonly Item[]): Item | undefined {
  const last = items[items.length - 1];
  const words = last?.figures === 0 ? last.labels[last.labels.length - 1] : undefined;
  if (!last || !words || !wanted) return undefined;
  const key = labelKey(words.text);
  const begun = key.core !== '' && wanted.core.startsWith(key.core) && key.ordinal === wanted.ordinal;
  return begun && (key.ordinal !== '' || key.core.length >= 3) ? last : undefined;
}
