import { say } from '../base/message.ts';
import { emptySpan } from '../base/span.ts';
import { judge, sumsOf } from './identities.ts';
import { type Item, isRightBelow } from './items.ts';
import type { BoundTable, Cell, Quantity, RowBinding } from './report.ts';
import { withoutPageNumbers } from './stray.ts';

/** With more rows than this whose figures do not count up, it is the reading that failed, not the report. */
const mostMiscounted = 2;

/**
 * Takes back what a notation that loses empty cells, or a text that loses labels, does not tell for certain.
 * The identities of the form may choose between readings here, but never make a figure.
 */
export function doubted(table: BoundTable, loose: readonly Item[] = []): BoundTable {
  const restored = table.layout === 'lines' ? withVanishedCells(withoutPageNumbers(table)) : table;
  const placed = withoutWrongPlaces(withoutShiftedRows(restored));
  const piled = withoutPiledRows(placed);
  const scattered = { ...piled, rows: piled.rows.map((row) => notScattered(row, loose)) };
  const whole = loose.length === 0 ? scattered : withoutTornFigures(scattered, loose);
  const counted = losesBlanks(whole) ? { ...whole, rows: whole.rows.map(notMiscounted) } : whole;
  return isTorn(counted) ? { ...counted, rows: counted.rows.map(notMissing), unknownRows: [] } : counted;
}

/** Where so many rows could not be read, what seems to be missing or too much is a matter of the reading as well. */
function isTorn(table: BoundTable): boolean {
  if (table.layout !== 'lines' && table.layout !== 'space') return false;
  return table.rows.filter((row) => row.kind === 'unreadable').length * 4 > table.rows.length;
}

/** Why a row without its name is not read. */
export const nameless = say('这几行数字缺少行名，无法确定各属哪一行');

function notMissing(row: RowBinding): RowBinding {
  if (row.kind === 'read' && row.duplicates.some(({ agrees }) => !agrees)) return torn(row);
  if (row.kind === 'read') return { ...row, duplicates: [] };
  return row.kind === 'missing' ? torn(atPlace(row)) : row;
}

const atPlace = ({ template, expectedAt }: Extract<RowBinding, { kind: 'missing' }>) => ({
  template,
  span: emptySpan(expectedAt),
});

function torn({ template, span }: Pick<Unreadable, 'template' | 'span'>): Unreadable {
  return { kind: 'unreadable', template, span, reason: say('行名和数字的次序在复制时被打乱') };
}

/**
 * Rows known by their order alone stay only if every sum they stand in comes out; one that cannot be formed vouches for nothing.
 * Where there are no sums at all, order tells one row from all others, and no more.
 */
function withoutWrongPlaces(table: BoundTable): BoundTable {
  const ordered = table.rows.filter((row): row is Read => row.kind === 'read' && row.byOrder);
  if (ordered.length === 0) return table;
  const unsure = new Set<Cell>(ordered.flatMap(({ cells }) => cells));
  const vouching = judge(table).filter(({ left, right }) =>
    [...left, ...right].some((cell) => unsure.has(cell)),
  );
  const alone = table.template.identities.length === 0 && ordered.length > 1;
  if (!alone && vouching.every(({ outcome }) => outcome.state === 'held')) return table;
  const reason = alone ? nameless : say('行名缺失，按次序对应后合计不符，无法确定各属哪一行');
  const rows = table.rows.map(
    (row): RowBinding =>
      row.kind === 'read' && row.byOrder
        ? { kind: 'unreadable', template: row.template, span: row.span, reason }
        : row,
  );
  return { ...table, rows };
}

/** With fewer sums broken it is one figure that is wrong, not a whole row. */
const manyBroken = 2;

/**
 * A row that has lost a cell, so that its figures have moved up and the blank is at its end:
 * every sum breaks, and comes out once the blank is put where the cell was.
 */
function withoutShiftedRows(table: BoundTable): BoundTable {
  if (!table.rows.some(endsBlank) || brokenIn(table) < manyBroken) return table;
  let current = table;
  for (const row of table.rows) {
    if (!endsBlank(row)) continue;
    const { kind, template, span, full, label, cells } = row;
    const values = cells.slice(0, -1);
    const miscounted: Miscounted = {
      kind: 'miscounted',
      template,
      span,
      full,
      label,
      values,
      cells: undefined,
    };
    const lost = { ...current, rows: current.rows.map((other) => (other === row ? miscounted : other)) };
    const before = brokenIn(current);
    const fits = values.some((_, at) => brokenIn(replaced(lost, miscounted, at)) <= before - manyBroken);
    if (kind === 'read' && fits) current = lost;
  }
  return current;
}

type Read = Extract<RowBinding, { kind: 'read' }>;

