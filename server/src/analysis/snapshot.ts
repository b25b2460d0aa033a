import { lazy } from '../base/lazy.ts';
import { bind } from '../model/bind.ts';
import { precedes } from '../model/last-year.ts';
import type { Predecessor, Report } from '../model/report.ts';
import { parse } from '../syntax/parse.ts';
import type { SyntaxTree } from '../syntax/tree.ts';
import { type Checked, type Finding, judge } from './check.ts';
import { defaultSettings, type Settings } from './settings.ts';

/** What a report says of itself at its head: whether it is one at all, whose and on which year. */
export type Masthead = Pick<Report, 'recognised' | 'organ' | 'year'>;

/** One version of one report. What is derived from the text is computed once, when first asked for. */
export interface Snapshot {
  readonly version: number;
  readonly text: string;
  readonly settings: Settings;
  readonly tree: () => SyntaxTree;
  readonly report: () => Report;
  /** Known without reading the text again, however long ago it was read. */
  readonly masthead: () => Masthead;
  /** What is wrong, in the order of the text; nothing for a text that is no such report. */
  readonly findings: () => readonly Finding[];
  /** What would be wrong, had nobody accepted it. */
  readonly accepted: () => readonly Finding[];
  /** The same version with its findings only, read again should more be asked of it; undefined if they were never asked for. */
  readonly rested: () => Snapshot | undefined;
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
  let known: Checked | undefined;
  const checked = (): Checked => {
    known ??= judge(report(), settings, undefined, previous);
    return known;
  };
  const findings = () => checked().findings;
  const accepted = () => checked().accepted;
  const masthead = (): Masthead => {
    const { recognised, organ, year } = report();
    return { recognised, organ, year };
  };
  const rested = () => known && resting({ text, version, settings }, known, masthead(), lastYear);
  return { version, text, settings, tree, report, masthead, findings, accepted, rested };
}

/** Apart from `snapshot`, so that nothing of what was read is held on to. */
function resting(
  of: Pick<Snapshot, 'text' | 'version' | 'settings'>,
  checked: Checked,
  masthead: Masthead,
  lastYear: Predecessor | undefined,
): Snapshot {
  const { text, version, settings } = of;
  let awake: Snapshot | undefined;
  const again = (): Snapshot => {
    awake ??= snapshot(text, version, settings, undefined, lastYear);
    return awake;
  };
  const self: Snapshot = {
    version,
    text,
    settings,
    tree: () => again().tree(),
    report: () => again().report(),
    masthead: () => masthead,
    findings: () => checked.findings,
    accepted: () => checked.accepted,
    rested: () => (awake ? resting(of, checked, masthead, lastYear) : self),
  };
  return self;
}

/** A report as the user wants it seen: what it was recognised as counts only while nobody says otherwise. */
function attended(report: Report, { detect }: Settings, lastYear: Predecessor | undefined): Report {
  const recognised = detect === 'auto' ? report.recognised : detect === 'always';
  const precedent = lastYear && precedes(lastYear.report, report) ? lastYear : undefined;
  return { ...report, recognised, lastYear: precedent };
}
