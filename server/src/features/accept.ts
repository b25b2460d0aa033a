import { type AcceptanceKey, acceptanceKey, keyText } from '../analysis/baseline.ts';
import type { Finding } from '../analysis/check.ts';
import type { Snapshot } from '../analysis/snapshot.ts';
import { type Span, touches } from '../base/span.ts';

export type { AcceptanceKey } from '../analysis/baseline.ts';

/** A finding that may be let stand, and what that would hold for. */
export interface Acceptable {
  readonly finding: Finding;
  readonly key: AcceptanceKey;
}

/** The findings that touch a stretch of the text and may be let stand; those that one acceptance settles, once. */
export function acceptables(of: Snapshot, at: Span): readonly Acceptable[] {
  const found = new Map<string, Acceptable>();
  for (const finding of of.findings()) {
    if (!touches(finding.span, at)) continue;
    const key = keyOf(of, finding);
    if (!found.has(keyText(key))) found.set(keyText(key), { finding, key });
  }
  return [...found.values()];
}

/** What accepting a finding holds for. */
export const keyOf = (of: Snapshot, finding: Finding): AcceptanceKey => acceptanceKey(finding, of.report());
