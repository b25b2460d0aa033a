import type { Cell, Judgement, Report } from './report.ts';

/** A cell that the form wants to be the sum of others. */
export interface Total {
  readonly cell: Cell;
  /** The primary figures it comes from, through other totals if need be; undefined where one of them is not certain. */
  readonly addends: readonly Cell[] | undefined;
  /** Their sum; undefined where one of them is blank, malformed or not certain. */
  readonly value: number | undefined;
}

/** Every total that was read, in the order of the identities; it is never the total's own figure that counts. */
export function totalsOf(report: Report): readonly Total[] {
  const sums = sumsByTotal(report);
  const known = new Map<Cell, Total>();
  return [...sums.keys()].map((cell) => totalOf(cell, sums, known));
}

/** The sums a total has to come to; the one in the corner of a table has two. */
type Sums = ReadonlyMap<Cell, readonly Judgement[]>;

function sumsByTotal(report: Report): Sums {
  const sums = new Map<Cell, Judgement[]>();
  for (const judgement of report.judgements()) {
    const [total] = judgement.right;
    // Two cells on the right balance those on the left: neither is a total.
    if (judgement.identity.equals.length > 1 || !total) continue;
    sums.set(total, [...(sums.get(total) ?? []), judgement]);
  }
  return sums;
}

function totalOf(cell: Cell, sums: Sums, known: Map<Cell, Total>): Total {
  const before = known.get(cell);
  if (before) return before;
  const ways = (sums.get(cell) ?? []).map((sum) => added(cell, sum, sums, known));
  const total = ways.find(({ value }) => value !== undefined) ?? {
    cell,
    addends: undefined,
    value: undefined,
  };
  known.set(cell, total);
  return total;
}

/** Adds up one way; a row or column of the form that was not read leaves the sum open. */
function added(cell: Cell, { identity, left }: Judgement, sums: Sums, known: Map<Cell, Total>): Total {
  const open: Total = { cell, addends: undefined, value: undefined };
  if (left.length < identity.sum.length) return open;
  const addends: Cell[] = [];
  let value = 0;
  for (const part of left) {
    const inner = sums.has(part) ? totalOf(part, sums, known) : undefined;
    const figure = inner ? inner.value : figureOf(part);
    if (figure === undefined) return open;
    value += figure;
    for (const one of inner?.addends ?? [part]) addends.push(one);
  }
  return { cell, addends, value };
}

/** The number in a cell, if there is one. */
export const figureOf = ({ quantity }: Cell): number | undefined =>
  quantity.kind === 'number' ? quantity.value : undefined;
