import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { extract } from '../../server/src/analysis/extract.ts';
import { type Snapshot, snapshot } from '../../server/src/analysis/snapshot.ts';
import { wording } from '../../server/src/base/message.ts';
import type { Span } from '../../server/src/base/span.ts';
import { boundTables } from '../../server/src/model/tables.ts';
import type { Grid } from '../support/generate/grid.ts';
import { supportedLayouts } from '../support/generate/layouts.ts';
import { type Change, cases, written } from '../support/generate/report.ts';
import { tableFaults } from '../support/generate/table-faults.ts';

const correctCases = 150;
const faultyCases = 6;

/** Two layouts, and a report that is written in both. */
const inTwo = fc
  .uniqueArray(fc.constantFrom(...supportedLayouts), { minLength: 2, maxLength: 2 })
  .chain(([one, other]) => fc.tuple(cases(one ? [one] : []), fc.constant(other ?? supportedLayouts[0])));

/** What a report says in figures, however it is written down. */
function figuresIn(version: Snapshot): unknown {
  const { layout: _, sections, unreadable, ...figures } = extract(version.report());
  const unread = unreadable.map(({ table, row, column }) => [table, row, column]);
  return { ...figures, unread, sections: sections.map(({ id }) => id) };
}

/** What is told at error and warning level: the rule, and where it is, as the form names the place. */
function toldIn(version: Snapshot): readonly string[] {
  return version
    .findings()
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .filter(({ rule }) => rule !== 'leftover-markup')
    .map(({ rule, span, message }) => `${rule} ${placeOf(version, span) ?? said(wording(message))}`)
    .sort();
}

/** Blanks of merged cells are counted where a layout has them. */
const said = (words: string): string => words.replace(/实有 \d+ 个/, '');

/** The row and the column of a place, if a cell stands there; a row as a whole is the place of its name. */
function placeOf(version: Snapshot, span: Span): string | undefined {
  if (span.from === span.to) return undefined;
  for (const { rows } of boundTables(version.report())) {
    for (const row of rows) {
      if (row.kind !== 'read') continue;
      const cell = row.cells.find((one) => one.span.from <= span.from && span.to <= one.span.to);
      if (cell) return `${row.template.id} ${cell.column.id}`;
    }
  }
  return undefined;
}

describe('the same report in any two layouts', () => {
  test('says the same figures, and is as free of faults', () => {
    const property = fc.property(inTwo, ([report, other]) => {
      assert.ok(other);
      const [one, two] = [snapshot(written(report)), snapshot(written({ ...report, layout: other }))];
      assert.deepEqual(figuresIn(one), figuresIn(two));
      assert.deepEqual([toldIn(one), toldIn(two)], [[], []]);
    });
    fc.assert(property, { seed: 700, numRuns: correctCases });
  });

  for (const [index, fault] of tableFaults.entries()) {
    const hidden = new Set([...(fault.unseen ?? []), ...(fault.held ?? []), ...(fault.otherwise ?? [])]);
    test(`has the same fault at the same place where both show it: ${fault.name}`, () => {
      const property = fc.property(inTwo, ([report, other]) => {
        assert.ok(other);
        fc.pre(!hidden.has(report.layout.name) && !hidden.has(other.name));
        fc.pre(changes(report, fault.change));
        const one = snapshot(written(report, fault.change));
        const two = snapshot(written({ ...report, layout: other }, fault.change));
        const byName = fault.rules.length > 1;
        const told = [toldIn(one), toldIn(two)];
        // Where blanks part the cells, one that is empty is one too few: the same fault by another name,
        // or, if it cannot be told from a loss on the way, a row that is not read.
        if (byName) assert.deepEqual(tellsOf(one, told[0]), tellsOf(two, told[1]));
        else assert.deepEqual(told[0], told[1]);
        if (!byName) assert.deepEqual(figuresIn(one), figuresIn(two));
      });
      fc.assert(property, { seed: 710 + index, numRuns: faultyCases });
    });
  }
});

/** How many faults are told, a table that was held back among them. */
const tellsOf = (version: Snapshot, told: readonly string[] = []): number =>
  told.length > 0 ? told.length : version.findings().some(({ rule }) => rule === 'unreadable-table') ? 1 : 0;

/** Whether a fault can be made in a report: the form of 2019 has other rows. */
function changes(report: Parameters<typeof written>[0], change: Change): boolean {
  let changed = false;
  written(report, (grid, table): Grid => {
    const result = change(grid, table);
    changed ||= JSON.stringify(result) !== JSON.stringify(grid);
    return result;
  });
  return changed;
}
