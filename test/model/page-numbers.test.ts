import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { extract } from '../../server/src/analysis/extract.ts';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { wording } from '../../server/src/base/message.ts';
import { barLayouts } from '../support/generate/bars.ts';
import type { Layout } from '../support/generate/layout.ts';
import { cellLines } from '../support/generate/lines.ts';
import { written } from '../support/generate/report.ts';
import { richCase, richFigures } from '../support/generate/rich.ts';
import { tabLayouts } from '../support/generate/tab.ts';

const grave = (text: string): readonly string[] =>
  snapshot(text)
    .findings()
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ rule, message }) => `${rule}: ${wording(message)}`);

/** A report with a line in front of a row of table three. */
const paged = (layout: Layout, page: string): string =>
  written(richCase(layout)).replace(/^([ |]*4\.保护第三方)/m, `${page}\n$1`);

const inLines = [cellLines, ...barLayouts.filter(({ name }) => /cell-lines|before|between/.test(name))];

test('a page number in table two is told where nothing else can be it', () => {
  const behind = (row: string, figures: string): string =>
    written(richCase(cellLines)).replace(
      new RegExp(`^${row}\\n+(?:[\\d.]+\\n+)+`, 'm'),
      `${row}\n${figures}\n`,
    );
  const read = (text: string): unknown => extract(snapshot(text).report()).disclosure;
  const closed = behind('行政处罚', '0\n12');
  assert.deepEqual(grave(closed), ['value-count: 表二里单独成行的“12”不属于任何一格，像是页码']);
  assert.deepEqual(read(closed), { ...richFigures.disclosure, penalties: { decisions: 0 } });
  const regulations = { issued: 0, repealed: 0, inForce: 0 };
  assert.deepEqual(read(behind('规章', '0\n0\n0\n3')), { ...richFigures.disclosure, regulations });
  const torn = { ...richFigures.disclosure, penalties: { decisions: null } };
  for (const figures of ['5\n12', '12\n5', '12\n0'])
    assert.deepEqual(read(behind('行政处罚', figures)), torn, figures);
});

describe('a page number between two rows of cells below each other', () => {
  for (const layout of inLines) {
    test(`is told, and no figure of the table (${layout.name})`, () => {
      const text = paged(layout, '12');
      assert.deepEqual(grave(text), ['value-count: 表三里单独成行的“12”不属于任何一格，像是页码']);
      assert.deepEqual(extract(snapshot(text).report()).applications, richFigures.applications);
    });

    test(`is left out without a word of the table when it says what it is (${layout.name})`, () => {
      for (const page of ['- 12 -', '第 12 页', '12 / 15']) {
        const text = paged(layout, page);
        assert.deepEqual(grave(text), ['leftover-markup: 单独成行的页码混进了正文，共 1 处。'], page);
        assert.deepEqual(extract(snapshot(text).report()).applications, richFigures.applications);
      }
    });
  }

  test('goes with its line when the fix is taken', () => {
    for (const layout of inLines) {
      const text = paged(layout, '12');
      const [fix] =
        snapshot(text)
          .findings()
          .find(({ rule }) => rule === 'value-count')?.fixes ?? [];
      const [edit] = fix?.edits ?? [];
      assert.ok(edit);
      assert.equal(
        text.slice(0, edit.span.from) + edit.insert + text.slice(edit.span.to),
        written(richCase(layout)),
      );
    }
  });
});

test('a number of one row that is too many is not guessed at where no sum tells it', () => {
  const text = written(richCase(cellLines)).replace('418\n', '418\n\n7\n');
  const { disclosure } = extract(snapshot(text).report());
  assert.deepEqual([disclosure?.licences, disclosure?.penalties], [{ decisions: null }, { decisions: 36 }]);
});

test('the first half of a number that was torn apart is no page number', () => {
  const [layout] = barLayouts.filter(({ name }) => name === 'bars-cell-lines');
  assert.ok(layout);
  const text = written(richCase(layout)).replace(/^418 \|$/m, '4\n18 |');
  const { disclosure } = extract(snapshot(text).report());
  assert.deepEqual(disclosure?.licences, { decisions: null });
});

test('what a line break has left of a number in quotation marks is no figure', () => {
  const [tab] = tabLayouts;
  assert.ok(tab);
  const text = written(richCase(tab)).replace('\t12.3500', '\t"12\n.3500"');
  const { disclosure } = extract(snapshot(text).report());
  assert.deepEqual(disclosure?.fees, { amount: null });
});
