import type { Cell, Judgement } from './report.ts';

/** A slip of the pen: one figure off, or several by the same amount. */
export interface Move {
  /** The figure that was written wrong; in an exchange the first of the two. */
  readonly cell: Cell;
  /** Totals that were added up from it, and are off by as much. */
  readonly carried: readonly Cell[];
  /** The figure that has too little where `cell` has too much. */
  readonly exchanged: Cell | undefined;
}

/**
 * The slips that one person makes in one go: a single figure; a figure together with totals that were added up from it;
 * two totals of one row that went into each other's columns. Slips that leave all the cells of interest alone are left out.
 */
export function moves(judgements: readonly Judgement[], interest: ReadonlySet<Cell>): readonly Move[] {
  const totals = totalsByCell(judgements);
  const cells = new Set(judgements.flatMap(({ left, right }) => [...left, ...right]));
  const exchanged = judgements.flatMap(({ identity, right }) =>
    identity.axis === 'row' && right.length === 1 ? right : [],
  );
  const reaches = (cell: Cell): boolean =>
    interest.has(cell) || (totals.get(cell) ?? []).some((total) => reaches(total));
  return [
    ...[...cells].filter(reaches).flatMap((cell) => withTotals(cell, totals)),
    ...exchanges(exchanged, totals),
  ].filter((move) => touches(move, interest));
}

const touches = ({ cell, carried, exchanged }: Move, interest: ReadonlySet<Cell>): boolean =>
  interest.has(cell) ||
  carried.some((one) => interest.has(one)) ||
  (exchanged !== undefined && interest.has(exchanged));

type Totals = ReadonlyMap<Cell, readonly Cell[]>;

/** The totals each cell is an addend of. */
function totalsByCell(judgements: readonly Judgement[]): Totals {
  const totals = new Map<Cell, Cell[]>();
  for (const { left, right } of judgements) {
    const [total] = right;
    if (!total || right.length > 1) continue;
    for (const cell of left) {
      const known = totals.get(cell);
      if (known) known.push(total);
      else totals.set(cell, [total]);
    }
  }
  return totals;
}

/** A cell alone, with one of its totals, with that one's total as well, or with all of them. */
function withTotals(cell: Cell, totals: Totals): readonly Move[] {
  const above = totals.get(cell) ?? [];
  const next = (total: Cell) => totals.get(total) ?? [];
  const all = [...new Set([...above, ...above.flatMap(next)])];
  const chains = [
    [],
    ...above.map((total) => [total]),
    ...above.flatMap((total) => next(total).map((further) => [total, further])),
    ...(above.length > 1 ? [above, all] : []),
  ];
  return chains.map((carried) => ({ cell, carried, exchanged: undefined }));
}

/**
 * Two figures of the row of totals. Other rows are left out: that a figure stands in the wrong column
 * says nothing about its row, so each column is told by itself.
 */
function exchanges(row: readonly Cell[], totals: Totals): readonly Move[] {
  const addends = row.filter((cell) => totals.has(cell));
  return addends.flatMap((cell, at) =>
    addends.slice(at + 1).map((exchanged) => ({ cell, carried: [], exchanged })),
  );
}
