import type { Chosen } from '../base/option.ts';
import { memory } from '../base/remembered.ts';
import { type Span, touches } from '../base/span.ts';
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

/** What one rule has found: in the report as a whole, or table by table if it looks at each by itself. */
type Found = readonly Part[];

interface Part {
  readonly table: TableId | undefined;
  readonly findings: readonly Finding[];
}

/** A report as the rules are asked about it. */
interface Question {
  readonly report: Report;
  readonly tables: readonly BoundTable[];
  readonly settings: Settings;
}

const nothing: Chosen = Object.freeze({});
const none: readonly never[] = Object.freeze([]);

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
  const question = { report, tables: tablesOfOneForm(report), settings };
  const byRule = rules.map((rule, at) => {
    try {
      return run(rule, question, before?.byRule[at]);
    } catch (fault) {
      onFault(rule, fault);
      return undefined;
    }
  });
  lastFound.set(report, { settings, byRule });
  const findings: Finding[] = [];
  for (const found of byRule)
    for (const part of found ?? none) for (const finding of part.findings) findings.push(finding);
  return findings;
}

/** What was found in the version before, if nothing but the text has changed since. */
function comparable(previous: Report, report: Report, settings: Settings): Last | undefined {
  const last = report.since && previous.lastYear === report.lastYear ? lastFound.get(previous) : undefined;
  const alike = last?.settings.rules === settings.rules && last.settings.options === settings.options;
  // Inside HTML it depends on the tags around which fixes can be made.
  return alike && report.tree.markup.length + previous.tree.markup.length === 0 ? last : undefined;
}

function run(rule: Rule, question: Question, before: Found | undefined): Found {
  const { report, tables, settings } = question;
  const { since, sideBySide } = report;
  if (before && since && rule.reads && since.untouched[rule.reads])
    return before.map((part) => partMoved(part, since));
  if (settings.rules[rule.id] === 'off' || (sideBySide && !rule.ofUnreadable)) return none;
  const { ofTable } = rule;
  if (!ofTable || sideBySide) {
    const problems = rule.check(report, settings.options[rule.id] ?? nothing);
    return [{ table: undefined, findings: toFindings(problems, rule, question) }];
  }
  return tables.map((table) => {
    const { id } = table.template;
    const known = since?.untouched[id] ? before?.find((part) => part.table === id) : undefined;
    if (since && known) return partMoved(known, since);
    return { table: id, findings: toFindings(ofTable(table, report), rule, question) };
  });
}

function toFindings(
  problems: Iterable<Problem>,
  rule: Rule,
  { report, settings }: Question,
): readonly Finding[] {
  const chosen = settings.rules[rule.id];
  const level = chosen === 'off' ? undefined : chosen;
  const findings: Finding[] = [];
  for (const problem of problems) {
    const finding = toFinding(problem, rule.id, level ?? problem.severity ?? rule.severity);
    const fixes = fittingFixes(report, finding.fixes);
    findings.push(fixes === finding.fixes ? finding : { ...finding, fixes });
  }
  return findings;
}

/** A problem as one finding of a rule. All have the same fields, which is what makes them quick to go through. */
export const toFinding = (
  { span, message, related = none, elsewhere = none, fixes = none }: Problem,
  rule: string,
  severity: Severity,
): Finding => ({ span, message, severity, related, elsewhere, fixes, rule, standing: {} });

/** What was found before, where it stands now. */
const partMoved = (part: Part, since: Since): Part =>
  part.findings.length === 0
    ? part
    : { table: part.table, findings: part.findings.map((finding) => moved(finding, since)) };

/** What stands before the edit stays as it is. */
function moved(finding: Finding, { move, line }: Since): Finding {
  const { message, severity, elsewhere, rule } = finding;
  const there = <T extends { readonly span: Span }>(one: T): T => {
    const span = shift(one.span, move);
    return span === one.span ? one : { ...one, span };
  };
  const span = shift(finding.span, move);
  const related = each(finding.related, there);
  const fixes = each(finding.fixes, (fix) => {
    const edits = each(fix.edits, there);
    return edits === fix.edits ? fix : { ...fix, edits };
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
