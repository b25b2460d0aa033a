import type { RowTemplate } from '../template/index.ts';
import { type Candidate, findCandidates, type Wording } from './candidates.ts';
import type { Item } from './items.ts';
import { isPart, type LabelIndex, type LabelKey, labelKey, sameLabel, similarity } from './label.ts';

/** How the rows found in a text stand to the rows of the form. */
export interface Alignment {
  /** For each row of the form what was found for it. */
  readonly rows: readonly RowFound[];
  /** Rows with a label and figures that are no row of the form. */
  readonly strangers: readonly Item[];
}

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
  /** Just there stands a row by a name that is none of the form. */
  | { readonly kind: 'unnamed'; readonly item: Item }
  /** Rows of figures stand there that cannot be told apart. */
  | { readonly kind: 'lost'; readonly item: Item }
  | { readonly kind: 'missing' };

/** Below this two labels are not taken for the same, however well they would fit. */
const alike = 0.55;

/** What a piece of a torn label counts for: more than nothing, less than a likeness of the whole. */
const part = 0.56;

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
    return index.byCore.has(key.core) && (key.ordinal !== '' || !columns.has(key.core));
  };
  const narrowest = Math.min(...index.entries.map(({ template }) => width(template)));
  const candidates = findCandidates(items, labelled, (core) => index.byCore.has(core), narrowest);
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

const wordsOfColumns = new WeakMap<LabelIndex<RowTemplate>, ReadonlySet<string>>();

/** The column headings of a table, made once for each index. */
function columnWords(index: LabelIndex<RowTemplate>): ReadonlySet<string> {
  const known = wordsOfColumns.get(index);
  if (known) return known;
  const labels = index.entries.flatMap(({ template }) => template.columns.map(({ label }) => label));
  const words = new Set(labels.map((label) => labelKey(label).core));
  wordsOfColumns.set(index, words);
  return words;
}

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

type Unclear = Extract<RowFound, { kind: 'lost' | 'unnamed' }>;

/** Binds what is left between certain neighbours; returns the rows that are there but cannot be told for certain. */
function bindGaps(candidates: readonly Candidate[], index: LabelIndex<RowTemplate>): Map<number, Unclear> {
  const unclear = new Map<number, Unclear>();
  const free = (row: number) => !candidates.some((candidate) => candidate.row === row);
  let from = 0;
  while (from < candidates.length) {
    if (candidates[from]?.row !== undefined) {
      from++;
      continue;
    }
    let to = from;
    while (to < candidates.length && candidates[to]?.row === undefined) to++;
    const low = (candidates[from - 1]?.row ?? -1) + 1;
    const high = candidates[to]?.row ?? index.entries.length;
    const rows: number[] = [];
    for (let row = low; row < high; row++) if (free(row)) rows.push(row);
    const gap = candidates.slice(from, to);
    bindGap(gap, rows, index, unclear);
    nameRows(gap, rows, unclear);
    from = to;
  }
  return unclear;
}

/** Where as many rows by a name of their own are left as the form has rows left, they stand for each other. */
function nameRows(gap: readonly Candidate[], rows: readonly number[], unclear: Map<number, Unclear>): void {
  const strange = gap.filter(({ row, item }) => row === undefined && item.labels.length > 0);
  const left = rows.filter((row) => !gap.some((candidate) => candidate.row === row) && !unclear.has(row));
  if (strange.length !== left.length) return;
  for (const [at, row] of left.entries()) {
    const item = strange[at]?.item;
    if (item) unclear.set(row, { kind: 'unnamed', item });
  }
}

