import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { catalogue } from '../../server/src/analysis/catalogue.ts';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { findingsOf } from '../support/findings.ts';
import { type Case, canonicalMarks, type Page, readPage, rewritten } from '../support/rule-page.ts';
import { runCase } from '../support/run-case.ts';
import { joinParts, sampleParts } from '../support/sample.ts';

const folder = new URL('./', import.meta.url);
const update = process.env.UPDATE === '1';
const pages = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');

for (const name of pages) {
  const url = new URL(name, folder);
  const page = readPage(readFileSync(url, 'utf8'));
  if (update) test(`${name}: rewritten`, () => renew(url, page));
  else for (const one of page.cases) test(`${name}: ${one.name}`, () => hold(one));
}

function hold(one: Case): void {
  const outcome = runCase(one);
  assert.equal(outcome.report, canonicalMarks(one.report.text));
  if (one.says) assert.equal(outcome.says, one.says.text);
  for (const fixed of one.fixed) assert.equal(outcome.fixed(fixed.info), fixed.text, `after “${fixed.info}”`);
}

/** Rewrites what can be had; a case that fails is left as it stands, and named. */
function renew(url: URL, page: Page): void {
  const texts = new Map<Case['report'], string>();
  const faults: unknown[] = [];
  for (const one of page.cases) {
    try {
      for (const [block, text] of outcomes(one)) texts.set(block, text);
    } catch (fault) {
      faults.push(new Error(one.name, { cause: fault }));
    }
  }
  writeFileSync(url, rewritten(page, texts));
  if (faults.length > 0) throw new AggregateError(faults, faults.map(String).join('\n'));
}

/** What every block of a case would have to say. */
function outcomes(one: Case): ReadonlyMap<Case['report'], string> {
  const outcome = runCase(one);
  const texts = new Map([[one.report, outcome.report]]);
  if (one.says) texts.set(one.says, outcome.says);
  for (const fixed of one.fixed) {
    const text = outcome.fixed(fixed.info);
    if (text === undefined) throw new Error(`nothing offers “${fixed.info}”`);
    texts.set(fixed, text);
  }
  return texts;
}

for (const edition of ['2021', '2019'] as const) {
  for (const notation of ['pipe', 'tab'] as const) {
    test(`the sample of ${edition} in ${notation} is faultless`, () => {
      const text = joinParts(sampleParts(edition, notation));
      assert.equal(snapshot(text).report().recognised, true);
      assert.deepEqual(findingsOf(text), []);
    });
  }
}

test('every rule has a page that shows it failing and passing', () => {
  for (const { id } of catalogue) {
    const cases = readPage(readFileSync(new URL(`${id}.md`, folder), 'utf8')).cases;
    const failing = cases.filter((one) => new RegExp(`»\\{${id}( \\w+)?\\}`).test(one.report.text));
    assert.ok(failing.length > 0, `${id}: no case with a mark`);
    assert.ok(failing.length < cases.length, `${id}: no case without a mark`);
  }
});

test('every page belongs to a rule', () => {
  assert.deepEqual(
    pages.filter((name) => !catalogue.some(({ id }) => `${id}.md` === name)),
    [],
  );
});
