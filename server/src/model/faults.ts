import { type Sums, through } from './identities.ts';
import { type Move, moves } from './moves.ts';
import type { Cell, Fault, Judgement, Suspect } from './report.ts';
import { figureOf, isDigitSwap, type RowSlip, rowSlips } from './slips.ts';

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
 * A slip explains identities if all that it touches are broken and undoing it settles them all;
 * the slips that explain most are taken first, and of those the smallest.
 * What nothing explains stands for itself, unless it follows from others.
 */
export function findFaults(sums: Sums): readonly Fault[] {
  let broken = sums.broken();
  if (broken.length === 0) return [];
  let explanations = explain(sums);
  const faults: Fault[] = [];
  while (explanations.length > 0) {
    const [best] = explanations;
    if (!best) break;
    const equal = explanations.filter(
      (one) => simplicity(one) === simplicity(best) && sameMembers(one.settles, best.settles),
    );
    faults.push(faultOf(equal, best.settles));
    broken = broken.filter((judgement) => !best.settles.includes(judgement));
    explanations = explanations.filter(({ settles }) =>
      settles.every((judgement) => broken.includes(judgement)),
    );
  }
  return [...faults, ...unexplained(broken, sums)];
}

function explain(sums: Sums): Explanation[] {
  // A slip settles something broken, so one of its figures stands in it; most slips are ruled out by this alone.
  const broken = sums.broken();
  const involved = new Set(broken.flatMap(({ left, right }) => [...left, ...right]));
  // Nearly always one figure alone settles everything, and then nothing explains it better.
  const ties = tiesIn(sums);
  const alone = [...involved].flatMap((cell) => {
    // To change a figure alone breaks every sum it stands in that holds.
    if (through(cell, sums.template).some(({ at }) => sums.holds(at))) return [];
    return explanation({ cell, carried: [], exchanged: undefined }, ties) ?? [];
  });
  if (alone.some(({ settles }) => settles.length === broken.length)) return ranked(alone);
  const judgements = sums.all();
  return ranked([
    ...moves(judgements, involved).flatMap((move) => explanation(move, ties) ?? []),
    ...soleOf(rowSlips(judgements).flatMap((slip) => slipExplanation(slip, ties) ?? [])),
  ]);
}

/** What settles most first, and of that the smallest slip. */
const ranked = (explanations: readonly Explanation[]): Explanation[] =>
  [...explanations].sort(
    (a, b) =>
      b.settles.length - a.settles.length ||
      simplicity(a) - simplicity(b) ||
      a.cell.span.from - b.cell.span.from,
  );

/** One figure alone is simplest, then a known slip, then the fewer figures the better. */
const simplicity = ({ along, slip }: Suspect): number =>
  along.length === 0 ? 0 : slip === undefined ? 1 + along.length : 1;

/** What a slip in one row explains; undefined if putting it right would break what holds, or leave what is broken. */
function slipExplanation({ name, changes }: RowSlip, ties: Ties): Explanation | undefined {
  const shifts = new Map<Judgement, number>();
  for (const { cell, value } of changes) {
    for (const { judgement, sign } of ties(cell)) {
      shifts.set(judgement, (shifts.get(judgement) ?? 0) + sign * (value - figureOf(cell)));
    }
  }
  const touched = [...shifts].filter(([, shift]) => shift !== 0);
  if (touched.length === 0 || touched.some(([one, shift]) => gapOf(one) + shift !== 0)) return undefined;
  const [chief, ...along] = changes;
  return chief && { ...chief, along, slip: name, settles: touched.map(([judgement]) => judgement) };
}

/** Rows resemble one another: a slip that may have happened in several of them is no explanation. */
const soleOf = (explanations: readonly Explanation[]): readonly Explanation[] =>
  explanations.filter((one) =>
    explanations.every((other) => other === one || !sameMembers(one.settles, other.settles)),
  );

