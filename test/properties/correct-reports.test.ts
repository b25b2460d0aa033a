import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { extract } from '../../server/src/analysis/extract.ts';
import { type Snapshot, snapshot } from '../../server/src/analysis/snapshot.ts';
import { identityCounts, verdictOf } from '../../server/src/analysis/verdict.ts';
import type { Span } from '../../server/src/base/span.ts';
import { editionById } from '../../server/src/template/index.ts';
import { supportedLayouts } from '../support/generate/layouts.ts';
import { type Case, cases, titleOf, written } from '../support/generate/report.ts';

/** Enough for every layout to meet every style, edition and organ. */
const casesEach = 125;

describe('a correct report', () => {
  for (const [index, layout] of supportedLayouts.entries()) {
    test(`written as ${layout.name} is read to the figure and found correct`, () => {
      const property = fc.property(cases([layout]), assertReadAndCorrect);
      fc.assert(property, { seed: 20_260_101 + index, numRuns: casesEach });
    });
  }
});

function assertReadAndCorrect(report: Case): void {
  const version = snapshot(written(report));
  const { sections, layout, unreadable, ...read } = extract(version.report());
  const { figures, organ } = report;
  const isPageHead = isPageHeadIn(version, report);
  assert.deepEqual(unreadable, []);
  assert.deepEqual(read, {
    title: titleOf(report),
    organ: organ.name,
    year: figures.year,
    edition: figures.edition,
    disclosure: figures.disclosure,
    applications: figures.applications,
    review: figures.review,
  });
  assert.equal(sections.length, 6);
  assert.equal(Object.keys(layout).length, 3);
  const findings = version.findings().filter(({ span }) => !isPageHead(span));
  const grave = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  assert.deepEqual(grave, []);
  assert.deepEqual(identityCounts(version.report()), {
    held: identitiesOf(report),
    broken: 0,
    notAssessable: 0,
  });
  assert.equal(verdictOf(version.report(), findings), 'pass');
}

/** One layout has the title run on over the pages: it is rightly found there, and nowhere else. */
function isPageHeadIn(version: Snapshot, report: Case): (span: Span) => boolean {
  return ({ from, to }) =>
    report.layout.name === 'tab-cut' && version.text.slice(from, to) === titleOf(report);
}

/** One for each line that an identity crosses, in all tables of the edition. */
function identitiesOf({ figures }: Case): number {
  let number = 0;
  for (const { identities, rows } of editionById(figures.edition).tables) {
    for (const { axis } of identities)
      number += axis === 'row' ? (rows[0]?.columns.length ?? 0) : rows.length;
  }
  return number;
}
