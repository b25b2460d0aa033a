// Whether what is found in real reports is true. Somebody looked at the text behind every error and warning and wrote
// down in judged.json what he saw; this holds the list against what is found now.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { lineIndex } from '../../server/src/analysis/line-index.ts';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import written from './judged.json' with { type: 'json' };

/** What somebody said of the findings of one rule in some lines of a text; lines count from 1. */
interface Judged {
  readonly file: string;
  readonly rule: string;
  readonly lines: readonly number[];
  readonly verdict: string;
  readonly why: string;
}

/** A finding at error or warning, and where it stands. */
interface Found {
  readonly file: string;
  readonly rule: string;
  readonly severity: string;
  readonly line: number;
}

const judged: readonly Judged[] = written;

/** The same words about the same rule, wherever they were said. */
interface Group {
  readonly rule: string;
  readonly severity: string;
  readonly verdict: string;
  readonly why: string;
  readonly findings: readonly Found[];
}

/** Every error and warning in the texts of some folders, judged: a Markdown table, and whether all of them are true. */
export function judgement(folders: readonly string[]): { readonly text: string; readonly sound: boolean } {
  const found = folders.flatMap(textsIn).flatMap(findingsIn);
  const groups = grouped(found);
  const count = (verdict: string): number =>
    found.filter((one) => (sayingOf(one)?.verdict ?? 'open').startsWith(verdict)).length;
  const gone = judged.filter(
    ({ file, rule, lines }) =>
      folders.length > 0 &&
      lines.some((at) => !found.some((one) => one.file === file && one.rule === rule && one.line === at)),
  );
  const [right, wrong, open] = [count('true'), count('false'), count('open')];
  const text = [
    `${found.length} errors and warnings: ${right} true, ${wrong} false, ${open} not judged yet.`,
    ...gone.map(({ file, rule, lines }) => `No longer found: ${rule} in ${file}, line ${lines.join(', ')}.`),
    '',
    '| rule | severity | findings | judged | because | where |',
    '| --- | --- | ---: | --- | --- | --- |',
    ...groups.map(row),
  ].join('\n');
  return { text, sound: wrong + open + gone.length === 0 };
}

function textsIn(folder: string): readonly string[] {
  const inner = readdirSync(folder).includes('text') ? path.join(folder, 'text') : folder;
  return readdirSync(inner)
    .filter((name) => /\.(?:txt|md|html)$/.test(name))
    .sort()
    .map((name) => path.join(inner, name));
}

function findingsIn(file: string): readonly Found[] {
  const text = readFileSync(file, 'utf8');
  const { positionOf } = lineIndex(text);
  return snapshot(text)
    .findings()
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ rule, severity, span }) => ({
      file: path.basename(file),
      rule,
      severity,
      line: positionOf(span.from).line + 1,
    }));
}

const sayingOf = ({ file, rule, line }: Found): Judged | undefined =>
  judged.find((one) => one.file === file && one.rule === rule && one.lines.includes(line));

function grouped(found: readonly Found[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const one of found) {
    const { verdict = 'not yet', why = '' } = sayingOf(one) ?? {};
    const { rule, severity } = one;
    const key = [rule, severity, verdict, why].join('\n');
    const findings = [...(groups.get(key)?.findings ?? []), one];
    groups.set(key, { rule, severity, verdict, why, findings });
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

const row = ({ rule, severity, verdict, why, findings }: Group): string =>
  `| ${rule} | ${severity} | ${findings.length} | ${verdict} | ${why} | ${places(findings)} |`;

/** Texts by the number or name they have, with their lines: `001:27; seed 003:5, 9`. */
function places(findings: readonly Found[]): string {
  const byFile = new Map<string, number[]>();
  for (const { file, line } of findings) {
    const name = file.replace(/^(\d+)_[0-9a-f]+/, 'seed $1').replace(/\.\w+$/, '');
    const lines = byFile.get(name) ?? [];
    byFile.set(name, [...new Set([...lines, line])]);
  }
  return [...byFile].map(([name, lines]) => `${name}:${lines.join(', ')}`).join('; ');
}
