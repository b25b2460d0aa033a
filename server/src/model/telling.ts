import { type Message, say } from '../base/message.ts';
import type { Span } from '../base/span.ts';
import { shortName } from './names.ts';
import type { Cell, Fault, Judgement, Report, Suspect } from './report.ts';

/** A broken identity as it is told: on the cell that would settle it, or else on the total. */
interface FaultTold {
  readonly span: Span;
  readonly message: Message;
  readonly related: ReturnType<typeof involved>;
  readonly fixes: readonly (ReturnType<typeof correction> & { readonly safety: 'ask' })[];
}

/** In what words a rule tells its broken identity. */
interface FaultWords {
  /** Where one cell besides the total itself is known to be wrong; without it no such cell is named. */
  readonly atSlip?: (...parts: SlipParts) => Message;
  /** Where it stands on the total, or on the last of several cells that a sum must equal. */
  readonly plain: (total: Cell, both: ReturnType<typeof sides>) => Message;
}

/** Row and column of the wrong cell, its figure, the right one, both sides of the identity and their difference. */
type SlipParts = readonly [
  row: string,
  column: string,
  printed: string,
  value: number,
  left: number,
  right: number,
  difference: number,
];

/** Tells every fault that is named by one identity of the form, in the words of its rule. */
export function* tellFaults(report: Report, identity: string, words: FaultWords): Iterable<FaultTold> {
  for (const fault of report.faults())
    if (fault.judgement.identity.id === identity) yield* tellFault(fault, words);
}

function* tellFault(fault: Fault, words: FaultWords): Iterable<FaultTold> {
  const { right } = fault.judgement;
  const suspect = (words.atSlip && culprit(fault)) ?? totalOf(fault);
  const cell = suspect?.cell ?? right[right.length - 1];
  if (!cell) return;
  const isTotal = right.length === 1 && right[0] === cell;
  const both = sides(fault.judgement);
  const slip = isTotal ? undefined : suspect;
  yield {
    span: cell.span,
    message: (slip && words.atSlip?.(...slipParts(slip, both))) ?? words.plain(cell, both),
    related: involved(fault, cell),
    fixes: suspect ? [{ ...correction(suspect), safety: 'ask' }] : [],
  };
}

const slipParts = (
  { cell, value }: Suspect,
  { left, right, difference }: ReturnType<typeof sides>,
): SlipParts => [shortName(cell.row), cell.column.label, printed(cell), value, left, right, difference];

/** A cell's figure as it is printed, for a message. */
const printed = (cell: Cell): string => (cell.quantity.kind === 'number' ? cell.quantity.printed : '');

/** Every cell that takes part in the identities of a fault, each named once, without the one the finding stands on. */
function involved(fault: Fault, but: Cell): readonly { readonly span: Span; readonly message: Message }[] {
  const cells = new Set(fault.broken.flatMap(({ left, right }) => [...left, ...right]));
  cells.delete(but);
  return [...cells].map((cell) => ({
    span: cell.span,
    message: say('“{0}”的“{1}”：{2}', shortName(cell.row), cell.column.label, printed(cell)),
  }));
}

/** The two sides of a broken identity and their difference. */
function sides({ outcome }: Judgement): {
  readonly left: number;
  readonly right: number;
  readonly difference: number;
} {
  const { left, right } = outcome.state === 'notAssessable' ? { left: 0, right: 0 } : outcome;
  return { left, right, difference: Math.abs(left - right) };
}

/**
 * The only cell whose change would settle a fault, if there is exactly one.
 * A figure that others were added up from is not named unless it is a total itself: too much would rest on a guess.
 */
function culprit({ suspects, judgement: { right } }: Fault): Suspect | undefined {
  const [only, ...others] = suspects;
  if (!only || others.length > 0) return undefined;
  return only.along.length === 0 || (right.length === 1 && right[0] === only.cell) ? only : undefined;
}

/** The total an identity is about, if it stands alone on its side, and what it would have to be. */
function totalOf(fault: Fault): Suspect | undefined {
  const [total] = fault.judgement.right;
  return fault.judgement.right.length === 1 ? fault.suspects.find(({ cell }) => cell === total) : undefined;
}

/** The change that would settle a fault: what it is called, and its edits of the text. */
function correction({ cell, value, along }: Suspect): {
  readonly title: Message;
  readonly edits: readonly { readonly span: Span; readonly insert: string }[];
} {
  const title = say('把 {0} 改为 {1}', printed(cell), value);
  return {
    title: along.reduce(
      (sofar, other) =>
        say(
          '{0}，“{1}”的“{2}”改为 {3}',
          sofar,
          shortName(other.cell.row),
          other.cell.column.label,
          other.value,
        ),
      title,
    ),
    edits: [{ cell, value }, ...along].map((one) => ({ span: one.cell.span, insert: String(one.value) })),
  };
}
