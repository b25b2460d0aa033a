import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { extract } from '../../server/src/analysis/extract.ts';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { wording } from '../../server/src/base/message.ts';
import { drawn } from '../support/generate/drawn.ts';
import { type Grid, matrix } from '../support/generate/grid.ts';
import { html } from '../support/generate/html.ts';
import type { Layout } from '../support/generate/layout.ts';
import { cellLines } from '../support/generate/lines.ts';
import { pipe } from '../support/generate/pipe.ts';
import { written } from '../support/generate/report.ts';
import { richCase, richFigures } from '../support/generate/rich.ts';
import { tab } from '../support/generate/tab.ts';

/** A table with its columns in another order; merged cells are filled up. */
const turned = (grid: Grid, width: number, by: (cells: readonly string[]) => readonly string[]): Grid =>
  grid.width !== width
    ? grid
    : {
        ...grid,
        rows: matrix(grid).map((cells, y) =>
          by(cells).map((text) => ({
            text,
            across: 1,
            down: 1,
            kind: y < grid.heading || !/^[\d.]+$/.test(text) ? 'label' : 'figure',
          })),
        ),
      };

const totalInFront = (grid: Grid): Grid =>
  turned(grid, 10, (cells) => [...cells.slice(0, 3), ...cells.slice(9), ...cells.slice(3, 9)]);

const enterprisesLast = (grid: Grid): Grid =>
  turned(grid, 10, (cells) => [
    ...cells.slice(0, 4),
    ...cells.slice(5, 9),
    ...cells.slice(4, 5),
    ...cells.slice(9),
  ]);

const inForceBefore = (grid: Grid): Grid =>
  turned(grid, 4, ([label = '', one = '', two = '', three = '']) =>
    two === '' ? [label, one, two, three] : [label, three, one, two],
  );

const totalsInFront = (grid: Grid): Grid =>
  turned(grid, 15, (cells) =>
    [0, 5, 10].flatMap((at) =>
      cells[at + 4] === '' ? cells.slice(at, at + 5) : [cells[at + 4] ?? '', ...cells.slice(at, at + 4)],
    ),
  );

const reason = '表头各列的次序与格式不同，无法按列对应';

function read(layout: Layout, change: (grid: Grid) => Grid) {
  const version = snapshot(written(richCase(layout), change));
  const { disclosure, applications, review, unreadable } = extract(version.report());
  const grave = version.findings().filter(({ severity }) => severity === 'error' || severity === 'warning');
  const reasons = [...new Set(unreadable.map((one) => `${one.table}: ${wording(one.reason)}`))];
  return { disclosure, applications, review, reasons, grave: grave.map(({ rule }) => rule) };
}

const figuresIn = (table: unknown): readonly unknown[] =>
  Object.values(table ?? {}).flatMap((row) => Object.values(row ?? {}));

describe('columns in another order than that of the form', () => {
  for (const layout of [pipe, tab, drawn, cellLines]) {
    test(`are not read by their places (${layout.name})`, () => {
      for (const change of [totalInFront, enterprisesLast]) {
        const { applications, reasons, grave } = read(layout, change);
        assert.ok(figuresIn(applications).every((figure) => figure === null));
        assert.deepEqual(reasons, [`applications: ${reason}`]);
        assert.deepEqual(grave, []);
      }
    });

    test(`are not read in table four either (${layout.name})`, () => {
      const { review, reasons, grave } = read(layout, totalsInFront);
      assert.ok(figuresIn(review).every((figure) => figure === null));
      assert.deepEqual([reasons, grave], [[`review: ${reason}`], []]);
    });

    test(`are not read in the block of table two that they are in (${layout.name})`, () => {
      const { disclosure, reasons, grave } = read(layout, inForceBefore);
      const lost = { issued: null, repealed: null, inForce: null };
      const { regulations, normativeDocuments, ...others } = richFigures.disclosure;
      assert.ok(regulations && normativeDocuments);
      assert.deepEqual(disclosure, { regulations: lost, normativeDocuments: lost, ...others });
      assert.deepEqual([reasons, grave], [[`disclosure: ${reason}`], []]);
    });
  }
});

test('a total whose heading stands in the row above the others is in its place', () => {
  for (const layout of [pipe, tab, html, cellLines]) {
    const { applications, grave } = read(layout, (grid) => {
      if (grid.width !== 10) return grid;
      const [first = [], second = [], ...rest] = grid.rows;
      const total = second.slice(-1).map((cell) => ({ ...cell, down: cell.down + 1 }));
      const upper = first.map((cell) => (cell.across === 7 ? { ...cell, across: 6 } : cell));
      return { ...grid, rows: [[...upper, ...total], second.slice(0, -1), ...rest] };
    });
    assert.deepEqual(applications, richFigures.applications, layout.name);
    assert.deepEqual(grave, [], layout.name);
  }
});
