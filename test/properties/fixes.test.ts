import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { findingsOf } from '../support/findings.ts';
import { mapFigures } from '../support/generate/grid.ts';
import { supportedLayouts } from '../support/generate/layouts.ts';
import { allCells, plantFault } from '../support/generate/plant-fault.ts';
import { written } from '../support/generate/report.ts';
import { richCase, richFigures } from '../support/generate/rich.ts';
import { readPage } from '../support/rule-page.ts';
import { holdFixes, runCase } from '../support/run-case.ts';

const sources = new URL('../../server/src/rules/', import.meta.url);
const pages = new URL('../rules/', import.meta.url);
const reports = new URL('../reports/', import.meta.url);

/** The rules whose source offers a fix, itself or through the telling of broken sums. */
const fixing = readdirSync(sources)
  .filter((name) => !['rule.ts', 'index.ts'].includes(name))
  .filter((name) => /\bfixes\b|tellFaults/.test(readFileSync(new URL(name, sources), 'utf8')))
  .map((name) => name.replace('.ts', ''));

describe('a fix settles its finding, brings no other and has nothing left to do', () => {
  test('for every rule that offers one, on its page', () => {
    const tried = new Set(
      fixing.flatMap((id) => {
        const { cases } = readPage(readFileSync(new URL(`${id}.md`, pages), 'utf8'));
        return cases.flatMap((one) => runCase(one).tried);
      }),
    );
    assert.deepEqual(
      fixing.filter((id) => !tried.has(id)),
      [],
    );
  });

  for (const name of readdirSync(reports).filter((one) => one.endsWith('.txt'))) {
    test(`in a report with everything wrong that real ones have (${name})`, () => {
      const text = readFileSync(new URL(name, reports), 'utf8');
      assert.ok(holdFixes(text, findingsOf(text)).length > 0);
    });
  }

  for (const layout of supportedLayouts) {
    test(`for one wrong figure anywhere (${layout.name})`, () => {
      // Every layout sees some of the cells, and all together see each of them.
      for (const [at, cell] of allCells(richFigures).entries()) {
        if (at % supportedLayouts.length !== supportedLayouts.indexOf(layout)) continue;
        const text = written(richCase(layout, plantFault(richFigures, cell, 1)));
        assert.ok(holdFixes(text, findingsOf(text)).length > 0, `${cell.table} ${cell.row} ${cell.column}`);
      }
    });

    test(`for one figure left out (${layout.name})`, () => {
      for (let left = 0; left < 174; left += 13) {
        const text = written(richCase(layout, richFigures), (grid) =>
          mapFigures(grid, (figure, at) => (at === left ? '' : figure)),
        );
        holdFixes(text, findingsOf(text));
      }
    });
  }
});