/** Whether the last cell of a row is the only one that is empty. */
const endsBlank = (row: RowBinding): row is Read =>
  row.kind === 'read' &&
  row.cells.length > 2 &&
  row.cells.every(({ quantity }, at) => isEmpty(quantity) === (at === row.cells.length - 1));

const isEmpty = (quantity: Quantity): boolean => quantity.kind === 'blank' && quantity.text === '';

const brokenIn = (table: BoundTable): number => sumsOf(table).broken().length;

/** Where cells stand below each other, the figures of a row without its name run on behind the row before: it is not missing. */
function withoutPiledRows(table: BoundTable): BoundTable {
  if (table.layout !== 'lines' && table.layout !== 'bar-lines') return table;
  let piled = false;
  const rows = table.rows.map((row): RowBinding => {
    if (row.kind === 'missing') return piled ? torn(atPlace(row)) : row;
    piled = row.kind === 'miscounted' && row.values.length > row.template.columns.length;
    return row;
  });
  return { ...table, rows };
}

/** A figure that stands by itself, outside of all rows, may be the one that a row lacks. */
function notScattered(row: RowBinding, loose: readonly Item[]): RowBinding {
  if (row.kind !== 'miscounted' || loose.length === 0) return row;
  if (row.values.length >= row.template.columns.length) return row;
  const reason = say('有数字散落在各行之外，无法确定是不是这一行的');
  return { kind: 'unreadable', template: row.template, span: row.span, reason };
}

/**
 * A figure on the line right below a row may be the rest of its last one, if no mark closes that:
 * the row is believed only if its own sum comes out without it.
 */
function withoutTornFigures(table: BoundTable, loose: readonly Item[]): BoundTable {
  if (table.layout === 'lines' || table.layout === 'bar-lines') return table;
  const open = (row: RowBinding): row is Read =>
    row.kind === 'read' &&
    row.cells[row.cells.length - 1]?.span.to === row.span.to &&
    loose.some((item) => isRightBelow(item, row));
  if (!table.rows.some(open)) return table;
  const vouched = new Set(
    judge(table).flatMap(({ line, outcome }) => (outcome.state === 'held' ? [line] : [])),
  );
  const reason = say('下一行单有一个数字，无法确定是不是这一行最后一个数的一部分');
  const rows = table.rows.map(
    (row): RowBinding =>
      open(row) && !vouched.has(row.template)
        ? { kind: 'unreadable', template: row.template, span: row.span, reason }
        : row,
  );
  return { ...table, rows };
}

/** Whether rows of the wrong length mean lost blanks rather than a fault of the report. */
function losesBlanks(table: BoundTable): boolean {
  if (table.layout === 'lines') return true;
  return (
    table.layout === 'space' && table.rows.filter((row) => row.kind === 'miscounted').length > mostMiscounted
  );
}

type Unreadable = Extract<RowBinding, { kind: 'unreadable' }>;

/** The row as unreadable, if its figures do not count up. */
export function notMiscounted<Row extends RowBinding>(row: Row): Row | Unreadable {
  if (row.kind !== 'miscounted') return row;
  const reason = say('这种排版里空白格会消失，无法确定每个数字属于哪一列');
  return { kind: 'unreadable', template: row.template, span: row.span, reason };
}

type Miscounted = Extract<RowBinding, { kind: 'miscounted' }>;

/** Rows with one figure too few, whose empty cell can stand in one place only if the sums are to come out. */
function withVanishedCells(table: BoundTable): BoundTable {
  let current = table;
  for (const row of table.rows) {
    if (row.kind !== 'miscounted' || row.values.length !== row.template.columns.length - 1) continue;
    const readings = row.template.columns
      .map((_, at) => replaced(current, row, at))
      .filter((reading) => brokenIn(reading) === 0);
    const [only] = readings;
    if (only && readings.length === 1) current = only;
  }
  return current;
}

/** The table with the blank of a row put in one place. */
function replaced(table: BoundTable, row: Miscounted, blankAt: number): BoundTable {
  const figures = row.values.map(({ span, quantity }) => ({ span, quantity }));
  const before = figures[blankAt - 1];
  const place = emptySpan(before ? before.span.to : (figures[0]?.span.from ?? row.span.to));
  figures.splice(blankAt, 0, { span: place, quantity: { kind: 'blank', text: '' } });
  const cells = row.template.columns.flatMap((column, at): Cell[] => {
    const figure = figures[at];
    return figure ? [{ ...figure, row: row.template, column }] : [];
  });
  const { template, span, full, label } = row;
  const reading: RowBinding = {
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
  return { ...table, rows: table.rows.map((other) => (other === row ? reading : other)) };
}