function bindGap(
  gap: readonly Candidate[],
  rows: readonly number[],
  index: LabelIndex<RowTemplate>,
  unclear: Map<number, Unclear>,
): void {
  bindAlike(
    gap.filter(({ item }) => item.labels.length > 0),
    rows,
    index,
  );
  const left = () => rows.filter((row) => !gap.some((candidate) => candidate.row === row));
  const nameless = gap.filter(
    (candidate) => candidate.row === undefined && candidate.item.labels.length === 0,
  );
  if (nameless.length === 0) return;
  const places = placesFor(nameless, left(), index);
  if (nameless.length === places.length && inOrder(gap, nameless, places)) {
    for (const [at, candidate] of nameless.entries()) {
      candidate.row = places[at];
      candidate.wording = evidence(candidate, places[at], index);
    }
    return;
  }
  // The words around them may be those of a row that is not there: what they are taken for, the sums have to confirm.
  bindAlike(nameless, places, index);
  for (const candidate of nameless) candidate.wording = undefined;
  for (const row of left()) if (nameless[0]) unclear.set(row, { kind: 'lost', item: nameless[0].item });
}

/** Rows left over; of one group only, if all rows without a name stand under its heading and are as many as it has. */
function placesFor(
  nameless: readonly Candidate[],
  left: readonly number[],
  index: LabelIndex<RowTemplate>,
): readonly number[] {
  const group = nameless[0]?.item.under;
  if (group === undefined || nameless.some(({ item }) => item.under !== group)) return left;
  const inGroup = left.filter((row) => index.entries[row]?.template.group === group);
  return inGroup.length === nameless.length ? inGroup : left;
}

/** The words around a row of bare figures that name the row it was put in, if they do. */
function evidence(
  candidate: Candidate,
  row: number | undefined,
  index: LabelIndex<RowTemplate>,
): Wording | undefined {
  return likeness(candidate, row === undefined ? undefined : index.entries[row]?.key)?.wording;
}

/** Whether the nameless rows, put in the places left, keep the order of the labelled rows around them. */
function inOrder(
  gap: readonly Candidate[],
  nameless: readonly Candidate[],
  left: readonly number[],
): boolean {
  const places = gap.map((candidate) => candidate.row ?? left[nameless.indexOf(candidate)]);
  let last = -1;
  for (const place of places) {
    if (place === undefined) continue;
    if (place < last) return false;
    last = place;
  }
  return true;
}

/** The order-keeping assignment with the greatest likeness in all, by dynamic programming over rows found and rows of the form. */
function bindAlike(gap: readonly Candidate[], rows: readonly number[], index: LabelIndex<RowTemplate>): void {
  const scores = gap.map((candidate) => rows.map((row) => likeness(candidate, index.entries[row]?.key)));
  const best: number[][] = Array.from({ length: gap.length + 1 }, () =>
    new Array<number>(rows.length + 1).fill(0),
  );
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  for (let i = gap.length - 1; i >= 0; i--) {
    for (let j = rows.length - 1; j >= 0; j--) {
      const taken = scores[i]?.[j];
      const line = best[i];
      if (line) line[j] = Math.max(at(i + 1, j), at(i, j + 1), taken ? taken.score + at(i + 1, j + 1) : 0);
    }
  }
  for (let i = 0, j = 0; i < gap.length && j < rows.length; ) {
    const taken = scores[i]?.[j];
    const candidate = gap[i];
    if (taken && candidate && at(i, j) === taken.score + at(i + 1, j + 1)) {
      candidate.row = rows[j];
      candidate.wording = taken.wording;
      i++;
      j++;
    } else if (at(i, j) === at(i + 1, j)) i++;
    else j++;
  }
}

function likeness(
  candidate: Candidate,
  wanted: LabelKey | undefined,
): { score: number; wording: Wording } | undefined {
  if (!wanted) return undefined;
  let best: { score: number; wording: Wording } | undefined;
  for (const wording of candidate.wordings) {
    // A wrong number and other words: that is another row.
    if (contradicts(wording.key.ordinal, wanted.ordinal)) continue;
    const whole = similarity(wording.key.core, wanted.core);
    const near = Math.max(whole, isPart(wording.key.core, wanted.core) ? part : 0);
    const score = near + (wording.key.ordinal === wanted.ordinal ? 0.05 : 0);
    if (score >= alike && score > (best?.score ?? 0)) best = { score, wording };
  }
  return best;
}

/** Two numbers of one kind; the number of a group, `（四）`, may stand in front of that of a row, `2.`. */
const contradicts = (one: string, other: string): boolean =>
  one !== '' && other !== '' && one !== other && /\d/.test(one) === /\d/.test(other);

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
