import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Finding } from '../../server/src/analysis/check.ts';
import { positionsOf } from '../../server/src/analysis/extract.ts';
import { type Snapshot, snapshot } from '../../server/src/analysis/snapshot.ts';
import type { Span } from '../../server/src/base/span.ts';
import type { Judgement } from '../../server/src/model/report.ts';
import type { IdentityId } from '../../server/src/template/index.ts';
import type { Layout } from '../support/generate/layout.ts';
import { pipe } from '../support/generate/pipe.ts';
import { allCells, type CellKey, plantFault, valueAt } from '../support/generate/plant-fault.ts';
import { written } from '../support/generate/report.ts';
import { richCase, richFigures } from '../support/generate/rich.ts';
import { tab } from '../support/generate/tab.ts';

const ruleOf: Readonly<Record<IdentityId, string>> = {
  balance: 'unbalanced-applications',
  'outcome-total': 'wrong-outcome-total',
  'applicant-total': 'wrong-applicant-total',
  'review-total': 'wrong-review-total',
};

const cells = allCells(richFigures);

describe('a single wrong figure in a correct report', () => {
  test('tables three and four have 190 figures', () => assert.equal(cells.length, 190));

  for (const layout of [tab, pipe]) {
    for (const by of [1, -1]) {
      const how = by === 1 ? 'one more' : 'one less';
      test(`${how}, anywhere, is found once and where it stands (${layout.name})`, () => {
        for (const cell of cells) if (valueAt(richFigures, cell) + by >= 0) assertFoundOnce(layout, cell, by);
      });
    }

    test(`nothing is left once the figure is put right (${layout.name})`, () => {
      for (const cell of cells) {
        const restored = plantFault(plantFault(richFigures, cell, 1), cell, -1);
        assert.deepEqual(errorsOf(snapshot(written(richCase(layout, restored)))), []);
      }
    });
  }
});

function assertFoundOnce(layout: Layout, cell: CellKey, by: number): void {
  const version = snapshot(written(richCase(layout, plantFault(richFigures, cell, by))));
  const where = `${cell.table} ${cell.row} ${cell.column} ${by}`;
  const errors = errorsOf(version);
  const [finding] = errors;
  assert.ok(
    finding && errors.length === 1,
    `${where}: ${errors.map(({ rule }) => rule).join(', ') || 'nothing found'}`,
  );
  const broken = version
    .report()
    .judgements()
    .filter(({ outcome }) => outcome.state === 'broken');
  const fitting = broken.filter(({ identity }) => ruleOf[identity.id] === finding.rule);
  assert.ok(fitting.length > 0, `${where}: ${finding.rule} says nothing about this cell`);
  assertLinksCells(finding, broken, where);
  if (cell.table === 'applications') assert.deepEqual(finding.span, placeOf(version, cell), where);
}

const errorsOf = (version: Snapshot): readonly Finding[] =>
  version.findings().filter(({ severity }) => severity === 'error');

/** Whoever follows the links must see every figure that takes part in what is broken. */
function assertLinksCells(
  { span, related = [] }: Finding,
  broken: readonly Judgement[],
  where: string,
): void {
  const linked = new Set([span, ...related.map((other) => other.span)].map(({ from }) => from));
  const missing = broken
    .flatMap(({ left, right }) => [...left, ...right])
    .filter((cell) => !linked.has(cell.span.from));
  const names = missing.map(({ row, column }) => `${row.id}.${column.id}`);
  assert.deepEqual(names, [], `${where}: cells without a link`);
}

function placeOf(version: Snapshot, { table, row, column }: CellKey): Span | null | undefined {
  return positionsOf(version.report())[table]?.[row]?.[column];
}
