import { cover, type Span } from '../base/span.ts';
import { saysNothing } from '../syntax/cell-text.ts';
import type { GridCell, GridRow } from '../syntax/tree.ts';
import { looksLikeFigure, mayBeFigure } from './figure.ts';

/** A row of a grid, parted into the words before and the places for figures after them. */
export interface Item {
  readonly span: Span;
  /** The whole line or lines it stands on, without the last line break. */
  readonly full: Span;
  /** Words, in the order of the text; empty for a row of figures only. */
  readonly labels: readonly GridCell[];
  /** The same words before they are joined to one label: what stands in the cells of a header. */
  readonly words: readonly GridCell[];
  /** Cells behind the last word: figures, blanks, fillers. */
  readonly values: readonly GridCell[];
  readonly positional: boolean;
  /** How many cells the row has, empty ones included. */
  readonly width: number;
  /** How many of the values are figures. */
  readonly figures: number;
  /** Set when its figure was parted from the words it was glued to: `规章000`, but also `数据1`. */
  readonly glued?: boolean;
  /** The group whose heading is all that is left of its label. */
  readonly under?: string;
}

/** Lines longer than this without a figure are prose, whatever they stand between. */
const longestLabel = 80;

/** Sorts the cells of a row into words and values; prose is no item. */
export function toItem(row: GridRow): Item | undefined {
  const split = labelEnd(row);
  const values = row.cells.slice(split);
  const labels = row.cells.slice(0, split).filter((cell) => cell.text !== '');
  const figures = values.filter((cell) => looksLikeFigure(cell.text)).length;
  if (labels.length === 0 && figures === 0) return undefined;
  if (isProse(labels, figures > 0)) return undefined;
  const { span, full, positional } = row;
  const item = {
    span,
    full,
    labels: positional ? labels : joinWords(labels),
    words: labels,
    values,
    positional,
    width: row.cells.length,
    figures,
  };
  return figures === 0 ? unglue(item) : item;
}

const glued = /^(.*[一-龥][）)”"]?)([\d０-９]+)$/s;

/** Parts figures from the label they are glued to: `规章000`. Whether the figures can be told apart is not settled here. */
function unglue(item: Item): Item {
  const last = item.labels[item.labels.length - 1];
  const parts = last && glued.exec(last.text);
  if (!last || !parts?.[1] || !parts[2]) return item;
  const border = last.span.to - parts[2].length;
  const label: GridCell = { span: { from: last.span.from, to: border }, text: parts[1] };
  const figure: GridCell = { span: { from: border, to: last.span.to }, text: parts[2] };
  const labels = [...item.labels.slice(0, -1), label];
  return { ...item, labels, words: labels, values: [figure, ...item.values], figures: 1, glued: true };
}

/** Index of the first value. A figure with a slip in it is a value all the same, if the notation tells where values begin. */
function labelEnd({ cells, positional, words = 0 }: GridRow): number {
  if (words > 0 && cells.length > words) return words;
  return positional ? labelEndInGrid(cells) : labelEndInWords(cells);
}

/** Index of the first value: behind the last word that stands before the first figure. */
function labelEndInGrid(cells: readonly GridCell[]): number {
  const firstFigure = cells.findIndex((cell) => looksLikeFigure(cell.text));
  let end = firstFigure < 0 ? cells.length : firstFigure;
  while (end > 0 && mayBeFigure(cells[end - 1]?.text ?? '')) end--;
  return end;
}

/** Without places, values are the figures at the end of the line, or the strokes that stand for them. */
function labelEndInWords(cells: readonly GridCell[]): number {
  let end = cells.length;
  let figures = 0;
  let strokes = 0;
  while (end > 0) {
    const text = cells[end - 1]?.text ?? '';
    if (looksLikeFigure(text)) figures++;
    else if (saysNothing(text)) strokes++;
    else if (!mayBeFigure(text)) break;
    end--;
  }
  return figures > 0 || (end > 0 && strokes === cells.length - end) ? end : cells.length;
}

/** A label may end like a sentence, if figures follow. */
function isProse(labels: readonly GridCell[], hasFigures: boolean): boolean {
  let length = 0;
  for (const { text } of labels) {
    const stop = text.search(/[。；]/);
    if (stop >= 0 && !(hasFigures && stop === text.length - 1)) return true;
    length += text.length;
  }
  if (length <= longestLabel) return false;
  // Blanks do not count: in HTML they are what is left of the tags.
  return labels.reduce((sum, { text }) => sum + text.replace(/\s+/g, '').length, 0) > longestLabel;
}

/** Words parted by blanks are one label: a cell from the first to the last of them. */
function joinWords(labels: readonly GridCell[]): readonly GridCell[] {
  const [first, ...rest] = labels;
  if (!first || rest.length === 0) return labels;
  const last = rest[rest.length - 1] ?? first;
  return [{ span: cover(first.span, last.span), text: labels.map((cell) => cell.text).join('') }];
}

/** Two lines are parted by the mark that ends the first of them. */
const longestLineEnd = 2;

/** Whether something begins on the line right below something else. */
export const isRightBelow = ({ full }: Pick<Item, 'full'>, above: Pick<Item, 'full'>): boolean =>
  full.from > above.full.to && full.from - above.full.to <= longestLineEnd;
