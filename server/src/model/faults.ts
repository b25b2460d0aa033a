import { type Move, moves } from './moves.ts';
import type { Cell, Fault, Judgement, Suspect } from './report.ts';

/** How an identity that was judged depends on one of its cells. */
interface Tie {
  readonly judgement: Judgement;
  /** 1 on the left side, −1 on the right. */
  readonly sign: number;
}

interface Explanation extends Suspect {
  readonly settles: readonly Judgement[];
}

/**
 * Gathers the broken identities of a table by cause.
 * A change explains identities if all it touches are broken and it settles them all;
 * the changes that explain most are taken first, and of those the smallest.
 * What nothing explains stands for itself, unless it follows from others.
 */
export function findFaults(judgements: readonly Judgement[]): readonly Fault[] {
  let broken = judgements.filter(({ outcome }) => outcome.state === 'broken');
  if (broken.length === 0) return [];
  let explanations = explain(judgements);
  const faults: Fault[] = [];
  while (explanations.length > 0) {
    const [best] = explanations;
    if (!best) break;
    faults.push(faultOf(rivals(best, explanations), best.settles));
    broken = broken.filter((judgement) => !best.settles.includes(judgement));
    explanations = explanations.filter(({ settles }) => settles.every((judgement) => broken.includes(judgement)));
  }
  return gathered(faults, broken);
}

/** The explanations that are as good as one: they settle the same with as few changes. */
function rivals(best: Explanation, explanations: readonly Explanation[]): readonly Explanation[] {
  return explanations.filter(
    ({ settles, along }) => along.length === best.along.length && sameMembers(settles, best.settles),
  );
}

const gapOf = ({ outcome }: Judgement): number =>
  outcome.state === 'notAssessable' ? 0 : outcome.left - outcome.right;

function explain(judgements: readonly Judgement[]): Explanation[] {
  const ties = tiesByCell(judgements);
  const explanations = moves(judgements).flatMap((move) => explanation(move, ties) ?? []);
  const unique = explanations.filter((one) => !isExchange(one) || rivals(one, explanations).length === 1);
  return unique.sort(
    (a, b) =>
      b.settles.length - a.settles.length ||
      a.along.length - b.along.length ||
      a.cell.span.from - b.cell.span.from,
  );
}

/** Which of two columns holds the other's figure shows only in the row of totals; elsewhere each column speaks for itself. */
const isExchange = ({ cell, along }: Explanation): boolean =>
  along.some((other) => other.cell.row === cell.row && !isTotal(other.cell));

function explanation(move: Move, ties: ReadonlyMap<Cell, readonly Tie[]>): Explanation | undefined {
  const weights = new Map<Judgement, number>();
  for (const { cell, sign } of move) {
    for (const tie of ties.get(cell) ?? []) {
      weights.set(tie.judgement, (weights.get(tie.judgement) ?? 0) + sign * tie.sign);
    }
  }
  const touched = [...weights].filter(([, weight]) => weight !== 0);
  const [first] = touched;
  if (!first) return undefined;
  const change = -gapOf(first[0]) / first[1];
  if (touched.some(([judgement, weight]) => gapOf(judgement) === 0 || gapOf(judgement) + weight * change !== 0)) {
    return undefined;
  }
  const changed = move.flatMap(({ cell, sign }) => changedBy(cell, sign * change));
  const [chief, ...along] = changed;
  if (!chief || changed.length < move.length) return undefined;
  return { ...chief, along, settles: touched.map(([judgement]) => judgement) };
}

/** A cell with its figure after a change; nothing if there is no such figure. */
function changedBy(cell: Cell, change: number): readonly { readonly cell: Cell; readonly value: number }[] {
  const value = cell.quantity.kind === 'number' ? cell.quantity.value + change : -1;
  return value < 0 ? [] : [{ cell, value }];
}
