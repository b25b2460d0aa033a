import fc from 'fast-check';
import {
  type EditionId,
  editionById,
  type Measure,
  type RowTemplate,
  type TableId,
  tableOf,
} from '../../../server/src/template/index.ts';

/** The figures of one correct report, under the stable keys of the tables. */
export interface Figures {
  readonly edition: EditionId;
  readonly year: number;
  /** Counts as numbers, money as the decimal string that is printed. */
  readonly disclosure: Readonly<Record<string, Readonly<Record<string, number | string>>>>;
  readonly applications: Readonly<Record<string, readonly number[]>>;
  readonly review: Readonly<Record<string, readonly number[]>>;
}

export const rowsOf = (edition: EditionId, table: TableId): readonly RowTemplate[] =>
  tableOf(editionById(edition), table).rows;

/** The rows of table three that make up （七）总计. */
export const outcomeRows = (edition: EditionId): readonly string[] =>
  rowsOf(edition, 'applications')
    .map(({ id }) => id)
    .filter((id) => !['received', 'carriedIn', 'outcomeTotal', 'carriedOut'].includes(id));

const years = { '2019': [2019, 2020], '2021': [2021, 2022, 2023, 2024, 2025] } as const;

/** Figures of a report in which every identity holds. Most cells are 0, as in most reports. */
export function figures(edition: EditionId, rulemaking = false): fc.Arbitrary<Figures> {
  return fc.record({
    edition: fc.constant(edition),
    year: fc.constantFrom(...years[edition]),
    disclosure: disclosure(edition, rulemaking),
    applications: applications(edition),
    review: review(),
  });
}

/** Records as the product makes them, so that they compare equal. */
const plainRecord = <T>(
  arbitraries: Readonly<Record<string, fc.Arbitrary<T>>>,
): fc.Arbitrary<Record<string, T>> => fc.record(arbitraries, { noNullPrototype: true });

const count = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 9 }) },
  { weight: 1, arbitrary: fc.integer({ min: 10, max: 2400 }) },
);

const change = fc.oneof(count, fc.integer({ min: -400, max: -1 }));

const amount = fc.oneof(
  { weight: 1, arbitrary: fc.constant('0') },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.integer({ min: 0, max: 90_000 }), fc.integer({ min: 1, max: 9999 }))
      .map(([whole, part]) => `${whole}.${String(part).padStart(4, '0')}`),
  },
);

const byMeasure: Readonly<Record<Measure, fc.Arbitrary<number | string>>> = { count, change, amount };

function disclosure(edition: EditionId, rulemaking: boolean): fc.Arbitrary<Figures['disclosure']> {
  const rows = rowsOf(edition, 'disclosure').map((row) => {
    if (row.id === 'regulations' && !rulemaking) return [row.id, documents(row, fc.constant(0))] as const;
    if (row.group === 'item1') return [row.id, documents(row, count)] as const;
    return [
      row.id,
      plainRecord(Object.fromEntries(row.columns.map(({ id, measure }) => [id, byMeasure[measure]]))),
    ] as const;
  });
  return plainRecord(Object.fromEntries<fc.Arbitrary<Record<string, number | string>>>(rows));
}

/** What was issued this year and not repealed is in force, and what was published was published in all. */
function documents(row: RowTemplate, number: fc.Arbitrary<number>): fc.Arbitrary<Record<string, number>> {
  const [first = '', second = '', third = ''] = row.columns.map(({ id }) => id);
  return fc
    .tuple(number, number, number)
    .map(([made, other, older]) => ({ [first]: made, [second]: other, [third]: made + other + older }));
}

/** One applicant column: what came of the applications, and how many were carried over in and out. */
const column = (outcomes: number) =>
  fc.record({
    outcomes: fc.oneof(
      { weight: 1, arbitrary: fc.constant(Array.from({ length: outcomes }, () => 0)) },
      { weight: 2, arbitrary: fc.array(count, { minLength: outcomes, maxLength: outcomes }) },
    ),
    carriedOut: count,
    carriedIn: count,
  });

function applications(edition: EditionId): fc.Arbitrary<Figures['applications']> {
  const ids = outcomeRows(edition);
  return fc.array(column(ids.length), { minLength: 6, maxLength: 6 }).map((columns) => {
    const totals = columns.map(({ outcomes }) => sum(outcomes));
    const all = columns.map(({ carriedOut }, index) => (totals[index] ?? 0) + carriedOut);
    const carriedIn = columns.map((each, index) => Math.min(each.carriedIn, all[index] ?? 0));
    const rows: [string, number[]][] = [
      ['received', all.map((whole, index) => whole - (carriedIn[index] ?? 0))],
      ['carriedIn', carriedIn],
      ...ids.map((id, row): [string, number[]] => [id, columns.map(({ outcomes }) => outcomes[row] ?? 0)]),
      ['outcomeTotal', totals],
      ['carriedOut', columns.map(({ carriedOut }) => carriedOut)],
    ];
    return Object.fromEntries(rows.map(([id, values]) => [id, [...values, sum(values)]]));
  });
}

function review(): fc.Arbitrary<Figures['review']> {
  const block = fc.array(count, { minLength: 4, maxLength: 4 }).map((results) => [...results, sum(results)]);
  return plainRecord({ reconsideration: block, litigation: block, litigationAfterReconsideration: block });
}

export const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0);
