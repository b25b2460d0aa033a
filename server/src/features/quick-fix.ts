import type { Finding } from '../analysis/check.ts';
import { safeFixes } from '../analysis/safe-fixes.ts';
import type { Snapshot } from '../analysis/snapshot.ts';
import { type Span, touches } from '../base/span.ts';
import type { Edit, Fix } from '../rules/rule.ts';

export type { Edit, Fix } from '../rules/rule.ts';

/** A change on offer, and the finding it settles. */
export interface Offer {
  readonly finding: Finding;
  readonly fix: Fix;
  /** Whether it may be taken unread: the only answer there is, and a safe one. */
  readonly preferred: boolean;
}

/** The fixes on offer for the findings that touch a stretch of the text. */
export const offers = (of: Snapshot, at: Span): readonly Offer[] =>
  of
    .findings()
    .filter(({ span }) => touches(span, at))
    .flatMap((finding) => offersFor(finding));

function offersFor(finding: Finding): readonly Offer[] {
  const fixes = finding.fixes ?? [];
  return fixes.map((fix) => ({ finding, fix, preferred: fixes.length === 1 && fix.safety === 'safe' }));
}

/** All safe fixes of a report in one change; none of them changes a figure. */
export const fixAll = (of: Snapshot): readonly Edit[] => safeFixes(of);
