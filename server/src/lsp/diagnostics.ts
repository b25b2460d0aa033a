import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { say } from '../base/message.ts';
import { emptySpan } from '../base/span.ts';
import { listed } from '../features/findings.ts';
import { toDiagnostic, toRange } from './convert.ts';
import { longestText, type OnDesk } from './desk.ts';

/** What of a document its diagnostics are made from. */
export type Diagnosed = Pick<OnDesk, 'doc' | 'of' | 'manner' | 'typed' | 'tooLong'>;

/** Everything to be shown in a document, whether it is asked for or sent. */
export function diagnose(on: Diagnosed): Diagnostic[] {
  if (on.tooLong) return [tooLong(on)];
  return listed(on.of, on.typed).map((finding) => toDiagnostic(on.doc, finding, on.manner));
}

const tooLong = ({ doc, manner }: Diagnosed): Diagnostic => ({
  range: toRange(doc, emptySpan(0)),
  severity: DiagnosticSeverity.Information,
  source: 'gouji',
  message: manner.say(say('文件超过 {0} 万字，未作检查。请一份报告存一个文件。', longestText / 10_000)),
});
