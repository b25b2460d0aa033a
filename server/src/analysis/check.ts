import type { Report } from '../model/report.ts';
import type { Problem, Rule, Severity } from '../rules/rule.ts';
import { partAccepted } from './baseline.ts';
import { unusedSuppression } from './catalogue.ts';
import { runRules, toFinding } from './run-rules.ts';
import type { Settings } from './settings.ts';
import { suppress } from './suppressions.ts';

/** A problem with its rule and its severity: what editor and command line both print. */
export interface Finding extends Required<Problem> {
  readonly rule: string;
  /** The same object from version to version as long as it says the same at the same lines and places in them. */
  readonly standing: object;
}

const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, hint: 3 };

/** What the rules found in a report, once the user has spoken. */
export interface Checked {
  /** What is wrong, in the order of the text. */
  readonly findings: readonly Finding[];
  /** What somebody looked at and let stand. */
  readonly accepted: readonly Finding[];
}

/**
 * Runs every rule over a report. A rule that fails loses only its own findings, and `onFault` hears of it.
 * `previous`, the version the report was read with, saves work and changes nothing.
 */
export function judge(
  report: Report,
  settings: Settings,
  onFault: (rule: Rule, fault: unknown) => void = () => {},
  previous?: Report,
): Checked {
  if (!report.recognised) return { findings: [], accepted: [] };
  const found = runRules(report, settings, onFault, previous);
  const runs = (rule: string): boolean => settings.rules[rule] !== 'off' && !report.sideBySide;
  const { kept, unused } = suppress(report.tree, found, runs);
  const { id, severity } = unusedSuppression;
  const level = settings.rules[id] ?? severity;
  const idle = level === 'off' ? [] : unused.map((problem) => toFinding(problem, id, level));
  const { open, settled } = partAccepted([...kept, ...idle], report, settings.accepted);
  return { findings: [...open].sort(inOrder), accepted: settled };
}

/** What is wrong with a report. */
export const check = (...of: Parameters<typeof judge>): readonly Finding[] => judge(...of).findings;

const inOrder = (a: Finding, b: Finding): number =>
  a.span.from - b.span.from || weight[a.severity] - weight[b.severity];

/** The gravest of some findings, so many at most, in the order of the text: what is listed. The verdict is over all of them. */
export function gravest(found: readonly Finding[], limit: number): readonly Finding[] {
  if (found.length <= limit) return found;
  return [...found]
    .sort((a, b) => weight[a.severity] - weight[b.severity])
    .slice(0, limit)
    .sort(inOrder);
}

/** The verdict over one file. */
export type Verdict = 'pass' | 'fail' | 'warn' | 'unknown';
