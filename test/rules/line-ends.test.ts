import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Finding } from '../../server/src/analysis/check.ts';
import { applyEdits } from '../../server/src/analysis/fix.ts';
import { wording } from '../../server/src/base/message.ts';
import { findingsOf } from '../support/findings.ts';
import { readMarked } from '../support/marked.ts';
import { type Case, completed, readPage } from '../support/rule-page.ts';

const folder = new URL('./', import.meta.url);
const pages = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');

const textOf = ({ report, options }: Case): string =>
  readMarked(completed(report.text, options).lines.join('\n')).text;

/** A finding and its fixes, whatever the line ends of the text are. */
const told = (text: string, { rule, severity, span, message, fixes = [] }: Finding) => ({
  rule,
  severity,
  message: wording(message),
  at: text.slice(0, span.from).replaceAll('\r\n', '\n').length,
  fixed: fixes.map(({ edits }) => applyEdits(text, edits).replaceAll('\r\n', '\n')),
});

for (const name of pages) {
  test(`${name}: the same is found and mended in texts from Windows, and their line ends stay`, () => {
    for (const one of readPage(readFileSync(new URL(name, folder), 'utf8')).cases) {
      const text = textOf(one);
      const windows = text.replaceAll('\n', '\r\n');
      const found = findingsOf(windows);
      assert.deepEqual(
        found.map((finding) => told(windows, finding)),
        findingsOf(text).map((finding) => told(text, finding)),
        one.name,
      );
      for (const { rule, fixes = [] } of found)
        for (const { edits } of fixes)
          assert.doesNotMatch(applyEdits(windows, edits), /(?<!\r)\n|\r(?!\n)/, `${one.name}: ${rule}`);
    }
  });
}
