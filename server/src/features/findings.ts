import { type Finding, gravest } from '../analysis/check.ts';
import type { Snapshot } from '../analysis/snapshot.ts';
import { type Span, touches } from '../base/span.ts';

export type { Finding } from '../analysis/check.ts';
export type { Severity } from '../rules/rule.ts';

/** The findings to show. Those that a line being typed takes part in wait until it is done. */
export function findings(of: Snapshot, typed?: Span): readonly Finding[] {
  const all = of.findings();
  return typed ? all.filter((finding) => !takesPart(finding, typed)) : all;
}

/** The findings to list: of those to show, no more than the user wants. */
export const listed = (of: Snapshot, typed?: Span): readonly Finding[] =>
  gravest(findings(of, typed), of.settings.maxNumberOfProblems);

const takesPart = ({ span, related }: Finding, line: Span): boolean =>
  touches(span, line) || (related ?? []).some((other) => touches(other.span, line));
