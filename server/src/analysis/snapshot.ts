import { lazy } from '../base/lazy.ts';
import { bind } from '../model/bind.ts';
import { precedes } from '../model/last-year.ts';
import type { Predecessor, Report } from '../model/report.ts';
import { parse } from '../syntax/parse.ts';
import type { SyntaxTree } from '../syntax/tree.ts';
import { type Finding, judge } from './check.ts';
import { defaultSettings, type Settings } from './settings.ts';

/** One version of one report. What is derived from the text is computed once, when first asked for. */
export interface Snapshot {
  readonly version: number;
  readonly text: string;
  readonly settings: Settings;
  readonly tree: () => SyntaxTree;
  readonly report: () => Report;
  /** What is wrong, in the order of the text; nothing for a text that is no such report. */
  readonly findings: () => readonly Finding[];
  /** What would be wrong, had nobody accepted it. */
  readonly accepted: () => readonly Finding[];
}

/**
 * `previous`, the report of an earlier version, saves reading again what has not changed; the result does not depend on
 * it. `lastYear`, the report on the year before, is what figures and paragraphs are held against; that of another organ
 * tells nothing.
 */
export function snapshot(
  text: string,
  version = 0,
  settings: Settings = defaultSettings,
  previous?: Report,
  lastYear?: Predecessor,
): Snapshot {
  const tree = lazy(() => parse(text, previous?.tree));
  const report = lazy(() => attended(bind(tree(), previous, settings.profile), settings, lastYear));
  const checked = lazy(() => judge(report(), settings, undefined, previous));
  const findings = () => checked().findings;
  const accepted = () => checked().accepted;
  return { version, text, settings, tree, report, findings, accepted };
}

/** A report as the user wants it seen: what it was recognised as counts only while nobody says otherwise. */
function attended(report: Report, { detect }: Settings, lastYear: Predecessor | undefined): Report {
  const recognised = detect === 'auto' ? report.recognised : detect === 'always';
  const precedent = lastYear && precedes(lastYear.report, report) ? lastYear : undefined;
  return { ...report, recognised, lastYear: precedent };
}
