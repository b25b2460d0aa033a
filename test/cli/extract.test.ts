import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { richFigures } from '../support/generate/rich.ts';
import { runOn } from './lent-machine.ts';
import { correct, otherText } from './reports.ts';

/** The line that starts with a label, changed. */
const change = (label: string, how: (line: string) => string): string =>
  correct.replace(new RegExp(`^\\t*.*${label}.*$`, 'm'), how);

async function extracted(text: string, ...options: string[]): Promise<Answer> {
  const { out } = await runOn({ files: { 'a.txt': text } }, 'extract', ...options, 'a.txt');
  return JSON.parse(out);
}

interface Place {
  readonly line: number;
  readonly character: number;
}

interface Range {
  readonly start: Place;
  readonly end: Place;
}

/** The parts of the answer that these tests look into; the first test holds the answer as a whole. */
interface Answer {
  readonly title: string | null;
  readonly organ: string | null;
  readonly year: number | null;
  readonly layout: Readonly<Record<string, string>>;
  readonly sections: readonly { readonly heading: string; readonly line: number }[];
  readonly applications: Readonly<Record<string, readonly (number | null)[]>>;
  readonly review: object | null;
  readonly unreadable: readonly { table: string; row: string; column?: string; reason: string }[];
  readonly positions: {
    readonly applications: Readonly<Record<string, readonly Range[]>>;
    readonly review: Readonly<Record<string, readonly Range[]>>;
    readonly disclosure: Readonly<Record<string, Readonly<Record<string, Range>>>>;
  };
}

describe('gouji extract', () => {
  test('gives the figures under the stable keys', async () => {
    const { sections, ...rest } = await extracted(correct);
    assert.deepEqual(rest, {
      schema: 'gouji.extract/1',
      file: 'a.txt',
      title: '云溪县教育局2023年政府信息公开工作年度报告',
      organ: '云溪县教育局',
      year: 2023,
      edition: '2021',
      layout: { disclosure: 'tab', applications: 'tab', review: 'tab' },
      disclosure: richFigures.disclosure,
      applications: richFigures.applications,
      review: richFigures.review,
      unreadable: [],
    });
    assert.deepEqual(sections[0], { id: 'overview', heading: '一、总体情况', line: 2 });
    assert.equal(sections.length, 6);
  });

  test('gives null for a blank and for a malformed figure, and says why of the latter', async () => {
    const row = '一、本年新收政府信息公开申请数量';
    const { applications, unreadable } = await extracted(
      change(row, (line) => {
        const [label = '', , , , , , ...rest] = line.split('\t');
        return [label, '', '', '3件', '2', '', ...rest].join('\t');
      }),
    );
    assert.equal(applications.received?.[0], null);
    assert.equal(applications.received?.[2], null);
    assert.equal(applications.received?.[6], richFigures.applications.received?.[6]);
    const [why] = unreadable;
    assert.equal(unreadable.length, 1);
    assert.deepEqual([why?.table, why?.row, why?.column], ['applications', 'received', 'naturalPerson']);
    assert.match(why?.reason ?? '', /3件/);
  });

  test('gives nulls for a row that is not there, and says so', async () => {
    const { applications, unreadable } = await extracted(
      change('2.重复申请', () => '').replace(/\n\n(?=\t)/, '\n'),
    );
    assert.deepEqual(applications['notProcessed.duplicate'], Array(7).fill(null));
    assert.deepEqual(unreadable, [
      { table: 'applications', row: 'notProcessed.duplicate', reason: '表中没有这一行' },
    ]);
  });

  test('gives nulls for a row with too few figures, and no guess', async () => {
    const row = '（一）予以公开';
    const { applications, unreadable } = await extracted(
      change(row, (line) => line.replace(/\t\d+\t\d+$/, '')),
    );
    assert.deepEqual(applications.granted, Array(7).fill(null));
    assert.equal(unreadable[0]?.row, 'granted');
  });

  test('gives null for a table that is not there', async () => {
    const without = correct.replace(/^行政复议\t[\s\S]*?(?=\n五、)/m, '');
    const { review, applications, layout } = await extracted(without);
    assert.equal(review, null);
    assert.notEqual(applications, null);
    assert.equal('review' in layout, false);
  });

  test('gives null for what the text does not tell', async () => {
    const { title, organ, year } = await extracted(
      correct.replace(/^.*年度报告\n/, '').replace(/2023年/g, '本年'),
    );
    assert.deepEqual([title, organ, year], [null, null, null]);
  });

  test('adds the place of each figure with --positions', async () => {
    const { positions } = await extracted(correct, '--positions');
    const lines = correct.split('\n');
    const at = ({ start, end }: Range): string =>
      lines[start.line]?.slice(start.character, end.character) ?? '';
    const { applications, disclosure, review } = richFigures;
    for (const [row, ranges] of Object.entries(positions.applications)) {
      assert.deepEqual(ranges.map(at), applications[row]?.map(String));
    }
    for (const [row, ranges] of Object.entries(positions.review)) {
      assert.deepEqual(ranges.map(at), review[row]?.map(String));
    }
    assert.deepEqual(Object.values(positions.disclosure.fees ?? {}).map(at), [disclosure.fees?.amount]);
  });

  test('counts the lines of a page as the page has them', async () => {
    const page = await runOn({ files: { 'a.txt': correct } }, 'format', '--to', 'html', 'a.txt');
    const joined = page.out.replace(/\n(?=<(?:t|\/t))/g, '');
    const { sections, positions, applications } = await extracted(joined, '--positions');
    const lines = joined.split('\n');
    const at = ({ start, end }: Range): string =>
      lines[start.line]?.slice(start.character, end.character) ?? '';
    for (const [row, ranges] of Object.entries(positions.applications)) {
      assert.deepEqual(ranges.map(at), applications[row]?.map(String));
    }
    for (const { line, heading } of sections) assert.ok(lines[line]?.includes(heading), heading);
  });

  test('prints one object for one report, a list for several, and a line each as ndjson', async () => {
    const files = { 'd/a.txt': correct, 'd/b.txt': correct, 'd/notes.md': otherText };
    const one = await runOn({ files }, 'extract', 'd/a.txt');
    const all = await runOn({ files }, 'extract', 'd');
    const lines = await runOn({ files }, 'extract', '--format', 'ndjson', 'd');
    const fileOf = ({ file }: { file: string }): string => file;
    assert.equal(fileOf(JSON.parse(one.out)), 'd/a.txt');
    assert.deepEqual(JSON.parse(all.out).map(fileOf), ['d/a.txt', 'd/b.txt']);
    assert.deepEqual(
      lines.out
        .trimEnd()
        .split('\n')
        .map((line) => fileOf(JSON.parse(line))),
      ['d/a.txt', 'd/b.txt'],
    );
    assert.match(all.err, /notes\.md: 不像/);
  });
});
