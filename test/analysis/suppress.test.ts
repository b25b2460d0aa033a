import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../../server/src/analysis/fix.ts';
import { findingsOf } from '../support/findings.ts';
import { html } from '../support/generate/html.ts';
import { pipe } from '../support/generate/pipe.ts';
import { written } from '../support/generate/report.ts';
import { richCase, richFigures } from '../support/generate/rich.ts';

const rulesIn = (text: string): readonly string[] => findingsOf(text).map(({ rule }) => rule);

/** A text with words before and behind the line that some words stand on. */
function around(text: string, words: string, before: string, behind: string): string {
  return text
    .split('\n')
    .map((line) => (line.includes(words) ? `${before}\n${line}\n${behind}` : line))
    .join('\n');
}

for (const layout of [pipe, html]) {
  const text = written(richCase(layout, richFigures)).replaceAll('\r\n', '\n');
  const heading = '政府信息公开申请情况';
  const wrong = text.replace(`收到和处理${heading}`, '收到和处理政府信息公开申报情况');

  describe(`comments in a report (${layout.name})`, () => {
    it('disown a finding from one place to another, or in all of the text', () => {
      assert.deepEqual(rulesIn(text), []);
      assert.deepEqual(rulesIn(wrong), ['section-wording']);
      const [from, to] = ['<!-- gouji-disable section-wording: 用语 -->', '<!-- gouji-enable -->'];
      assert.deepEqual(rulesIn(around(wrong, '申报情况', `${from}\n`, `\n${to}`)), []);
      assert.deepEqual(rulesIn(`${wrong}\n\n<!-- gouji-disable-file section-wording: 用语 -->\n`), []);
    });

    it('that are of no use are told, each with a fix that takes it away', () => {
      const idle = [
        '<!-- gouji-disable blank-cell: 用语 -->',
        '<!-- gouji-disable-file missing-row: 用语 -->',
        '<!-- gouji-disable-next-line empty-section: 用语 -->',
      ];
      const noted = around(text, heading, `${idle.join('\n\n')}\n`, '');
      assert.deepEqual(
        rulesIn(noted),
        idle.map(() => 'unused-suppression'),
      );
      const edits = findingsOf(noted).flatMap(({ fixes = [] }) => fixes.flatMap((fix) => fix.edits));
      assert.deepEqual(rulesIn(applyEdits(noted, edits)), []);
      assert.doesNotMatch(applyEdits(noted, edits), /gouji-/);
    });
  });
}
