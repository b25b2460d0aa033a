import type { Finding } from '../analysis/check.ts';
import type { LineIndex } from '../analysis/line-index.ts';
import type { Outcome } from './outcome.ts';
import type { Voice } from './voice.ts';

/** The name and number of the form in which findings are handed to other programs. */
export const checkSchema = 'gouji.check/1';

/** One file's outcome in the form that other programs may rely on. */
export function outcomeJson(outcome: Outcome, voice: Voice): object {
  const { file, recognised, verdict, findings, identities, lines } = outcome;
  return {
    schema: checkSchema,
    file,
    recognised,
    verdict,
    findings: findings.map((finding) => findingJson(finding, lines, voice)),
    identities,
  };
}

function findingJson(finding: Finding, lines: LineIndex, voice: Voice): object {
  const { rule, severity, message, span, related = [], fixes = [] } = finding;
  return {
    rule,
    severity,
    message: voice(message),
    range: lines.rangeOf(span),
    related: related.map((other) => ({ range: lines.rangeOf(other.span), message: voice(other.message) })),
    fixes: fixes.map(({ title, safety, edits }) => ({
      title: voice(title),
      safety,
      edits: edits.map((edit) => ({ range: lines.rangeOf(edit.span), newText: edit.insert })),
    })),
  };
}
