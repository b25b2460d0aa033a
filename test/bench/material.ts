import fc from 'fast-check';
import { defaultSettings } from '../../server/src/analysis/settings.ts';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { outline } from '../../server/src/features/outline.ts';
import type { Report } from '../../server/src/model/report.ts';
import { supportedLayouts } from '../support/generate/layouts.ts';
import { pipe } from '../support/generate/pipe.ts';
import { cases, written } from '../support/generate/report.ts';
import { richCase } from '../support/generate/rich.ts';
import { space } from '../support/generate/space.ts';
import { plainStyle } from '../support/generate/style.ts';
import { tab } from '../support/generate/tab.ts';

/** What one edit costs: the text is read, bound and checked, and its outline is made. Gives the report for the next one. */
export function work(text: string, previous?: Report): Report {
  const version = snapshot(text, 0, defaultSettings, previous);
  version.findings();
  outline(version);
  return version.report();
}

const sentence = '办公室按月梳理公开目录，逐条核对发布时间和责任科室，发现缺漏的当日补齐。';

/** A correct report of about seven kilobytes, as most are. */
export const report = withProse(written(richCase(tab)), 30, '\n');

/** One report of 50 kilobytes, or of as many times that. */
export const longReport = (factor: number): string => withProse(written(richCase(tab)), 400 * factor, '\n');

/** Texts that grow with a factor, each in another direction. */
export const growing: Readonly<Record<string, (factor: number) => string>> = {
  'reports with tabs, one after the other': (factor) => report.repeat(factor),
  'a report with bars and ever more prose': (factor) => withProse(written(richCase(pipe)), 30 * factor, '\n'),
  'a report without tabs and ever more prose': (factor) =>
    withProse(written(richCase(space)), 30 * factor, '\n'),
  'a report with one endless line': (factor) => withProse(written(richCase(tab)), 90 * factor, ''),
  'a report with ever more rows': (factor) => repeatRows(report, 3 * factor),
  'a report and ever more empty lines': (factor) => report + '\n'.repeat(7000 * factor),
};

function withProse(text: string, sentences: number, lineEnd: string): string {
  const prose = Array.from({ length: sentences }, (_, index) => `第${index + 1}周，${sentence}`).join(
    lineEnd,
  );
  return text.replace('（二）依申请公开情况', (heading) => `${prose}\n${heading}`);
}

function repeatRows(text: string, times: number): string {
  return text.replace(/(?:^\t\t\d\..*\n)+/gm, (rows) => rows.repeat(times));
}

/** Correct reports in every layout that is read, with numbers written as nearly all are. */
export const reports = (number: number): readonly string[] =>
  fc
    .sample(cases(supportedLayouts), { seed: 2026, numRuns: number })
    .map((report) => written({ ...report, style: plainStyle }));
