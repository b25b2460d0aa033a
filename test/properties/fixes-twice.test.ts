import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Finding } from '../../server/src/analysis/check.ts';
import { applyEdits } from '../../server/src/analysis/fix.ts';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { wording } from '../../server/src/base/message.ts';
import { fixAll } from '../../server/src/features/quick-fix.ts';
import type { Fix } from '../../server/src/rules/rule.ts';
import { findingsOf } from '../support/findings.ts';
import { readMarked } from '../support/marked.ts';
import { completed, readPage } from '../support/rule-page.ts';

const pages = new URL('../rules/', import.meta.url);
const reports = new URL('../reports/', import.meta.url);

/** Every text with faults that is written down: the cases of all pages, and the whole reports. */
const texts: readonly (readonly [string, readonly string[]])[] = [
  ...readdirSync(pages)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name): readonly [string, readonly string[]] => {
      const { cases } = readPage(readFileSync(new URL(name, pages), 'utf8'));
      const whole = cases.map(({ report, options }) => completed(report.text, options).lines.join('\n'));
      return [name, whole.map((marked) => readMarked(marked).text)];
    }),
  ...readdirSync(reports)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => [name, [readFileSync(new URL(name, reports), 'utf8')]] as const),
];

/** A fix by what the user sees of it: the rule, what it says of which words, and the title. */
const shown = (text: string, { rule, message, span }: Finding, { title, edits }: Fix): string =>
  [
    rule,
    wording(message),
    text.slice(span.from, span.to),
    wording(title),
    edits.map(({ span: at, insert }) => `${text.slice(at.from, at.to)}→${insert}`).join(),
  ].join(' | ');

const offered = (text: string): readonly { readonly name: string; readonly fix: Fix }[] =>
  findingsOf(text).flatMap((finding) =>
    (finding.fixes ?? []).map((fix) => ({ name: shown(text, finding, fix), fix })),
  );

const times = (text: string, wanted: string): number =>
  offered(text).filter(({ name }) => name === wanted).length;

describe('a fix that was made is not offered once more', () => {
  for (const [name, each] of texts)
    test(name, () => {
      for (const text of each)
        for (const { name: what, fix } of offered(text)) {
          const fixed = applyEdits(text, fix.edits);
          assert.ok(times(fixed, what) < times(text, what), what);
        }
    });
});

describe('everything safe at once, as on saving, leaves nothing safe to do', () => {
  const once = (text: string): string => applyEdits(text, fixAll(snapshot(text)));
  for (const [name, each] of texts)
    test(name, () => {
      for (const text of each) {
        const fixed = once(text);
        assert.equal(once(fixed), fixed);
      }
    });
});
