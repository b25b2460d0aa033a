import type { Verdict } from '../analysis/check.ts';
import type { Snapshot } from '../analysis/snapshot.ts';
import { type IdentityCounts, identityCounts, verdictOf } from '../analysis/verdict.ts';
import type { Span } from '../base/span.ts';
import type { Severity } from '../rules/rule.ts';
import type { EditionId } from '../template/index.ts';
import { findings } from './findings.ts';

/** What a report comes to, in a line. */
export interface Status {
  readonly recognised: boolean;
  readonly verdict: Verdict;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly identities: IdentityCounts;
  readonly edition: EditionId | undefined;
  readonly year: number | undefined;
}

/** What is said of a text that is no report, or that nobody looked at. */
export const unrecognised: Status = {
  recognised: false,
  verdict: 'unknown',
  errors: 0,
  warnings: 0,
  infos: 0,
  identities: { held: 0, broken: 0, notAssessable: 0 },
  edition: undefined,
  year: undefined,
};

/** The verdict over a report with the counts behind it. What waits for a line being typed is not counted yet. */
export function status(of: Snapshot, typed?: Span): Status {
  const report = of.report();
  if (!report.recognised) return unrecognised;
  const shown = findings(of, typed);
  const count = (...wanted: Severity[]): number =>
    shown.filter(({ severity }) => wanted.includes(severity)).length;
  return {
    recognised: true,
    verdict: verdictOf(report, shown),
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info', 'hint'),
    identities: identityCounts(report),
    edition: report.edition.id,
    year: report.year,
  };
}
