import { type Figures, outcomeRows, rowsOf, sum } from './figures.ts';
import type { Layout } from './layout.ts';
import type { Case } from './report.ts';
import { plainStyle } from './style.ts';

/** Correct figures of 2023 with no cell of tables three and four at 0, so that each can be changed both ways. */
export const richFigures: Figures = {
  edition: '2021',
  year: 2023,
  disclosure: {
    regulations: { issued: 0, repealed: 0, inForce: 0 },
    normativeDocuments: { issued: 3, repealed: 1, inForce: 27 },
    licences: { decisions: 418 },
    penalties: { decisions: 36 },
    coercions: { decisions: 5 },
    fees: { amount: '12.3500' },
  },
  applications: richApplications(),
  review: {
    reconsideration: [3, 1, 2, 4, 10],
    litigation: [5, 2, 1, 1, 9],
    litigationAfterReconsideration: [1, 1, 3, 2, 7],
  },
};

function richApplications(): Figures['applications'] {
  const outcomes = outcomeRows('2021');
  const leaf = (row: number, column: number): number => 1 + ((row * 3 + column * 5) % 7);
  const columns = [0, 1, 2, 3, 4, 5];
  const totals = columns.map((column) => sum(outcomes.map((_, row) => leaf(row, column))));
  const carriedIn = columns.map((column) => column + 2);
  const carriedOut = columns.map((column) => 2 * column + 1);
  const own: Record<string, number[]> = {
    received: columns.map(
      (column) => (totals[column] ?? 0) + (carriedOut[column] ?? 0) - (carriedIn[column] ?? 0),
    ),
    carriedIn,
    outcomeTotal: totals,
    carriedOut,
  };
  return Object.fromEntries(
    rowsOf('2021', 'applications').map(({ id }) => {
      const values = own[id] ?? columns.map((column) => leaf(outcomes.indexOf(id), column));
      return [id, [...values, sum(values)]];
    }),
  );
}

/** A correct report of these figures, whose paragraphs say nothing about them. */
export const richCase = (layout: Layout, figures: Figures = richFigures): Case => ({
  figures,
  organ: { name: '云溪县教育局', self: '我局', rulemaking: false },
  telling: 'nothing',
  style: plainStyle,
  layout,
  chances: [0],
  spaced: true,
  lineEnd: '\n',
});
