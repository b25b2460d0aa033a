import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { wording } from '../../server/src/base/message.ts';
import { mapFigures } from '../support/generate/grid.ts';
import { supportedLayouts } from '../support/generate/layouts.ts';
import { pipe } from '../support/generate/pipe.ts';
import { type Change, cases, written } from '../support/generate/report.ts';

const casesEach = 40;

describe('one wrong figure in any correct report', () => {
  for (const [index, layout] of supportedLayouts.entries()) {
    test(`is found once, and nothing else is called an error (${layout.name})`, () => {
      const place = fc.record({ table: fc.constantFrom('applications', 'review'), at: fc.nat({ max: 174 }) });
      const property = fc.property(cases([layout]), place, (report, { table, at }) => {
        let changed = false;
        const change: Change = (grid, id) =>
          mapFigures(grid, (figure, index) => {
            if (id !== table || index !== (id === 'review' ? at % 15 : at)) return figure;
            changed = true;
            return String(Number(figure.normalize('NFKC').replace(/\D/g, '')) + 1);
          });
        const text = written(report, change);
        // The form of 2019 has fewer cells.
        fc.pre(changed);
        const version = snapshot(text);
        const errors = version.findings().filter(({ severity }) => severity === 'error');
        assert.equal(errors.length, 1, errors.map(({ rule }) => rule).join(', '));
        // The same words about the same row and column, however the report is written down.
        assert.deepEqual(said(text), said(written({ ...report, layout: pipe }, change)));
        assert.match(errors[0]?.rule ?? '', /^(?:unbalanced-applications|wrong-\w+-total)$/);
      });
      fc.assert(property, { seed: 300 + index, numRuns: casesEach });
    });
  }
});

/** What is said of the tables, in the order of the text. */
const said = (text: string): readonly string[] =>
  snapshot(text)
    .findings()
    .filter(({ rule, severity }) => severity === 'error' || rule.startsWith('wrong-'))
    .map(({ rule, message }) => `${rule} ${wording(message)}`);
