import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type Extract, extract } from '../../server/src/analysis/extract.ts';
import { type Snapshot, snapshot } from '../../server/src/analysis/snapshot.ts';
import { rules } from '../../server/src/rules/index.ts';
import type { Figures } from '../support/generate/figures.ts';
import { mapFigures } from '../support/generate/grid.ts';
import { supportedLayouts } from '../support/generate/layouts.ts';
import { cases, written } from '../support/generate/report.ts';

const casesEach = 100;

/** What clerks leave where a number belongs. */
const nothing = fc.constantFrom('', '', '/', '-', '—', '无');

const totals = new Set(rules.filter(({ group }) => group === 'totals').map(({ id }) => id));

describe('a report that is not whole', () => {
  for (const [index, layout] of supportedLayouts.entries()) {
    test(`with blank cells gives no figure but its own, and no false total (${layout.name})`, () => {
      const holes = fc.array(fc.nat({ max: 174 }), { minLength: 1, maxLength: 12 });
      const property = fc.property(cases([layout]), holes, nothing, (report, blank, mark) => {
        const text = written(report, (grid) =>
          mapFigures(grid, (figure, at) => (blank.includes(at) ? mark : figure)),
        );
        assertOwnFigures(snapshot(text), report.figures);
      });
      fc.assert(property, { seed: 100 + index, numRuns: casesEach });
    });

    test(`with a line lost gives no figure but its own, and no false total (${layout.name})`, () => {
      const property = fc.property(
        cases([layout]),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (report, where) => {
          const lines = written(report).split(report.lineEnd);
          const from = lines.findIndex((line) => line.includes('二、主动公开政府信息情况')) + 1;
          const lost = from + Math.floor(where * (lines.length - from));
          const text = lines.filter((_, at) => at !== lost).join(report.lineEnd);
          assertOwnFigures(snapshot(text), report.figures);
        },
      );
      fc.assert(property, { seed: 200 + index, numRuns: casesEach });
    });

    test(`with a word garbled gives no figure but its own, and no false total (${layout.name})`, () => {
      const property = fc.property(
        cases([layout]),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (report, where) => {
          const text = written(report);
          const from = text.indexOf('二、主动公开政府信息情况') + 12;
          const words = [...text.slice(from).matchAll(/[一-龥]{2,4}/g)];
          const word = words[Math.floor(where * words.length)];
          if (!word) return;
          const at = from + word.index;
          const garbled = `${text.slice(0, at)}某某${text.slice(at + word[0].length)}`;
          assertOwnFigures(snapshot(garbled), report.figures);
        },
      );
      fc.assert(property, { seed: 300 + index, numRuns: casesEach });
    });
  }
});

function assertOwnFigures(version: Snapshot, figures: Figures): void {
  const read = extract(version.report());
  assert.deepEqual(strangers(read, figures), []);
  const found = version.findings().filter(({ rule, severity }) => totals.has(rule) && severity === 'error');
  assert.deepEqual(
    found.map(({ rule, message }) => [rule, message]),
    [],
  );
}

/** Figures that were read but are not what was written at their place. */
function strangers(read: Extract, figures: Figures): string[] {
  const tables = ['disclosure', 'applications', 'review'] as const;
  return tables.flatMap((table) =>
    Object.entries(figures[table]).flatMap(([row, values]) => {
      const found = Object.values(read[table]?.[row] ?? {});
      return Object.values(values).flatMap((value, at) => {
        const figure = found[at] ?? null;
        return figure === null || figure === value
          ? []
          : [`${table} ${row} ${at}: ${value} read as ${figure}`];
      });
    }),
  );
}
