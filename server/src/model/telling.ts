import { type Message, say } from '../base/message.ts';
import type { Span } from '../base/span.ts';
import { certainCell } from './cells.ts';
import { type Evidence, type Quote, weigh } from './evidence.ts';
import { faultsToTell } from './faults-to-tell.ts';
import { shortName } from './names.ts';
import type { Cell, Fault, Judgement, Predecessor, Report, SlipName, Suspect } from './report.ts';

/** A broken identity as it is told: on the cell that would settle it, or else on the total. */
interface FaultTold {
  readonly span: Span;
  readonly message: Message;
  readonly related: readonly Told[];
  /** What last year's report says of it, if that shows which figure is wrong. */
  readonly elsewhere: readonly (Told & { readonly of: Predecessor })[];
  /** The change of the cell it is told on first, then those that are as good. */
  readonly fixes: readonly {
    readonly title: Message;
    readonly safety: 'ask';
    readonly edits: readonly { readonly span: Span; readonly insert: string }[];
  }[];
}

/** In what words a rule tells its broken identity. */
interface FaultWords {
  /** Where one cell besides the total itself is known to be wrong. */
  readonly atSlip: (...parts: SlipParts) => Message;
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
  for (const fault of faultsToTell(report)) {
    if (fault.judgement.identity.id !== identity) continue;
    yield* tellFault(fault, weigh(fault, report), words, report);
  }
}

function* tellFault(
  fault: Fault,
  evidence: Evidence,
  words: FaultWords,
  { lastYear }: Report,
): Iterable<FaultTold> {
  const { right } = fault.judgement;
  const known = culprit(fault, evidence);
  const suspect = known ?? totalOf(fault);
  const cell = suspect?.cell ?? right[right.length - 1];
  if (!cell) return;
  const isTotal = right.length === 1 && right[0] === cell;
  const both = sides(fault.judgement);
  const alone = isTotal ? undefined : suspect;
  const plainly = () =>
    alone ? withCarried(words.atSlip(...slipParts(alone, both)), alone) : words.plain(cell, both);
  const answers = evidence.likeliest.filter((one) => one !== suspect);
  // Where prose names the one wrong figure, no other answer is as good.
  const others = known && known === evidence.witnessed ? [] : answers;
  yield {
    span: cell.span,
    message: suspect?.slip ? slipTold(suspect, suspect.slip, plainly) : plainly(),
    related: [...evidence.quotes(known).map(quoted), ...involved(fault, cell, others)],
    elsewhere: suspect?.slip === 'carryOver' && lastYear ? carriedOut(suspect, lastYear) : [],
    fixes: [
      ...(suspect ? [fixOf(suspect, title(suspect))] : []),
      ...others.map((one) => fixOf(one, one.cell === cell ? title(one) : titleElsewhere(one))),
    ],
  };
}

/** What last year carried out, in the columns of a figure that should be the same. */
const carriedOut = ({ cell, along }: Suspect, of: Predecessor): FaultTold['elsewhere'] =>
  [cell, ...along.map((one) => one.cell)].flatMap(({ column }) => {
    const found = certainCell(of.report, 'carriedOut', column.id);
    if (!found) return [];
    const message = say('上年报告“{0}”的“{1}”：{2}', shortName(found.row), column.label, printed(found));
    return [{ of, span: found.span, message }];
  });

const quoted = ({ span, words }: Quote): Told => ({ span, message: say('正文写“{0}”', words) });

const slipParts = (
  { cell, value }: Suspect,
  { left, right, difference }: ReturnType<typeof sides>,
): SlipParts => [shortName(cell.row), cell.column.label, printed(cell), value, left, right, difference];

/** What is told of one figure, and the totals that were added up from it. */
const withCarried = (told: Message, { along }: Suspect): Message =>
  along.reduce(
    (sofar, { cell, value }) =>
      say('{0}；“{1}”的“{2}”随之改为 {3}', sofar, shortName(cell.row), cell.column.label, value),
    told,
  );

