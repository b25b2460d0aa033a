import type { Cell, Fault, Judgement, Suspect } from './report.ts';

/** How an identity that was judged depends on one of its cells. */
interface Tie {
  readonly judgement: Judgement;
  /** Left sum less right sum. */
  readonly gap: number;
  /** 1 on the left side, −1 on the right. */
  readonly sign: number;
}

interface Explanation extends Suspect {
  readonly settles: readonly Judgement[];
}

/**
 * Gathers the broken identities of a table by cause.
 * A cell explains the identities it stands in if all of them are broken and one change of it settles them all;
 * the cells that explain most are taken first, and what nothing explains stands for itself.
 */
export function findFaults(judgements: readonly Judgement[]): readonly Fault[] {
  let broken = judgements.filter(({ outcome }) => outcome.state === 'broken');
  if (broken.length === 0) return [];
  let explanations = explain(judgements);
  const faults: Fault[] = [];
  while (explanations.length > 0) {
    const [best] = explanations;
    if (!best) break;
    const equal = explanations.filter(({ settles }) => sameMembers(settles, best.settles));
    faults.push(faultOf(equal, best.settles));
    broken = broken.filter((judgement) => !best.settles.includes(judgement));
    explanations = explanations.filter(({ settles }) => settles.every((judgement) => broken.includes(judgement)));
  }
  return [...faults, ...broken.map((judgement) => ({ judgement, broken: [judgement], suspects: [] }))];
}

function explain(judgements: readonly Judgement[]): Explanation[] {
  const explanations: Explanation[] = [];
  for (const [cell, ties] of tiesByCell(judgements)) {
    const [first] = ties;
    if (!first || cell.quantity.kind !== 'number') continue;
    const change = -first.gap * first.sign;
    const value = cell.quantity.value + change;
    if (value < 0 || ties.some(({ gap, sign }) => gap === 0 || gap + sign * change !== 0)) continue;
    explanations.push({ cell, value, settles: ties.map(({ judgement }) => judgement) });
  }
  return explanations.sort((a, b) => b.settles.length - a.settles.length || a.cell.span.from - b.cell.span.from);
}

function tiesByCell(judgements: readonly Judgement[]): ReadonlyMap<Cell, readonly Tie[]> {
  const ties = new Map<Cell, Tie[]>();
  const tie = (cell: Cell, entry: Tie) => {
    const known = ties.get(cell);
    if (known) known.push(entry);
    else ties.set(cell, [entry]);
  };
  for (const judgement of judgements) {
    if (judgement.outcome.state === 'notAssessable') continue;
    const gap = judgement.outcome.left - judgement.outcome.right;
    for (const cell of judgement.left) tie(cell, { judgement, gap, sign: 1 });
    for (const cell of judgement.right) tie(cell, { judgement, gap, sign: -1 });
  }
  return ties;
}

const sameMembers = (a: readonly Judgement[], b: readonly Judgement[]): boolean =>
  a.length === b.length && a.every((judgement) => b.includes(judgement));

function faultOf(explanations: readonly Explanation[], broken: readonly Judgement[]): Fault {
  const [only, ...others] = explanations;
  const suspects = explanations.map(({ cell, value }) => ({ cell, value }));
  const judgement = (only && others.length === 0 ? namingIdentity(only.cell, broken) : broken[0]) ?? broken[0];
  if (!judgement) throw new Error('a fault without a broken identity');
  return { judgement, broken, suspects };
}

/**
 * A total is named by the sum it is the total of; a figure of 一, 二 or 四 by the balance;
 * an outcome by its own row, which is the shortest sum it stands in.
 */
function namingIdentity(cell: Cell, broken: readonly Judgement[]): Judgement | undefined {
  const asTotal = broken.find(({ right }) => right.length === 1 && right[0] === cell);
  const asBalance = broken.find(({ right }) => right.length > 1);
  return asTotal ?? asBalance ?? [...broken].sort((a, b) => a.left.length - b.left.length)[0];
}
