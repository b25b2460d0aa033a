import type { Chosen } from '../base/option.ts';
import type { Move, Report } from '../model/report.ts';
import { shift } from '../model/reuse.ts';
import { tablesOfOneForm } from '../model/tables.ts';
import { rules } from '../rules/index.ts';
import type { Problem, Rule } from '../rules/rule.ts';
import type { TableId } from '../template/index.ts';
import type { Finding } from './check.ts';
import { fittingFixes } from './markup-fixes.ts';
import type { Settings } from './settings.ts';

/** What the rules have found in a report, for the next version of it. Forgotten with the report. */
const lastFound = new WeakMap<Report, Last>();

interface Last {
  readonly settings: Settings;
  /** Rule by rule, in the order of the catalogue; undefined for a rule that failed. */
  readonly byRule: readonly (Found | undefined)[];
}

/** What one rule has found. */
interface Found {
  readonly findings: readonly Finding[];
  /** The same by tables, of a rule that looks at each by itself. */
  readonly byTable: ByTable | undefined;
}

type ByTable = Readonly<Partial<Record<TableId, readonly Finding[]>>>;

const nothing: Chosen = Object.freeze({});
const nothingFound: Found = Object.freeze({ findings: [], byTable: undefined });

/**
 * What the rules find in a report, in the order of the catalogue. Where an edit of the version before has left alone
 * all that a rule looks at, what it found then is moved along; the result is the same either way.
 */
export function runRules(
  report: Report,
  settings: Settings,
  onFault: (rule: Rule, fault: unknown) => void,
  previous: Report | undefined,
): readonly Finding[] {
  const before = previous && comparable(previous, report, settings);
  const byRule: (Found | undefined)[] = [];
  const findings: Finding[] = [];
  for (let at = 0; at < rules.length; at++) {
    const rule = rules[at];
    if (!rule) continue;
    try {
      const found = run(rule, report, settings, before?.byRule[at]);
      byRule[at] = found;
      findings.push(...found.findings);
    } catch (fault) {
      byRule[at] = undefined;
      onFault(rule, fault);
    }
  }
  lastFound.set(report, { settings, byRule });
  return findings;
}

/** What was found in the version before, if nothing but the text has changed since. */
function comparable(previous: Report, report: Report, settings: Settings): Last | undefined {
  const last = report.since && previous.lastYear === report.lastYear ? lastFound.get(previous) : undefined;
  const alike = last?.settings.rules === settings.rules && last.settings.options === settings.options;
  // Inside HTML it depends on the tags around which fixes can be made.
  return alike && report.tree.markup.length + previous.tree.markup.length === 0 ? last : undefined;
}

function run(rule: Rule, report: Report, settings: Settings, before: Found | undefined): Found {
  const level = settings.rules[rule.id];
  if (level === 'off' || (report.sideBySide && !rule.ofUnreadable)) return nothingFound;
  const { since } = report;
  if (before && since && rule.reads && since.untouched[rule.reads]) return movedAlong(before, since.move);
  const findingsOf = (problems: Iterable<Problem>): readonly Finding[] => {
    const findings: Finding[] = [];
    for (const problem of problems) {
      const finding = { ...problem, rule: rule.id, severity: level ?? problem.severity ?? rule.severity };
      findings.push(problem.fixes ? { ...finding, fixes: fittingFixes(report, problem.fixes) } : finding);
    }
    return findings;
  };
  if (!rule.ofTable || report.sideBySide) {
    const findings = findingsOf(rule.check(report, settings.options[rule.id] ?? nothing));
    return findings.length === 0 ? nothingFound : { findings, byTable: undefined };
  }
  const byTable: Partial<Record<TableId, readonly Finding[]>> = {};
  for (const table of tablesOfOneForm(report)) {
    const { id } = table.template;
    const known = since?.untouched[id] ? before?.byTable?.[id] : undefined;
    byTable[id] = since && known ? allMoved(known, since.move) : findingsOf(rule.ofTable(table, report));
  }
  return { findings: inOrder(byTable), byTable };
}

/** The tables stand in the order of the form. */
const inOrder = ({ disclosure = [], applications = [], review = [] }: ByTable): readonly Finding[] => [
  ...disclosure,
  ...applications,
  ...review,
];

/** What was found before, where it stands now. */
function movedAlong(before: Found, move: Move): Found {
  if (before.findings.length === 0) return before;
  if (!before.byTable) return { findings: allMoved(before.findings, move), byTable: undefined };
  const byTable: Partial<Record<TableId, readonly Finding[]>> = {};
  for (const id of tableIds) {
    const known = before.byTable[id];
    if (known) byTable[id] = allMoved(known, move);
  }
  return { findings: inOrder(byTable), byTable };
}

const tableIds: readonly TableId[] = ['disclosure', 'applications', 'review'];

const allMoved = (findings: readonly Finding[], move: Move): readonly Finding[] =>
  findings.length === 0 ? findings : findings.map((finding) => moved(finding, move));

function moved(finding: Finding, move: Move): Finding {
  const at = <T extends { readonly span: Finding['span'] }>(one: T): T => ({
    ...one,
    span: shift(one.span, move),
  });
  const { related, fixes } = finding;
  return {
    ...at(finding),
    ...(related && { related: related.map(at) }),
    ...(fixes && { fixes: fixes.map((fix) => ({ ...fix, edits: fix.edits.map(at) })) }),
  };
}
