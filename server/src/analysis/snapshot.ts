import { lazy } from '../base/lazy.ts';
import { bind } from '../model/bind.ts';
import type { Report } from '../model/report.ts';
import { parse } from '../syntax/parse.ts';
import type { SyntaxTree } from '../syntax/tree.ts';
import { check, type Finding } from './check.ts';
import { defaultSettings, type Settings } from './settings.ts';

/** One version of one report. What is derived from the text is computed once, when first asked for. */
export interface Snapshot {
  readonly version: number;
  readonly text: string;
  readonly tree: () => SyntaxTree;
  readonly report: () => Report;
  /** What is wrong, in the order of the text; nothing for a text that is no such report. */
  readonly findings: () => readonly Finding[];
}

/** `previous`, the report of an earlier version, saves reading again what has not changed; the result does not depend on it. */
export function snapshot(
  text: string,
  version = 0,
  settings: Settings = defaultSettings,
  previous?: Report,
): Snapshot {
  const tree = lazy(() => parse(text));
  const report = lazy(() => attended(bind(tree(), previous, settings.profile), settings));
  const findings = lazy(() => check(report(), settings, undefined, previous));
  return { version, text, tree, report, findings };
}

/** A report as the user wants it seen: what it was recognised as counts only while nobody says otherwise. */
function attended(report: Report, { detect }: Settings): Report {
  return detect === 'auto' ? report : { ...report, recognised: detect === 'always' };
}
