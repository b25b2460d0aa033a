import { judge } from './identities.ts';
import type { BoundTable, Cell, RowBinding } from './report.ts';

type Miscounted = Extract<RowBinding, { kind: 'miscounted' }>;

/** Few reports have more pages. */
const mostPages = 199;

/**
 * Takes page numbers out of rows that have one figure too many, where cells stand below each other without a mark.
 * A number is taken for one only if the row's own sum comes out without it, and with no other left out instead;
 * in a row without a sum, only if nothing else in it can be the number of a page, or go on in it.
 */
export function withoutPageNumbers(table: BoundTable): BoundTable {
  let current = table;
  for (const row of table.rows) {
    if (row.kind !== 'miscounted' || row.values.length !== row.template.columns.length + 1) continue;
    const readings = row.values.flatMap((value, at) => {
      const left = mayBePage(value) ? without(row, at) : undefined;
      const reading = left && {
        ...current,
        rows: current.rows.map((other) => (other === row ? left : other)),
      };
      return reading && (comesOut(reading, row) || (hasNoSum(reading, row) && isBehindClosed(row, at)))
        ? [{ reading, stray: value.span, figures: figuresOf(left) }]
        : [];
    });
    const [only] = readings;
    if (!only || readings.some(({ figures }) => figures !== only.figures)) continue;
    current = { ...only.reading, strays: [...current.strays, only.stray] };
  }
  return current;
}

const mayBePage = ({ quantity }: Cell): boolean =>
  quantity.kind === 'number' &&
  /^[1-9]\d{0,2}$/.test(quantity.printed) &&
  Number(quantity.printed) <= mostPages;

/** A nought and an amount with all its decimals: no digit can follow, and no page has such a number. */
const isClosed = ({ quantity }: Cell): boolean =>
  quantity.kind === 'number' && /^0$|^\d+\.\d{4}$/.test(quantity.printed);

/** Whether a number stands behind a whole row of figures that end where they end. */
const isBehindClosed = ({ values }: Miscounted, at: number): boolean =>
  at === values.length - 1 && values.slice(0, at).every(isClosed);

const hasNoSum = (table: BoundTable, { template }: Miscounted): boolean =>
  judge(table).every(({ line }) => line !== template);

type Read = Extract<RowBinding, { kind: 'read' }>;

function without({ template, span, full, label, values }: Miscounted, at: number): Read {
  const cells = template.columns.flatMap((column, place): Cell[] => {
    const cell = values[place < at ? place : place + 1];
    return cell ? [{ ...cell, column }] : [];
  });
  return {
    kind: 'read',
    template,
    span,
    full,
    label,
    cells,
    duplicates: [],
    fused: undefined,
    byOrder: false,
  };
}

const figuresOf = ({ cells }: Read): string =>
  cells.map(({ quantity }) => (quantity.kind === 'number' ? quantity.value : '')).join(' ');

/** Whether the sum of the row is right, and no other sum is wrong for it. */
function comesOut(table: BoundTable, { template }: Miscounted): boolean {
  const judgements = judge(table);
  const own = judgements.filter(({ line }) => line === template);
  return (
    own.length > 0 &&
    own.every(({ outcome }) => outcome.state === 'held') &&
    judgements.every(({ outcome }) => outcome.state !== 'broken')
  );
}
