import type { RowTemplate } from '../template/index.ts';
import type { Candidate, Wording } from './candidates.ts';
import type { Item } from './items.ts';
import { isPart, type LabelIndex, type LabelKey, similarity } from './label.ts';

/** Below this two labels are not taken for the same, however well they would fit. */
const alike = 0.55;

/** What a piece of a torn label counts for: more than nothing, less than a likeness of the whole. */
const part = 0.56;

/** A row of the form that is there, but which of the rows found it is cannot be told. */
export type Unclear =
  /** Just there stands a row by a name that is none of the form. */
  | { readonly kind: 'unnamed'; readonly item: Item }
  /** Rows of figures stand there that cannot be told apart. */
  | { readonly kind: 'lost'; readonly item: Item };

/** Binds what is left between certain neighbours; returns the rows that are there but cannot be told for certain. */
export function bindGaps(
  candidates: readonly Candidate[],
  index: LabelIndex<RowTemplate>,
): Map<number, Unclear> {
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
