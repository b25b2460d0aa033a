import { catalogue, type RuleFacts } from '../analysis/catalogue.ts';
import type { Finding } from '../analysis/check.ts';
import { type LineIndex, lineIndex } from '../analysis/line-index.ts';
import type { Span } from '../base/span.ts';
import { version } from '../base/version.ts';
import type { Fix, Severity } from '../rules/rule.ts';
import type { Outcome } from './outcome.ts';
import { printJson } from './print-json.ts';
import { type Printer, printerOf } from './printer.ts';
import type { System } from './system.ts';
import type { Voice } from './voice.ts';

/** The outcomes as one log of SARIF 2.1.0 (OASIS, 2020), with the rules they come from. Columns count UTF-16 units. */
export function sarifPrinter(system: System, voice: Voice): Printer {
  const results: object[] = [];
  const troubles: { readonly file: string; readonly reason: string }[] = [];
  return printerOf({
    part: (outcome) => {
      if (outcome.ignored) return [];
      const prints = fingerprints(outcome);
      return outcome.findings.map((finding, at) => ({
        ...toResult(finding, outcome, voice),
        partialFingerprints: { 'goujiFinding/v1': prints[at] },
      }));
    },
    each: (found) => results.push(...found),
    trouble: (file, reason) => troubles.push({ file, reason }),
    end: () => {
      const run = {
        tool: { driver: { name: 'gouji', semanticVersion: version, rules: descriptors(system) } },
        language: voice.language,
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: troubles.length === 0,
            toolExecutionNotifications: troubles.map(({ file, reason }) => ({
              level: 'error',
              message: { text: reason },
              locations: [{ physicalLocation: { artifactLocation: { uri: toUri(file) } } }],
            })),
          },
        ],
        results,
      };
      system.out(`${printJson({ $schema: schema, version: '2.1.0', runs: [run] })}\n`);
    },
  });
}

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json';

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

const descriptors = ({ rulePage }: System): readonly object[] =>
  catalogue.map(({ id, title, docs, severity, group, basis, since }: RuleFacts) => ({
    id,
    shortDescription: { text: title },
    fullDescription: { text: docs },
    help: { text: `${docs}\n${basis}`, markdown: rulePage(id) },
    defaultConfiguration: { level: levels[severity] },
    properties: { group, basis, since },
  }));

const ruleIndex: ReadonlyMap<string, number> = new Map(catalogue.map(({ id }, at) => [id, at]));

function toResult(finding: Finding, { file, lines }: Outcome, voice: Voice): object {
  const { rule, severity, message, span, related = [], elsewhere = [], fixes = [] } = finding;
  const place = (at: Span, path = file, among = lines): object => ({
    physicalLocation: { artifactLocation: { uri: toUri(path) }, region: regionOf(at, among) },
  });
  const others = [
    ...related.map((other) => ({ message: { text: voice(other.message) }, ...place(other.span) })),
    ...elsewhere.map(({ of: { report, source }, span: at, message: says }) => ({
      message: { text: voice(says) },
      ...place(at, source, lineIndex(report.tree.source)),
    })),
  ];
  return {
    ruleId: rule,
    ruleIndex: ruleIndex.get(rule),
    level: levels[severity],
    message: { text: voice(message) },
    locations: [place(span)],
    relatedLocations: others.length === 0 ? undefined : others.map((other, id) => ({ id, ...other })),
    fixes: fixes.length === 0 ? undefined : fixes.map((fix) => toFix(fix, file, lines, voice)),
  };
}

/** What each finding is about, the same from run to run while lines come and go; the second alike is told from the first. */
function fingerprints({ findings, keyOf }: Outcome): readonly string[] {
  const met = new Map<string, number>();
  return findings.map((finding) => {
    const { rule, table, row, column, words } = keyOf(finding);
    const print = [rule, table, row, column, words?.replace(/\s+/g, ' ').slice(0, longestWords)]
      .filter((part) => part !== undefined)
      .join('/');
    const times = (met.get(print) ?? 0) + 1;
    met.set(print, times);
    return `${print}:${times}`;
  });
}

const longestWords = 60;

const toFix = ({ title, edits }: Fix, file: string, lines: LineIndex, voice: Voice): object => ({
  description: { text: voice(title) },
  artifactChanges: [
    {
      artifactLocation: { uri: toUri(file) },
      replacements: edits.map(({ span, insert }) => ({
        deletedRegion: regionOf(span, lines),
        insertedContent: { text: insert },
      })),
    },
  ],
});

/** Lines and columns from 1; the end is the place behind the last character. */
function regionOf(span: Span, lines: LineIndex): object {
  const { start, end } = lines.rangeOf(span);
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** A path as an address: one from the root is whole, any other stands under the folder the check was started in. */
function toUri(path: string): string {
  const slashed = path.replace(/\\/g, '/');
  const address = slashed.split('/').map(encodeURIComponent).join('/');
  if (/^[A-Za-z]:\//.test(slashed)) return `file:///${slashed[0]}:${address.slice(address.indexOf('/'))}`;
  return slashed.startsWith('/') ? `file://${address}` : address;
}
