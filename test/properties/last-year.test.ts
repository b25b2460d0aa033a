import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Finding } from '../../server/src/analysis/check.ts';
import { positionsOf } from '../../server/src/analysis/extract.ts';
import { applyEdits } from '../../server/src/analysis/fix.ts';
import { defaultSettings } from '../../server/src/analysis/settings.ts';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { wording } from '../../server/src/base/message.ts';
import type { Report } from '../../server/src/model/report.ts';
import type { Figures } from '../support/generate/figures.ts';
import { allCells, type CellKey, plantFault, valueAt } from '../support/generate/plant-fault.ts';
import { written } from '../support/generate/report.ts';
import { richCase, richFigures } from '../support/generate/rich.ts';
import { tab } from '../support/generate/tab.ts';

const cells = allCells(richFigures).filter(({ table }) => table === 'applications');
const right = written(richCase(tab));

/** Last year every figure of table three was another one, but for those of some cells. */
function lastYear(figures: Figures, left: readonly CellKey[], year = figures.year - 1): Report {
  const rows = Object.entries(figures.applications).map(([row, values]) => {
    const isLeft = (at: number): boolean => left.some((cell) => cell.row === row && cell.column === at);
    return [row, values.map((value, at) => (isLeft(at) ? value : value + 1000))] as const;
  });
  return snapshot(
    written(richCase(tab, { ...figures, year, applications: Object.fromEntries(rows) })),
  ).report();
}

const check = (text: string, before?: Report) => snapshot(text, 0, defaultSettings, undefined, before);
const said = ({ message }: Finding): string => wording(message);
const names = (finding: Finding): boolean => /；像是沿用了上年的数 \d+$/.test(said(finding));

function onlyError(text: string, before?: Report): Finding {
  const errors = check(text, before)
    .findings()
    .filter(({ severity }) => severity === 'error');
  const [error] = errors;
  assert.ok(error && errors.length === 1, errors.map(said).join('\n'));
  return error;
}

/** The cell named, with a fix that comes first and makes the report what it was. */
function assertNamed(text: string, before: Report, { table, row, column }: CellKey): void {
  const error = onlyError(text, before);
  const where = `${row} ${column}: ${said(error)}`;
  assert.ok(names(error), where);
  assert.deepEqual(error.span, positionsOf(check(text).report())[table]?.[row]?.[column], where);
  const [fix] = error.fixes ?? [];
  assert.ok(fix && fix.safety === 'ask', where);
  assert.equal(applyEdits(text, fix.edits), right, where);
}

describe('a figure left from last year', () => {
  for (const by of [1, -1, 30])
    test(`is named in every cell of table three (${by})`, () => {
      for (const cell of cells) {
        if (valueAt(richFigures, cell) + by <= 0) continue;
        const figures = plantFault(richFigures, cell, by);
        assertNamed(written(richCase(tab, figures)), lastYear(figures, [cell]), cell);
      }
    });

  test('is named with the sum it was added up to, among all the answers that are as good', () => {
    let undecided = 0;
    for (const cell of cells.filter(({ row, column }) => row !== 'outcomeTotal' && column < 6)) {
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
    const other = { ...lastYear(figures, [cell]), organ: '青禾镇人民政府' };
    assert.ok(!names(onlyError(text, other)));
    assert.ok(!names(onlyError(text)));
  });

  test('changes nothing where all sums hold, whatever stood there last year', () => {
    const before = lastYear(richFigures, cells);
    assert.deepEqual(check(right, before).findings(), check(right).findings());
  });
});
