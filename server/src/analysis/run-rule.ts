import type { Chosen } from '../base/option.ts';
import type { Report } from '../model/report.ts';
import { shift } from '../model/reuse.ts';
import type { Problem, Rule } from '../rules/rule.ts';

/** What the rules have found in a report, for the next version of it. Forgotten with the report. */
const found = new WeakMap<Report, Map<Rule, Found>>();

interface Found {
  readonly problems: readonly Problem[];
  /** What the user had chosen for the rule then. */
  readonly chosen: Chosen;
}

const nothing: Chosen = Object.freeze({});

/**
 * Asks rules what they find in a report. Where an edit of the version before has left alone all that a rule looks at,
 * what it found then is moved along; the result is the same either way.
 */
export function asking(
  report: Report,
  options: Readonly<Record<string, Chosen>>,
  previous: Report | undefined,
): (rule: Rule) => readonly Problem[] {
  const comparable = previous && report.since && previous.lastYear === report.lastYear;
  const before = comparable ? found.get(previous) : undefined;
  const untouched = report.since?.untouched;
  const now = new Map<Rule, Found>();
  found.set(report, now);
  return (rule) => {
    const chosen = options[rule.id] ?? nothing;
    const known = rule.reads && untouched?.[rule.reads] ? before?.get(rule) : undefined;
    const problems =
      known?.chosen === chosen
        ? known.problems.map((problem) => moved(problem, report))
        : [...rule.check(report, chosen)];
    now.set(rule, { problems, chosen });
    return problems;
  };
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
