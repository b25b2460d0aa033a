import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { editions } from '../../server/src/template/index.ts';
import { grammarFiles, printed } from '../../server/tools/grammar.ts';
import { markdownGrammar, root, tokensOf } from './tokens.mjs';

const REPORT = 'text.gouji-report';
const MARKDOWN = 'text.html.markdown';

/** Runs one of the two programs of vscode-tmgrammar-test; both end with 1 when a scope is not as expected. */
async function tool(name, ...args) {
  const bin = path.join(root, 'node_modules/vscode-tmgrammar-test/dist', `${name}.js`);
  await promisify(execFile)(process.execPath, [bin, ...args], { cwd: root }).catch(({ stdout, stderr, message }) =>
    assert.fail(stdout || stderr || message),
  );
}

test('the grammars are written from the form as it is now', () => {
  for (const [file, grammar] of grammarFiles) {
    assert.equal(readFileSync(path.join(root, file), 'utf8'), printed(grammar), `run server/tools/grammar.ts: ${file}`);
  }
});

test('assertions on figures hold', () => tool('unit', 'test/grammar/assertions/*.txt'));

test('a report as text is coloured as recorded', () => tool('snapshot', '-s', REPORT, 'test/grammar/snapshots/*.txt'));

test('a report as Markdown is coloured as recorded', () =>
  tool('snapshot', '-g', markdownGrammar, '-s', MARKDOWN, 'test/grammar/snapshots/*.md'));

test('ordinary Markdown looks as it does without the extension', async () => {
  const text = readFileSync(path.join(root, 'test/grammar/ordinary.md'), 'utf8');
  assert.deepEqual(await tokensOf(MARKDOWN, text), await tokensOf(MARKDOWN, text, { injected: false }));
});

const tables = editions.flatMap((edition) => edition.tables);
const labels = new Set([
  ...tables.flatMap(({ groups }) => groups).map(({ label }) => label),
  ...tables.flatMap(({ rows }) => rows).flatMap((row) => [row.label, ...row.columns.map(({ label }) => label)]),
]);
const isLabel = (scopes) => scopes.some((scope) => /^(?:entity\.name\.t|variable\.other\.column)/.test(scope));

/** What is left of a cell once its numbering is taken off. */
const unmarked = (cell) => cell.replace(/^(?:[一二三四]、|[（(][一二三四五六七][）)]|\d\.)/, '');

const ways = {
  'as printed': (label) => label,
  'with blanks between its letters': (label) => [...unmarked(label)].join(' '),
  'with narrow marks': (label) =>
    label.replace(/[（），：]/g, (mark) => ({ '（': '(', '）': ')', '，': ', ', '：': ': ' })[mark]),
};

for (const [way, write] of Object.entries(ways)) {
  test(`every statutory label is known ${way}`, async () => {
    for (const label of labels) {
      const cell = write(label);
      for (const [scope, line] of [
        [REPORT, `\t${cell}\t0`],
        [REPORT, `${cell} 0`],
        [MARKDOWN, `| 行政处罚 | ${cell} | 0 |`],
      ]) {
        const [tokens] = await tokensOf(scope, line);
        const found = tokens.filter(([, ...scopes]) => isLabel(scopes)).map(([text]) => text);
        assert.ok(found.includes(unmarked(cell)), `${line} in ${scope}: ${found.join(' · ')}`);
      }
    }
  });
}

test('every statutory heading is known in text and in Markdown', async () => {
  for (const { ordinal, heading } of editions.flatMap(({ sections }) => sections)) {
    for (const [scope, line] of [
      [REPORT, `${ordinal}、${heading}`],
      [REPORT, `## ${ordinal}、 ${heading}`],
      [MARKDOWN, `## ${ordinal}、${heading}`],
      [MARKDOWN, `${ordinal}、${heading}`],
    ]) {
      const [tokens] = await tokensOf(scope, line);
      const words = tokens.find(([text]) => text === heading);
      assert.ok(words?.includes('entity.name.section.gouji-report'), `${line} in ${scope}`);
    }
  }
});

test('a sentence is no heading, no title and no row', async () => {
  const sentences = [
    '2024年，我局按时发布了政府信息公开工作年度报告，并作了说明。',
    '总体情况较好，政府信息公开申请得到答复。',
    '依据《条例》第二十条第（一）项，行政许可 12 件。',
  ];
  for (const sentence of sentences) {
    const scopes = (await tokensOf(REPORT, sentence)).flat(2);
    assert.ok(!scopes.some((scope) => /^(?:markup\.heading|entity|meta\.table)/.test(scope)), sentence);
  }
});
