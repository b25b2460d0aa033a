import { type AccountPart, account } from '../analysis/account.ts';
import { type AcceptanceKey, acceptanceKey, lapsed } from '../analysis/baseline.ts';
import { type Finding, gravest, type Verdict } from '../analysis/check.ts';
import { type LineIndex, lineIndex } from '../analysis/line-index.ts';
import { defaultSettings, type Settings } from '../analysis/settings.ts';
import { type Snapshot, snapshot } from '../analysis/snapshot.ts';
import { type IdentityCounts, identityCounts, verdictOf } from '../analysis/verdict.ts';
import { asksLastYear } from '../model/last-year.ts';
import type { Predecessor, Report } from '../model/report.ts';

/** What checking one text came to. */
export interface Outcome {
  readonly file: string;
  readonly recognised: boolean;
  /** Whether the settings say that it is not to be checked. */
  readonly ignored: boolean;
  readonly verdict: Verdict;
  /** The findings to list. */
  readonly findings: readonly Finding[];
  /** All findings, which the verdict and the exit code go by. */
  readonly found: readonly Finding[];
  readonly identities: IdentityCounts;
  /** How many findings somebody let stand, and how many acceptances hold for nothing any more. */
  readonly accepted: number;
  readonly lapsed: number;
  readonly lines: LineIndex;
  /** What a finding is about, whatever its place in the text. */
  readonly keyOf: (finding: Finding) => AcceptanceKey;
  /** Everything that was checked. */
  readonly account: () => readonly AccountPart[];
}

/** Reads a text, with last year's report if it is at hand. */
export function versionOf(text: string, settings: Settings, lastYear: LastYearOf): Snapshot {
  const version = snapshot(text, 0, settings);
  const report = version.report();
  const before = asksLastYear(report) ? lastYear(report) : undefined;
  return before ? snapshot(text, 0, settings, report, before) : version;
}

/** Finds the report on the year before one. */
export type LastYearOf = (asking: Report) => Predecessor | undefined;

/** Checks a text exactly as the editor does. */
export function outcomeOf(
  file: string,
  text: string,
  settings = defaultSettings,
  lastYear: LastYearOf = () => undefined,
): Outcome {
  const version = versionOf(text, settings, lastYear);
  const report = version.report();
  const found = version.findings();
  return {
    file,
    recognised: report.recognised,
    ignored: settings.detect === 'never',
    verdict: verdictOf(report, found),
    findings: gravest(found, settings.maxNumberOfProblems),
    found,
    identities: identityCounts(report),
    accepted: version.accepted().length,
    lapsed: lapsed(settings.accepted, version.accepted(), report).length,
    lines: lineIndex(text),
    keyOf: (finding) => acceptanceKey(finding, report),
    account: () => account(version),
  };
}

/** Findings counted over all files. */
export interface Totals {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

export const noTotals: Totals = { files: 0, errors: 0, warnings: 0, infos: 0 };

/** The findings in one file. */
export function totalsOf({ found }: Outcome): Totals {
  const count = (wanted: Finding['severity']): number =>
    found.filter(({ severity }) => severity === wanted).length;
  return { files: 1, errors: count('error'), warnings: count('warning'), infos: count('info') };
}

export const addTotals = (some: Totals, more: Totals): Totals => ({
  files: some.files + more.files,
  errors: some.errors + more.errors,
  warnings: some.warnings + more.warnings,
  infos: some.infos + more.infos,
});
