import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { check } from '../../server/src/analysis/check.ts';
import { defaultSettings } from '../../server/src/analysis/settings.ts';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { mapFigures } from '../support/generate/grid.ts';
import { layouts, supportedLayouts } from '../support/generate/layouts.ts';
import { pipe } from '../support/generate/pipe.ts';
import { type Case, cases, titleOf, written } from '../support/generate/report.ts';
import { writtenOutLayouts } from '../support/generate/written-out.ts';
import { assertFaithful, characters, format, leftOf, said } from './report.ts';

const casesEach = 12;

describe('a correct report', () => {
  for (const [index, layout] of supportedLayouts.entries()) {
    test(`in the layout ${layout.name} becomes canonical Markdown that says the same`, () => {
      const property = fc.property(cases([layout]), (report) => {
        const text = written(report);
        const formatted = assertFaithful(text);
        assert.deepEqual(leftOf(formatted), []);
        assert.deepEqual(pipeLayouts(formatted.text), ['pipe', 'pipe', 'pipe']);
        assert.deepEqual(gravest(formatted.text), []);
        assertEnds(formatted.text, report);
        // A page has tags; a table with its merged cells written out says their words once afterwards.
        if (layout.name !== 'html' && !writtenOutLayouts.includes(layout))
          assertNothingLost(text, formatted.text, titleOf(report));
      });
      fc.assert(property, { seed: 3100 + index, numRuns: casesEach });
    });

    test(`in the layout ${layout.name} becomes a page that says the same`, () => {
      const property = fc.property(cases([layout]), (report) => {
        const page = format(written(report), 'html');
        assert.deepEqual(leftOf(page), []);
        assert.deepEqual(said(page.text), said(written(report)));
        // From the page the Markdown is the same again, but for line ends.
        const direct = format(written(report)).text.replaceAll('\r\n', '\n');
        assert.equal(tablesIn(format(page.text).text), tablesIn(direct));
      });
      fc.assert(property, { seed: 3200 + index, numRuns: 6 });
    });
  }
});

describe('any report', () => {
  for (const [index, layout] of layouts.entries()) {
    test(`with holes says the same when formatted (${layout.name})`, () => {
      const holes = fc.array(fc.nat({ max: 174 }), { minLength: 1, maxLength: 12 });
      const mark = fc.constantFrom('', '/', '—', '无', '3件', '１２', 'x');
      const property = fc.property(cases([layout]), holes, mark, (report, blank, sign) => {
        const text = written(report, (grid) =>
          mapFigures(grid, (figure, at) => (blank.includes(at) ? sign : figure)),
        );
        assertFaithful(text);
        const page = format(text, 'html');
        // A table that stays as it is stands there cell by cell, which may say more than the source did.
        if (page.left.length === 0) assert.deepEqual(said(page.text), said(text));
      });
      fc.assert(property, { seed: 3300 + index, numRuns: casesEach });
    });

    test(`with a line lost says the same when formatted (${layout.name})`, () => {
      const property = fc.property(
        cases([layout]),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (report, where) => {
          const lines = written(report).split(report.lineEnd);
          const lost = Math.floor(where * lines.length);
          assertFaithful(lines.filter((_, at) => at !== lost).join(report.lineEnd));
        },
      );
      fc.assert(property, { seed: 3400 + index, numRuns: casesEach });
    });
  }

  test('cut short, or with its lines in disorder, says the same when formatted', () => {
    const torn = fc.record({
      report: cases(layouts),
      from: fc.nat({ max: 99 }),
      to: fc.nat({ max: 99 }),
      swaps: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 8 }),
    });
    const property = fc.property(torn, ({ report, from, to, swaps }) => {
      const text = written(report);
      const at = (percent: number): number => Math.floor((text.length * percent) / 100);
      assertFaithful(text.slice(at(Math.min(from, to)), at(Math.max(from, to))));
      assertFaithful(swapped(text.split(report.lineEnd), swaps).join(report.lineEnd));
    });
    fc.assert(property, { seed: 3600, numRuns: 150 });
  });

  test('that is canonical already is left as it is, to the letter', () => {
    const property = fc.property(cases([pipe]), (report) => {
      const { text } = format(written(report));
      assert.deepEqual(format(text), { text, left: [] });
    });
    fc.assert(property, { seed: 3500, numRuns: casesEach });
  });
});

function swapped(lines: readonly string[], swaps: readonly (readonly [number, number])[]): readonly string[] {
  const result = [...lines];
  for (const [a, b] of swaps) {
    const [first, second] = [a % result.length, b % result.length];
    [result[first], result[second]] = [result[second] ?? '', result[first] ?? ''];
  }
  return result;
}

const pipeLayouts = (text: string): readonly string[] =>
  Object.values(snapshot(text).report().tables).map((table) =>
    table.kind === 'bound' ? table.layout : 'absent',
  );

function gravest(text: string): readonly string[] {
  return (
    check(snapshot(text).report(), defaultSettings)
      .filter(({ severity }) => severity === 'error' || severity === 'warning')
      .map(({ rule }) => rule)
      // The running title of a page that stood inside a table is seen for what it is, once it stands behind it.
      .filter((rule) => rule !== 'leftover-markup')
  );
}

function assertEnds(text: string, report: Case): void {
  assert.ok(text.startsWith(`# ${titleOf(report)}${report.lineEnd.repeat(2)}`));
  assert.ok(text.endsWith(report.lineEnd) && !text.endsWith(report.lineEnd.repeat(2)));
  const ends = new Set(text.match(/\r\n|\r|\n/g));
  assert.deepEqual([...ends], [report.lineEnd]);
}

/** Words said again, such as headings on the next page or a running title, may become fewer; nothing else may. */
function assertNothingLost(before: string, after: string, title: string): void {
  const once = (text: string): string => characters(text.replaceAll(title, ''));
  assert.equal(once(after), once(before));
}

const tablesIn = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .join('\n');
