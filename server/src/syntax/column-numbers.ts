import { isMeasured } from './cell-text.ts';
import type { GridCell, GridRow } from './tree.ts';

/** What stands in front of the numbers of columns, as in statistical tables. */
const mark = /^(?:[甲乙丙丁]|[栏列行][次号目数]|序号|编号)$/;

/** Without such a word in front so many numbers in a row are no figures: no sum of the form could come out. */
const enough = 7;

const decorated = /^(?:[（(［[]\s*)?(?:第\s*)?(\d{1,2})(?:\s*[)）\]］]|\s*[栏列])?$/;
const formula = /^(\d{1,2})\s*[=＝]\s*\d{1,2}(?:\s*[+＋]\s*\d{1,2})+$/;
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** Rows without those that only number the columns, as `甲 | 1 | 2 | 3`: they are no figures and belong to no row of the form. */
export function withoutColumnNumbers(rows: readonly GridRow[]): readonly GridRow[] {
  if (!rows.some(mayNumber)) return rows;
  let last = 0;
  return rows.flatMap((row) => {
    const numbers = numbersOf(row, last);
    if (!numbers) return row;
    last = numbers.last;
    return partsOf(row, numbers);
  });
}

/** A row of numbers begins with the first, but for one that goes on counting, which does not come alone. */
const mayNumber = ({ cells }: GridRow): boolean => cells.slice(0, 5).some(({ text }) => numberIn(text) === 1);

/** Numbers of columns among the cells of a row. */
interface Numbers {
  readonly start: number;
  readonly end: number;
  readonly last: number;
}

function numbersOf({ cells, words }: GridRow, before: number): Numbers | undefined {
  const start = cells.findIndex(({ text }) => numberIn(text) !== undefined);
  const first = numberIn(cells[start]?.text ?? '');
  if (first === undefined) return undefined;
  const front = cells.slice(0, start).filter(({ text }) => text !== '');
  const marked = front.length > 0 && front.every(({ text }) => mark.test(text));
  // Below each other the last heading stands right above the numbers.
  const heading = words === 1 && start === 1;
  if (front.length > 0 && !marked && !heading) return undefined;
  if (first > 1 && !(marked && first === before + 1)) return undefined;
  const { end, last } = runFrom(cells, start, first);
  const count = last - first + 1;
  const rest = cells.slice(end).filter(({ text }) => text !== '');
  // The figures of the row below may follow, where no label parts them from the numbers: as many as there are columns.
  const follow = rest.length === count && count >= enough && rest.every(({ text }) => isMeasured(text));
  if (rest.length > 0 && !follow) return undefined;
  const many = count > enough || (first === 1 && count === enough && (follow || front.length === 0));
  return marked || many ? { start, end, last } : undefined;
}

/** How far numbers go on counting; what a merged cell leaves empty does not end them. */
function runFrom(cells: readonly GridCell[], start: number, first: number): { end: number; last: number } {
  let end = start;
  let last = first - 1;
  for (; end < cells.length; end++) {
    const text = cells[end]?.text ?? '';
    if (text === '') continue;
    if (numberIn(text) !== last + 1) break;
    last++;
  }
  return { end, last };
}

function numberIn(text: string): number | undefined {
  if (text === '' || text.length > 24) return undefined;
  const ring = text.length === 1 ? circled.indexOf(text) : -1;
  if (ring >= 0) return ring + 1;
  const digits = (decorated.exec(text) ?? formula.exec(text))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** What is left of a row: the heading in front of the numbers, and the figures behind them as a row without a label. */
function partsOf(row: GridRow, { start, end }: Numbers): readonly GridRow[] {
  const [heading] = row.cells.slice(0, start).filter(({ text }) => text !== '' && !mark.test(text));
  const rest = row.cells.slice(end);
  const first = rest.find(({ text }) => text !== '');
  return [
    ...(heading ? [{ ...row, span: heading.span, cells: [heading] }] : []),
    ...(first ? [{ ...row, span: { from: first.span.from, to: row.span.to }, cells: rest, words: 0 }] : []),
  ];
}
