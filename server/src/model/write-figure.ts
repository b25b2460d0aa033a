import { type Span, span } from '../base/span.ts';
import { displayWidth } from '../base/width.ts';
import { lineAt } from './manuscript.ts';
import type { BoundTable, Cell, Report } from './report.ts';

/** What puts another figure into a cell: in the notation that stands there, and without moving the cells beside it. */
export function figureWritten(
  report: Report,
  table: BoundTable,
  cell: Cell,
  value: number,
): { readonly span: Span; readonly insert: string } {
  const { text } = report.tree;
  const figure = inNotation(value, text, modelOf(table, cell));
  if (table.layout !== 'pipe' && table.layout !== 'space') return { span: cell.span, insert: figure };
  return fitted(report, table, cell.span, figure);
}

/** The figure whose notation a new one follows: the one that is replaced, else one beside it. */
function modelOf(table: BoundTable, cell: Cell): Cell {
  const row = table.rows.find((one) => one.template === cell.row);
  const figures = row?.kind === 'read' ? row.cells.filter(({ quantity }) => quantity.kind === 'number') : [];
  const [beside = cell] = figures;
  const own = cell.quantity.kind === 'number' ? cell : beside;
  if (own.quantity.kind === 'number' && own.quantity.notation) return own;
  // A small figure does not show whether large ones have their thousands parted.
  const parted = table.rows.flatMap((one) => (one.kind === 'read' ? one.cells : []));
  return parted.find((one) => isParted(one)) ?? own;
}

const isParted = ({ quantity }: Cell): boolean =>
  quantity.kind === 'number' && (quantity.notation === 'separators' || quantity.notation === 'spaced');

function inNotation(value: number, text: string, { span: at, quantity }: Cell): string {
  const plain = String(value);
  if (quantity.kind !== 'number') return plain;
  const written = text.slice(at.from, at.to);
  switch (quantity.notation) {
    case 'full-width':
      return plain.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 'separators':
    case 'spaced': {
      const [mark = ','] = /[^\d０-９]/.exec(written) ?? [];
      return plain.replace(/\B(?=(?:\d{3})+$)/g, mark);
    }
    case 'decimals':
      return plain + written.slice(written.search(/[.．]/));
    default:
      return plain;
  }
}

/** Takes the room for a longer figure from the blanks beside it, and gives back what a shorter one leaves. */
function fitted(
  { tree }: Report,
  table: BoundTable,
  { from, to }: Span,
  figure: string,
): { readonly span: Span; readonly insert: string } {
  const { text } = tree;
  let start = from;
  let end = to;
  while (text.charAt(start - 1) === ' ') start--;
  while (text.charAt(end) === ' ') end++;
  const left = from - start;
  const right = end - to;
  const grown = displayWidth(figure) - displayWidth(text.slice(from, to));
  if (from === to) return inBlank(text, table, span(start, end), figure);
  const toTheLeft = right > left;
  if (grown > 0) {
    const spare = Math.min(grown, Math.max(0, (toTheLeft ? right : left) - 1));
    return toTheLeft
      ? { span: span(from, to + spare), insert: figure }
      : { span: span(from - spare, to), insert: figure };
  }
  if (grown === 0 || !isAligned(tree, table, end)) return { span: span(from, to), insert: figure };
  const padding = ' '.repeat(-grown);
  return { span: span(from, to), insert: toTheLeft ? figure + padding : padding + figure };
}

/** A figure in an empty cell stands at its right end, one blank away from the bar if there is room. */
function inBlank(
  text: string,
  { layout }: BoundTable,
  room: Span,
  figure: string,
): { readonly span: Span; readonly insert: string } {
  const width = room.to - room.from;
  if (layout !== 'pipe' || width === 0 || text.charAt(room.to) !== '|')
    return { span: span(room.to, room.to), insert: figure };
  return { span: room, insert: `${` ${figure}`.padStart(width - 1)} ` };
}

/** Whether the bar that ends a cell stands below or above another, so that the table is set in columns. */
function isAligned(tree: Report['tree'], { layout, span: whole }: BoundTable, end: number): boolean {
  const line = lineAt(tree, end);
  if (layout !== 'pipe' || !line) return false;
  const column = displayWidth(tree.text.slice(line.full.from, end));
  return [line.index - 1, line.index + 1].some((index) => {
    const other = tree.lines[index];
    if (!other || other.full.to < whole.from || other.full.from > whole.to) return false;
    let at = 0;
    for (const mark of tree.text.slice(other.full.from, other.full.to)) {
      if (at === column) return mark === '|';
      at += displayWidth(mark);
    }
    return false;
  });
}
