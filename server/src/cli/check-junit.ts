import type { Finding } from '../analysis/check.ts';
import { say } from '../base/message.ts';
import type { Outcome } from './outcome.ts';
import { fails, type Printer, printerOf, type Threshold } from './printer.ts';
import type { Voice } from './voice.ts';

/** A test as JUnit knows it: what it is called, and what came of it. */
interface TestCase {
  readonly name: string;
  readonly result: 'passed' | 'failed' | 'skipped' | 'broken';
  /** What comes of it in a few words, and in full. */
  readonly type?: string;
  readonly message?: string;
}

interface Suite {
  readonly file: string;
  readonly cases: readonly TestCase[];
}

/**
 * The outcomes as one file of JUnit: a suite for each report, a failed test for each finding that makes the check fail.
 * Lighter findings are told by a test that passed; a text that is no report is a test that was skipped.
 */
export function junitPrinter(failOn: Threshold, out: (text: string) => void, voice: Voice): Printer {
  const suites: Suite[] = [];
  return printerOf<Suite>({
    part: (outcome) => ({ file: outcome.file, cases: casesOf(outcome, failOn, voice) }),
    each: (suite) => suites.push(suite),
    trouble: (file, message) =>
      suites.push({ file, cases: [{ name: file, result: 'broken', type: 'unreadable', message }] }),
    end: () => out(document(suites)),
  });
}

function casesOf(outcome: Outcome, failOn: Threshold, voice: Voice): readonly TestCase[] {
  const { file, recognised, ignored, findings, lines } = outcome;
  if (ignored) return [{ name: file, result: 'skipped', message: voice(say('按设置不检查。')) }];
  if (!recognised) {
    const message = voice(say('不像政府信息公开工作年度报告，没有检查。'));
    return [{ name: file, result: 'skipped', message }];
  }
  const toCase = ({ rule, severity, message, span }: Finding): TestCase => {
    const { line, character } = lines.positionOf(span.from);
    return {
      name: `${rule} ${line + 1}:${character + 1}`,
      result: fails(severity, failOn) ? 'failed' : 'passed',
      type: severity,
      message: voice(message),
    };
  };
  return findings.length === 0 ? [{ name: file, result: 'passed' }] : findings.map(toCase);
}

function document(suites: readonly Suite[]): string {
  const all = suites.flatMap(({ cases }) => cases);
  const body = suites.map(
    ({ file, cases }) =>
      `  <testsuite name="${escaped(file)}" ${counts(cases)}>\n${cases.map((one) => testCase(file, one)).join('')}  </testsuite>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="gouji" ${counts(all)}>\n${body.join('')}</testsuites>\n`;
}

function counts(cases: readonly TestCase[]): string {
  const count = (wanted: TestCase['result']): number =>
    cases.filter(({ result }) => result === wanted).length;
  return `tests="${cases.length}" failures="${count('failed')}" errors="${count('broken')}" skipped="${count('skipped')}"`;
}

function testCase(file: string, { name, result, type, message = '' }: TestCase): string {
  const start = `    <testcase classname="${escaped(file)}" name="${escaped(name)}"`;
  const words = escaped(message);
  const inside = {
    passed: message && `<system-out>${words}</system-out>`,
    failed: `<failure type="${type}" message="${words}">${escaped(`${file} ${name}`)} ${words}</failure>`,
    skipped: `<skipped message="${words}"/>`,
    broken: `<error type="${type}" message="${words}"/>`,
  }[result];
  return inside === '' ? `${start}/>\n` : `${start}>${inside}</testcase>\n`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** Words inside XML; characters that it cannot hold at all are left out. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are the ones that XML cannot hold
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"\n\t]/g, (character) => entities[character] ?? '');
