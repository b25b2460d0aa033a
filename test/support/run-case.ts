import assert from 'node:assert/strict';
import { ruleFacts } from '../../server/src/analysis/catalogue.ts';
import type { Finding } from '../../server/src/analysis/check.ts';
import { applyEdits, safeEdits } from '../../server/src/analysis/fix.ts';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { wording } from '../../server/src/base/message.ts';
import type { Predecessor } from '../../server/src/model/report.ts';
import type { Fix } from '../../server/src/rules/rule.ts';
import { findingsOf } from './findings.ts';
import { readMarked, withMarks } from './marked.ts';
import { type Case, completed, lastYearText, markedShown, shownOf, type Whole } from './rule-page.ts';

/** What a case really gives, block by block, in the form the page writes it. */
export interface Outcome {
  readonly report: string;
  readonly says: string;
  /** The text after the fix of this title; undefined if nothing offers it. */
  readonly fixed: (title: string) => string | undefined;
  /** The rules whose fixes were tried, once for each fix. */
  readonly tried: readonly string[];
}

/** Checks the report of a case, and holds every fix it offers to what fixes promise. */
export function runCase(of: Case): Outcome {
  const whole = completed(of.report.text, of.options);
  const { text } = readMarked(whole.lines.join('\n'));
  const before = lastYearText(of);
  const lastYear =
    before === undefined ? undefined : { report: snapshot(before).report(), source: '上年.md' };
  const all = findingsOf(text, lastYear);
  const found = all.filter(({ rule }) => of.options.only?.includes(rule) ?? true);
  const tried = holdFixes(text, all, found, lastYear);
  if (found.length === all.length) holdSafeFixes(text, all, lastYear);
  return {
    report: markedShown(whole, withMarks(text, found.map(markOf))),
    says: found.map(({ rule, message }) => `${rule}: ${wording(message)}`).join('\n'),
    fixed: (title) => fixedText(text, found, title, whole),
    tried,
  };
}

/** Holds every fix of some findings to what fixes promise; the rules of those fixes. */
export function holdFixes(
  text: string,
  all: readonly Finding[],
  some: readonly Finding[] = all,
  lastYear?: Predecessor,
): readonly string[] {
  return some.flatMap((finding) =>
    (finding.fixes ?? []).map((fix) => {
      holdFix(text, all, finding, fix, lastYear);
      return finding.rule;
    }),
  );
}

/** A severity is written only where it is not the rule's own. */
function markOf({ rule, severity, span }: Finding) {
  const usual = ruleFacts(rule)?.severity;
  return { span, label: severity === usual ? rule : `${rule} ${severity}` };
}

function fixedText(text: string, found: readonly Finding[], title: string, whole: Whole): string | undefined {
  const fix = found.flatMap(({ fixes }) => fixes ?? []).find((one) => wording(one.title) === title);
  return fix && shownOf(applyEdits(text, fix.edits), whole);
}

/** A fix settles its finding and brings no other, but for what an inserted skeleton leaves to be filled in. */
function holdFix(
  text: string,
  before: readonly Finding[],
  finding: Finding,
  fix: Fix,
  lastYear: Predecessor | undefined,
): void {
  const what = `${finding.rule}: “${wording(fix.title)}”`;
  holdEdits(text, fix, what);
  const fixed = applyEdits(text, fix.edits);
  assert.notEqual(fixed, text, `${what} changes nothing`);
  const after = findingsOf(fixed, lastYear);
  assert.ok(
    count(after, same(finding)) < count(before, same(finding)),
    `${what} does not settle “${wording(finding.message)}”`,
  );
  const filledIn = skeletons(fix);
  for (const { rule, span, message } of after) {
    if (filledIn.some(({ from, to }) => from <= span.from && span.to <= to)) continue;
    const ofRule = (one: Finding) => one.rule === rule;
    assert.ok(count(after, ofRule) <= count(before, ofRule), `${what} brings ${rule}: ${wording(message)}`);
  }
}

function holdEdits(text: string, fix: Fix, what: string): void {
  assert.ok(fix.edits.length > 0, `${what} edits nothing`);
  let end = 0;
  for (const { span } of [...fix.edits].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to)) {
    assert.ok(end <= span.from && span.from <= span.to && span.to <= text.length, `${what} has bad edits`);
    end = span.to;
  }
}

/** Where a fix inserted whole lines, in the text after it, with the line breaks around them. */
function skeletons(fix: Fix) {
  let shift = 0;
  const inserted: { readonly from: number; readonly to: number }[] = [];
  for (const { span, insert } of [...fix.edits].sort((a, b) => a.span.from - b.span.from)) {
    const from = span.from + shift;
    if (fix.safety === 'ask' && insert.includes('\n')) inserted.push({ from, to: from + insert.length + 1 });
    shift += insert.length - (span.to - span.from);
  }
  return inserted;
}

/** All safe fixes at once leave nothing safe to do, and never touch a figure. */
function holdSafeFixes(text: string, findings: readonly Finding[], lastYear: Predecessor | undefined): void {
  const fixed = settle(text, findings, 4, lastYear);
  assert.deepEqual(safeEdits(findingsOf(fixed, lastYear)), [], 'safe fixes never come to an end');
  assert.deepEqual(numbersIn(fixed), numbersIn(text), 'safe fixes change a number');
}

/** Every number of a text, however it is written. */
const numbersIn = (text: string): readonly number[] =>
  (
    text
      .normalize('NFKC')
      .replace(/(?<=\d)[,，\s](?=\d{3}(?!\d))/g, '')
      .match(/\d+(?:\.\d+)?/g) ?? []
  ).map(Number);

function settle(
  text: string,
  findings: readonly Finding[],
  rounds: number,
  lastYear: Predecessor | undefined,
): string {
  const edits = safeEdits(findings);
  if (edits.length === 0 || rounds === 0) return text;
  const next = applyEdits(text, edits);
  return settle(next, findingsOf(next, lastYear), rounds - 1, lastYear);
}

const count = (findings: readonly Finding[], wanted: (finding: Finding) => boolean): number =>
  findings.filter(wanted).length;

/** The same fault again: the same rule in the same words. */
const same =
  (one: Finding) =>
  (other: Finding): boolean =>
    other.rule === one.rule && wording(other.message) === wording(one.message);