/** What undoing a slip settles; undefined if it would break what holds, or leave what is broken. */
function explanation({ cell, carried, exchanged }: Move, ties: Ties): Explanation | undefined {
  const weights = new Map<Judgement, number>();
  const weigh = (one: Cell, sign: number) => {
    for (const tie of ties(one)) {
      weights.set(tie.judgement, (weights.get(tie.judgement) ?? 0) + sign * tie.sign);
    }
  };
  for (const one of [cell, ...carried]) weigh(one, 1);
  if (exchanged) weigh(exchanged, -1);
  const touched = [...weights].filter(([, weight]) => weight !== 0);
  const [first] = touched;
  if (!first) return undefined;
  const change = -gapOf(first[0]) / first[1];
  if (change === 0 || touched.some(([one, weight]) => gapOf(one) + weight * change !== 0)) return undefined;
  const [chief, ...along] = [
    ...[cell, ...carried].map((one) => suspect(one, change)),
    ...(exchanged ? [suspect(exchanged, -change)] : []),
  ];
  if (!chief || chief.value < 0 || along.some(({ value }) => value < 0)) return undefined;
  const slip = along.length === 0 && isDigitSwap(figureOf(cell), chief.value) ? 'digits' : undefined;
  return { ...chief, along, slip, settles: touched.map(([judgement]) => judgement) };
}

const suspect = (cell: Cell, change: number): { readonly cell: Cell; readonly value: number } => ({
  cell,
  value: figureOf(cell) + change,
});

/** Left sum less right sum. */
const gapOf = ({ outcome }: Judgement): number =>
  outcome.state === 'notAssessable' ? 0 : outcome.left - outcome.right;

/** The sums that a cell stands in, as far as they were judged. */
type Ties = (cell: Cell) => readonly Tie[];

/** Few cells are ever suspected, so each is looked up when it is. */
function tiesIn(sums: Sums): Ties {
  const known = new Map<Cell, readonly Tie[]>();
  return (cell) => {
    const before = known.get(cell);
    if (before) return before;
    const ties = through(cell, sums.template).flatMap(({ at, sign }) => {
      const judgement = sums.judged(at);
      return judgement ? [{ judgement, sign }] : [];
    });
    known.set(cell, ties);
    return ties;
  };
}

const sameMembers = (a: readonly Judgement[], b: readonly Judgement[]): boolean =>
  a.length === b.length && a.every((judgement) => b.includes(judgement));

function faultOf(explanations: readonly Explanation[], broken: readonly Judgement[]): Fault {
  const [only, ...others] = explanations;
  const suspects = explanations.map(({ cell, value, along, slip }) => ({ cell, value, along, slip }));
  const judgement =
    (only && others.length === 0 ? namingIdentity(only.cell, broken) : broken[0]) ?? broken[0];
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

/** Each identity that nothing explains is a fault of its own, but for those that are broken because others are. */
function unexplained(broken: readonly Judgement[], sums: Sums): readonly Fault[] {
  if (broken.length === 0) return [];
  const told = [...broken];
  for (const relation of relations(sums.all())) {
    const consequence = relation.sums.find((one) => told.includes(one));
    const cause = relation.all.some((one) => one !== consequence && one.outcome.state === 'broken');
    if (consequence && cause) told.splice(told.indexOf(consequence), 1);
  }
  return told.map((judgement) => ({ judgement, broken: [judgement], suspects: [] }));
}

/** Identities of which each follows from all the others: the sum of columns is judged on every column and on their sum. */
interface Relation {
  readonly all: readonly Judgement[];
  /** Those that are told last: on the column of sums, then on the row of sums. */
  readonly sums: readonly Judgement[];
}

function relations(judgements: readonly Judgement[]): readonly Relation[] {
  const across = judgements.filter(({ identity }) => identity.axis === 'column');
  const kinds = new Set(judgements.flatMap(({ identity }) => (identity.axis === 'row' ? [identity] : [])));
  return [...kinds].flatMap((kind) => {
    const columns = judgements.filter(({ identity }) => identity === kind);
    const rows = across.filter(({ line }) => kind.sum.includes(line.id) || kind.equals.includes(line.id));
    const all = [...columns, ...rows];
    if (rows.length === 0 || all.some(({ outcome }) => outcome.state === 'notAssessable')) return [];
    const total = columns.filter(({ line }) =>
      rows.some(({ identity }) => identity.equals.includes(line.id)),
    );
    const totals = kind.equals.length > 1 ? [] : rows.filter(({ line }) => kind.equals.includes(line.id));
    return [{ all, sums: [...total, ...totals] }];
  });
}
