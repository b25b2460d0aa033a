// How truly reports are read: `npm run accuracy` measures the generator's correct reports in every layout and wrong
// figures planted in one, `npm run accuracy -- FOLDER …` measures real ones. A FOLDER holds reports, itself or in
// text/; truth.json, if there is one, maps a file's name to its figures under the keys of `gouji extract`, and
// judged.json in this folder says what somebody thought of each finding. The result is Markdown on standard output.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { type Extract, extract } from '../../server/src/analysis/extract.ts';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { wording } from '../../server/src/base/message.ts';
import { layouts } from '../support/generate/layouts.ts';
import { cases, written } from '../support/generate/report.ts';
import { judgement } from './judgement.ts';
import { localisation } from './localisation.ts';

/** Figures counted by how they were read. */
interface Tally {
  right: number;
  /** Left out because the text does not tell for certain. */
  left: number;
  wrong: number;
  reports: number;
  errors: number;
  warnings: number;
  /** What is said of the figures left out, and of how many. */
  readonly reasons: Map<string, number>;
}

type Figures = Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;

const tables = ['disclosure', 'applications', 'review'] as const;
const none = (): Tally => ({
  right: 0,
  left: 0,
  wrong: 0,
  reports: 0,
  errors: 0,
  warnings: 0,
  reasons: new Map(),
});

function count(tally: Tally, text: string, figures: Figures): void {
  const version = snapshot(text);
  const read = extract(version.report());
  tally.reports += 1;
  for (const table of tables) {
    for (const [row, values] of Object.entries(figures[table] ?? {})) {
      const before = tally.left;
      compare(tally, read[table]?.[row], values);
      const said = read.unreadable.find((one) => one.table === table && one.row === row);
      const reason = said ? wording(said.reason) : 'the cell is blank in the text';
      if (tally.left > before)
        tally.reasons.set(reason, (tally.reasons.get(reason) ?? 0) + tally.left - before);
    }
  }
  for (const { severity } of version.findings()) {
    if (severity === 'error') tally.errors += 1;
    if (severity === 'warning') tally.warnings += 1;
  }
}

function compare(tally: Tally, found: unknown, wanted: unknown): void {
  const list = (values: unknown): [string, unknown][] => Object.entries(Object(values ?? {}));
  const read = new Map(list(found));
  for (const [column, value] of list(wanted)) {
    const figure = read.get(column) ?? null;
    if (figure === value) tally.right += 1;
    else if (figure === null) tally.left += 1;
    else tally.wrong += 1;
  }
}

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

function row(name: string, { reports, right, left, wrong, errors, warnings }: Tally): string {
  const share = ((100 * right) / Math.max(1, right + left + wrong)).toFixed(2);
  return line([name, reports, right, left, wrong, `${share} %`, errors, warnings]);
}

function print(heading: string, rows: readonly string[]): void {
  console.log(
    line([heading, 'reports', 'figures right', 'left out', 'wrong', 'right', 'errors', 'warnings']),
  );
  console.log(line(['---', ...new Array<string>(7).fill('---:')]));
  for (const text of rows) console.log(text);
}

function generated(each: number): void {
  const rows = layouts.map((layout, index) => {
    const tally = none();
    for (const report of fc.sample(cases([layout]), { numRuns: each, seed: 7000 + index })) {
      const { disclosure, applications, review } = report.figures;
      count(tally, written(report), { disclosure, applications, review });
    }
    return row(layout.name, tally);
  });
  print('correct reports, written as', rows);
}

function real(folder: string): void {
  const truth: Record<string, Figures> = JSON.parse(readFileSync(path.join(folder, 'truth.json'), 'utf8'));
  const texts = path.join(folder, 'text');
  const byLayout = new Map<string, Tally>();
  const wrong: string[] = [];
  const left: string[] = [];
  for (const name of readdirSync(texts).sort()) {
    const figures = truth[name];
    if (!figures) continue;
    const text = readFileSync(path.join(texts, name), 'utf8');
    const layout = layoutOf(extract(snapshot(text).report()));
    const tally = byLayout.get(layout) ?? none();
    const own = none();
    count(own, text, figures);
    add(tally, own);
    for (const [reason, number] of own.reasons) left.push(line([name, number, reason]));
    if (own.wrong > 0) wrong.push(name);
    byLayout.set(layout, tally);
  }
  print(
    'real reports, read as',
    [...byLayout].sort().map(([layout, tally]) => row(layout, tally)),
  );
  console.log(
    ['', line(['left out in', 'figures', 'why']), line(['---', '---:', '---']), ...left].join('\n'),
  );
  if (wrong.length > 0) console.log(`\nWrong figures in: ${wrong.join(', ')}`);
}

function add(to: Tally, from: Tally): void {
  for (const key of ['right', 'left', 'wrong', 'reports', 'errors', 'warnings'] as const)
    to[key] += from[key];
}

const layoutOf = ({ layout }: Extract): string => [...new Set(Object.values(layout))].join(' + ') || 'none';

const folders = process.argv.slice(2);
const absent = folders.filter((folder) => !existsSync(folder));
if (absent.length > 0) {
  console.error(`no folder ${absent.join(', ')}`);
  process.exitCode = 2;
} else if (folders.length > 0) {
  for (const folder of folders) if (existsSync(path.join(folder, 'truth.json'))) real(folder);
  const { text, sound } = judgement(folders);
  console.log(`\n${text}`);
  if (!sound) process.exitCode = 1;
} else {
  generated(60);
  console.log(`\n${localisation()}`);
}
