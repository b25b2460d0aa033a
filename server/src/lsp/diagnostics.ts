import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Snapshot } from '../analysis/snapshot.ts';
import { say } from '../base/message.ts';
import { memory } from '../base/remembered.ts';
import { emptySpan } from '../base/span.ts';
import { listed } from '../features/findings.ts';
import { toDiagnostic, toRange } from './convert.ts';
import { longestText, type OnDesk } from './desk.ts';

/** What of a document its diagnostics are made from. */
export type Diagnosed = Pick<OnDesk, 'doc' | 'of' | 'manner' | 'typed' | 'tooLong'>;

/** What was last shown of a version of a document, and what that was made from. */
interface Shown extends Pick<Diagnosed, 'doc' | 'manner' | 'typed'> {
  readonly items: Diagnostic[];
}

/** A version comes back when an edit is taken back, and is asked about anew when something else has changed. */
const lastShown = memory<Snapshot, Shown>();

/** Everything to be shown in a document, whether it is asked for or sent. */
export function diagnose(on: Diagnosed): Diagnostic[] {
  if (on.tooLong) return [tooLong(on)];
  const { doc, of, manner, typed } = on;
  const before = lastShown.get(of);
  if (before?.doc === doc && before.manner === manner && isSame(before.typed, typed)) return before.items;
  const items = listed(of, typed).map((finding) => toDiagnostic(doc, finding, manner));
  lastShown.set(of, { doc, manner, typed, items });
  return items;
}

const isSame = (one: Diagnosed['typed'], other: Diagnosed['typed']): boolean =>
  one?.from === other?.from && one?.to === other?.to;

const tooLong = ({ doc, manner }: Diagnosed): Diagnostic => ({
  range: toRange(doc, emptySpan(0)),
  severity: DiagnosticSeverity.Information,
  source: 'gouji',
  message: manner.say(say('文件超过 {0} 万字，未作检查。请一份报告存一个文件。', longestText / 10_000)),
});
