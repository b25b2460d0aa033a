import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Finding } from '../../server/src/analysis/check.ts';
import { positionsOf } from '../../server/src/analysis/extract.ts';
import { applyEdits } from '../../server/src/analysis/fix.ts';
import { defaultSettings } from '../../server/src/analysis/settings.ts';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { wording } from '../../server/src/base/message.ts';
import type { Predecessor } from '../../server/src/model/report.ts';
import type { Figures } from '../support/generate/figures.ts';
import { allCells, type CellKey, plantFault, valueAt } from '../support/generate/plant-fault.ts';
import { written } from '../support/generate/report.ts';
import { richCase, richFigures } from '../support/generate/rich.ts';
import { tab } from '../support/generate/tab.ts';

const cells = allCells(richFigures).filter(({ table }) => table === 'applications');
const right = written(richCase(tab));

/** Last year every figure of table three was another one, but for those of some cells, and what this year carried in. */
function lastYear(figures: Figures, left: readonly CellKey[], year = figures.year - 1): Predecessor {
  const rows = Object.entries(figures.applications).map(([row, values]) => {
    if (row === 'carriedOut') return [row, richFigures.applications.carriedIn ?? []] as const;
    const isLeft = (at: number): boolean => left.some((cell) => cell.row === row && cell.column === at);
    return [row, values.map((value, at) => (isLeft(at) ? value : value + 1000))] as const;
  });
  const text = written(richCase(tab, { ...figures, year, applications: Object.fromEntries(rows) }));
  return { report: snapshot(text).report(), source: '上年.txt' };
}

const check = (text: string, before?: Predecessor) => snapshot(text, 0, defaultSettings, undefined, before);
const said = ({ message }: Finding): string => wording(message);
const names = (finding: Finding): boolean => /；像是沿用了上年的数 \d+$/.test(said(finding));
const carries = (finding: Finding): boolean => /；上年报告结转下年度的正是 \d+$/.test(said(finding));

/** What last year carried out is given by this year's report, so that it cannot be what was left in it. */
const mayBeLeft = ({ row }: CellKey): boolean => row !== 'carriedOut';

function onlyError(text: string, before?: Predecessor): Finding {
  const errors = check(text, before)
    .findings()
    .filter(({ severity }) => severity === 'error');
  const [error] = errors;
  assert.ok(error && errors.length === 1, errors.map(said).join('\n'));
  return error;
}

/** The cell named, with a fix that comes first and makes the report what it was. */
function assertNamed(text: string, before: Predecessor, { table, row, column }: CellKey): void {
  const error = onlyError(text, before);
  const where = `${row} ${column}: ${said(error)}`;
  assert.ok(row === 'carriedIn' ? carries(error) : names(error), where);
  assert.deepEqual(error.span, positionsOf(check(text).report())[table]?.[row]?.[column], where);
  const [fix] = error.fixes ?? [];
  assert.ok(fix && fix.safety === 'ask', where);
  assert.equal(applyEdits(text, fix.edits), right, where);
}

describe('a figure left from last year', () => {
  for (const by of [1, -1, 30])
    test(`is named in every cell of table three (${by})`, () => {
      for (const cell of cells.filter(mayBeLeft)) {
        if (valueAt(richFigures, cell) + by <= 0) continue;
        const figures = plantFault(richFigures, cell, by);
        assertNamed(written(richCase(tab, figures)), lastYear(figures, [cell]), cell);
      }
    });

  test('is named with the sum it was added up to, among all the answers that are as good', () => {
    let undecided = 0;
    for (const cell of cells.filter(({ row, column }) => row !== 'outcomeTotal' && column < 6)) {
      if (!mayBeLeft(cell)) continue;
      const sum: CellKey = { ...cell, column: 6 };
      const figures = plantFault(plantFault(richFigures, cell, 1), sum, 1);
      const text = written(richCase(tab, figures));
      if ((onlyError(text).fixes ?? []).length > 1) undecided += 1;
      assertNamed(text, lastYear(figures, [cell, sum]), cell);
    }
    assert.ok(undecided > 100, `${undecided}`);
  });

  test('is not looked for in a report of another year or another organ', () => {
    const [cell] = cells;
    assert.ok(cell);
    const figures = plantFault(richFigures, cell, 30);
    const text = written(richCase(tab, figures));
    assert.ok(names(onlyError(text, lastYear(figures, [cell]))));
    assert.ok(!names(onlyError(text, lastYear(figures, [cell], figures.year - 2))));
    const { report, source } = lastYear(figures, [cell]);
    const other = { report: { ...report, organ: '青禾镇人民政府' }, source };
    assert.ok(!names(onlyError(text, other)));
    assert.ok(!names(onlyError(text)));
  });

  test('changes nothing where all sums hold, whatever stood there last year', () => {
    const before = lastYear(richFigures, cells);
    const ofFigures = (found: readonly Finding[]) =>
      found.filter(({ rule }) => rule !== 'copied-text' && rule !== 'stock-roll-forward').map(said);
    assert.deepEqual(ofFigures(check(right, before).findings()), ofFigures(check(right).findings()));
  });
});

describe('what was carried in', () => {
  const carriedIn = richFigures.applications.carriedIn ?? [];

  test('is not suspected as long as it is what last year carried out', () => {
    let cleared = 0;
    for (const cell of cells.filter(({ row, column }) => row === 'received' && column < 6)) {
      const figures = plantFault(plantFault(richFigures, cell, 1), { ...cell, column: 6 }, 1);
      const text = written(richCase(tab, figures));
      const places = Object.values(positionsOf(check(text).report()).applications?.carriedIn ?? {});
      const blames = (error: Finding): boolean =>
        (error.fixes ?? []).some(({ edits }) =>
          edits.some(({ span }) => places.some((place) => place?.from === span.from)),
        );
      if (blames(onlyError(text))) cleared += 1;
      assert.ok(!blames(onlyError(text, lastYear(figures, []))));
    }
    assert.ok(cleared > 0);
  });

  test('is named in each column where last year carried out something else, and only there', () => {
    const nothing = Object.fromEntries(
      Object.entries(richFigures.applications).map(([row, values]) => [row, values.map(() => 0)]),
    );
    const applications = { ...nothing, carriedIn, carriedOut: carriedIn };
    const text = written(richCase(tab, { ...richFigures, year: richFigures.year - 1, applications }));
    const before = { report: snapshot(text).report(), source: '上年.txt' };
    for (const column of [0, 1, 2, 3, 4, 5]) {
      // This year's report is right in itself: what was carried in was dealt with.
      const shifted = ['carriedIn', 'outcomeTotal', 'granted'].flatMap((row) =>
        [column, 6].map((at): CellKey => ({ table: 'applications', row, column: at })),
      );
      const figures = shifted.reduce((sofar, cell) => plantFault(sofar, cell, 1), richFigures);
      const wrong = written(richCase(tab, figures));
      const [found, ...others] = check(wrong, before)
        .findings()
        .filter(({ rule }) => rule === 'carry-over-mismatch');
      assert.ok(found && others.length === 0);
      assert.equal(found.severity, 'error');
      assert.deepEqual(found.span, positionsOf(check(wrong).report()).applications?.carriedIn?.[6]);
      assert.equal(found.elsewhere?.length, 2);
    }
  });
});
