import { type Message, say } from '../base/message.ts';
import type { Span } from '../base/span.ts';
import { shortName } from './names.ts';
import type { Cell, Fault, Judgement } from './report.ts';

/** A cell's figure as it is printed, for a message. */
export const printed = (cell: Cell): string => (cell.quantity.kind === 'number' ? cell.quantity.printed : '');

/** Every cell that takes part in the identities of a fault, each named once, without the one the finding stands on. */
export function involved(
  fault: Fault,
  but: Cell,
): readonly { readonly span: Span; readonly message: Message }[] {
  const cells = new Set(fault.broken.flatMap(({ left, right }) => [...left, ...right]));
  cells.delete(but);
  return [...cells].map((cell) => ({
    span: cell.span,
    message: say('“{0}”的“{1}”：{2}', shortName(cell.row), cell.column.label, printed(cell)),
  }));
}

/** The two sides of a broken identity and their difference. */
export function sides({ outcome }: Judgement): {
  readonly left: number;
  readonly right: number;
  readonly difference: number;
} {
  const { left, right } = outcome.state === 'notAssessable' ? { left: 0, right: 0 } : outcome;
  return { left, right, difference: Math.abs(left - right) };
}

/** The only cell whose change would settle a fault, if there is exactly one. */
export function culprit(fault: Fault): Fault['suspects'][number] | undefined {
  return fault.suspects.length === 1 ? fault.suspects[0] : undefined;
}

/** The total an identity is about, if it stands alone on its side, and what it would have to be. */
export function totalOf(fault: Fault): Fault['suspects'][number] | undefined {
  const [total] = fault.judgement.right;
  return fault.judgement.right.length === 1 ? fault.suspects.find(({ cell }) => cell === total) : undefined;
}

/** The change of one figure, as an edit of the text. */
export function rewrite({ cell, value }: Fault['suspects'][number]): {
  readonly span: Span;
  readonly insert: string;
} {
  return { span: cell.span, insert: String(value) };
}
