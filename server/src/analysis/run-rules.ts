import type { Chosen } from '../base/option.ts';
import { memory } from '../base/remembered.ts';
import { touches } from '../base/span.ts';
import type { BoundTable, Report, Since } from '../model/report.ts';
import { shift } from '../model/reuse.ts';
import { tablesOfOneForm } from '../model/tables.ts';
import { rules } from '../rules/index.ts';
import type { Problem, Rule, Severity } from '../rules/rule.ts';
import type { TableId } from '../template/index.ts';
import type { Finding } from './check.ts';
import { fittingFixes } from './markup-fixes.ts';
import type { Settings } from './settings.ts';

/** What the rules have found in a report, for the next version of it. Forgotten with the report. */
const lastFound = memory<Report, Last>();

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
  const tables = tablesOfOneForm(report);
  const byRule: (Found | undefined)[] = [];
  const findings: Finding[] = [];
  for (let at = 0; at < rules.length; at++) {
    const rule = rules[at];
    if (!rule) continue;
    let found: Found | undefined;
    try {
      found = run(rule, report, tables, settings, before?.byRule[at]);
      for (const finding of found.findings) findings.push(finding);
    } catch (fault) {
      onFault(rule, fault);
    }
    byRule.push(found);
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

function run(
  rule: Rule,
  report: Report,
  tables: readonly BoundTable[],
  settings: Settings,
  before: Found | undefined,
): Found {
  const { since } = report;
  if (before && since && rule.reads && since.untouched[rule.reads]) return movedAlong(before, since);
  const level = settings.rules[rule.id];
  if (level === 'off' || (report.sideBySide && !rule.ofUnreadable)) return nothingFound;
  if (rule.ofTable && !report.sideBySide) return inTables(rule, rule.ofTable, report, tables, level, before);
  const findings = toFindings(rule.check(report, settings.options[rule.id] ?? nothing), rule, level, report);
  return findings.length === 0 ? nothingFound : { findings, byTable: undefined };
}

/** What a rule finds that looks at each table by itself: only those that have changed are looked at. */
function inTables(
  rule: Rule,
  ofTable: NonNullable<Rule['ofTable']>,
  report: Report,
  tables: readonly BoundTable[],
  level: Severity | undefined,
  before: Found | undefined,
): Found {
  const { since } = report;
  const byTable: Partial<Record<TableId, readonly Finding[]>> = {};
  for (const table of tables) {
    const { id } = table.template;
    const known = since?.untouched[id] ? before?.byTable?.[id] : undefined;
    byTable[id] =
      since && known ? allMoved(known, since) : toFindings(ofTable(table, report), rule, level, report);
  }
  return { findings: inOrder(byTable), byTable };
}

function toFindings(
  problems: Iterable<Problem>,
  rule: Rule,
  level: Severity | undefined,
  report: Report,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const problem of problems) {
    const finding = toFinding(problem, rule.id, level ?? problem.severity ?? rule.severity);
    const fixes = fittingFixes(report, finding.fixes);
    findings.push(fixes === finding.fixes ? finding : { ...finding, fixes });
  }
  return findings;
}

const none: readonly never[] = Object.freeze([]);

/** A problem as one finding of a rule. All have the same fields, which is what makes them quick to go through. */
export const toFinding = (
  { span, message, related = none, elsewhere = none, fixes = none }: Problem,
  rule: string,
  severity: Severity,
): Finding => ({ span, message, severity, related, elsewhere, fixes, rule, standing: {} });

/** The tables stand in the order of the form. */
const inOrder = ({ disclosure = none, applications = none, review = none }: ByTable): readonly Finding[] =>
  disclosure.length + applications.length + review.length === 0
    ? none
    : [...disclosure, ...applications, ...review];

/** What was found before, where it stands now. */
function movedAlong(before: Found, since: Since): Found {
  if (before.findings.length === 0) return before;
  if (!before.byTable) return { findings: allMoved(before.findings, since), byTable: undefined };
  const byTable: Partial<Record<TableId, readonly Finding[]>> = {};
  for (const id of tableIds) {
    const known = before.byTable[id];
    if (known) byTable[id] = allMoved(known, since);
  }
  return { findings: inOrder(byTable), byTable };
}

const tableIds: readonly TableId[] = ['disclosure', 'applications', 'review'];

const allMoved = (findings: readonly Finding[], since: Since): readonly Finding[] =>
  findings.length === 0 ? none : findings.map((finding) => moved(finding, since));

/** What stands before the edit stays as it is. */
function moved(finding: Finding, { move, line }: Since): Finding {
  const { message, severity, elsewhere, rule } = finding;
  const span = shift(finding.span, move);
  const related = each(finding.related, (one) => {
    const at = shift(one.span, move);
    return at === one.span ? one : { span: at, message: one.message };
  });
  const fixes = each(finding.fixes, (fix) => {
    const edits = each(fix.edits, (one) => {
      const at = shift(one.span, move);
      return at === one.span ? one : { span: at, insert: one.insert };
    });
    return edits === fix.edits ? fix : { title: fix.title, safety: fix.safety, edits };
  });
  if (span === finding.span && related === finding.related && fixes === finding.fixes) return finding;
  const stays =
    line && !touches(finding.span, line) && !finding.related.some((one) => touches(one.span, line));
  const standing = stays ? finding.standing : {};
  return { span, message, severity, related, elsewhere, fixes, rule, standing };
}

/** The same list if nothing in it becomes another. */
function each<T>(list: readonly T[], change: (one: T) => T): readonly T[] {
  if (list.length === 0) return list;
  const changed = list.map(change);
  return changed.every((one, at) => one === list[at]) ? list : changed;
}
