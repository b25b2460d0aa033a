import type { Report } from '../model/report.ts';
import { shift } from '../model/reuse.ts';
import type { Problem, Rule } from '../rules/rule.ts';

/** What the rules have found in a report, for the next version of it. Forgotten with the report. */
const found = new WeakMap<Report, Map<Rule, readonly Problem[]>>();

/**
 * What a rule finds in a report. Where an edit of the version before has left alone all that the rule looks at,
 * what it found then is moved along; the result is the same either way.
 */
export function problemsOf(rule: Rule, report: Report, previous: Report | undefined): readonly Problem[] {
  const before =
    rule.reads && report.since?.untouched[rule.reads] ? found.get(previous ?? report)?.get(rule) : undefined;
  const problems = before ? before.map((problem) => moved(problem, report)) : [...rule.check(report)];
  const known = found.get(report) ?? new Map<Rule, readonly Problem[]>();
  known.set(rule, problems);
  found.set(report, known);
  return problems;
}

function moved(problem: Problem, { since }: Report): Problem {
  if (!since) return problem;
  const { move } = since;
  const at = <T extends { readonly span: Problem['span'] }>(one: T): T => ({
    ...one,
    span: shift(one.span, move),
  });
  const { related, fixes } = problem;
  return {
    ...at(problem),
    ...(related && { related: related.map(at) }),
    ...(fixes && { fixes: fixes.map((fix) => ({ ...fix, edits: fix.edits.map(at) })) }),
  };
}