/** How a known slip is told; where two digits changed places, in the usual words and with a hint. */
function slipTold({ cell, value, along }: Suspect, slip: SlipName, plainly: () => Message): Message {
  const [row, column] = [shortName(cell.row), cell.column.label];
  const [other] = along;
  if (slip === 'lastYear') return say('{0}；像是沿用了上年的数 {1}', plainly(), printed(cell));
  if (slip === 'carryOver') return say('{0}；上年报告结转下年度的正是 {1}', plainly(), value);
  if (slip === 'digits' || !other)
    return say('{0}；{1} 像是 {2} 的两位数字写颠倒了', plainly(), printed(cell), value);
  const last = along[along.length - 1] ?? other;
  if (slip === 'exchanged')
    return say(
      '表三“{0}”的“{1}”（{2}）与“{3}”（{4}）像是填颠倒了，对调即可全部平衡',
      row,
      column,
      printed(cell),
      other.cell.column.label,
      printed(other.cell),
    );
  if (slip === 'torn')
    return say(
      '表三“{0}”的“{1}”（{2}）和“{3}”（{4}）像是一个数拆成了两格，改为 {5} 和 {6} 即可全部平衡',
      row,
      column,
      printed(cell),
      other.cell.column.label,
      printed(other.cell),
      value,
      other.value,
    );
  return say(
    '表三“{0}”从“{1}”（{2}）到“{3}”（{4}）像是整行错了一栏，移动一栏即可全部平衡',
    row,
    column,
    printed(cell),
    last.cell.column.label,
    printed(last.cell),
  );
}

/** A cell's figure as it is printed, for a message. */
const printed = (cell: Cell): string => (cell.quantity.kind === 'number' ? cell.quantity.printed : '');

/** A place that takes part in a finding, and what it says. */
interface Told {
  readonly span: Span;
  readonly message: Message;
}

/**
 * Every cell that takes part in the identities of a fault, each named once, without the one the finding stands on;
 * those whose change would settle everything as well say what they would have to be.
 */
function involved(fault: Fault, but: Cell, answers: readonly Suspect[]): readonly Told[] {
  const cells = new Set(fault.broken.flatMap(({ left, right }) => [...left, ...right]));
  cells.delete(but);
  return [...cells].map((cell) => {
    const named = say('“{0}”的“{1}”：{2}', shortName(cell.row), cell.column.label, printed(cell));
    const answer = answers.find((one) => one.cell === cell);
    return { span: cell.span, message: answer ? say('{0}，改为 {1} 也说得通', named, answer.value) : named };
  });
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
 * The cell that prose shows to be wrong; else the one that last year's report does; else the only one whose change would settle a fault, or one that looks like a
 * known slip. A figure that others were added up from is not named on sums alone unless it is a total itself: too much
 * would rest on a guess.
 */
function culprit(
  { suspects, judgement: { right } }: Fault,
  { witnessed, likeliest }: Evidence,
): Suspect | undefined {
  if (witnessed) return witnessed;
  const carried = likeliest.filter(({ slip }) => slip === 'carryOver');
  if (carried.length === 1) return carried[0];
  const slips = likeliest.filter(({ slip }) => slip !== undefined);
  if (slips.length === 1) return slips[0];
  const [only, ...others] = suspects;
  if (!only || others.length > 0) return undefined;
  return only.along.length === 0 || (right.length === 1 && right[0] === only.cell) ? only : undefined;
}

/** The total an identity is about, if it stands alone on its side, and what it would have to be. */
function totalOf(fault: Fault): Suspect | undefined {
  const [total] = fault.judgement.right;
  return fault.judgement.right.length === 1 ? fault.suspects.find(({ cell }) => cell === total) : undefined;
}

type FixTold = FaultTold['fixes'][number];

/** The change that would settle a fault, under a title. */
const fixOf = ({ cell, value, along }: Suspect, named: Message): FixTold => ({
  title: named,
  safety: 'ask',
  edits: [{ cell, value }, ...along].map((one) => ({ span: one.cell.span, insert: String(one.value) })),
});

/** What a change is called at the cell it begins with. */
const title = (suspect: Suspect): Message =>
  withOthers(say('把 {0} 改为 {1}', printed(suspect.cell), suspect.value), suspect);

/** What a change is called that begins at another cell. */
const titleElsewhere = (suspect: Suspect): Message => {
  const { cell, value } = suspect;
  return withOthers(
    say('把“{0}”的“{1}”由 {2} 改为 {3}', shortName(cell.row), cell.column.label, printed(cell), value),
    suspect,
  );
};

const withOthers = (begun: Message, { along }: Suspect): Message =>
  along.reduce(
    (sofar, { cell, value }) =>
      say('{0}，“{1}”的“{2}”改为 {3}', sofar, shortName(cell.row), cell.column.label, value),
    begun,
  );
