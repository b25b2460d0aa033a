import type { Span } from '../base/span.ts';
import type { GridCell } from '../syntax/tree.ts';
import { readFigure } from './figure.ts';
import type { Item } from './items.ts';

/** Which of a row's cells hold the figures of the form. */
export type Reading =
  | {
      readonly kind: 'read';
      readonly cells: readonly GridCell[];
      /** Index of the first of them among the row's values. */
      readonly offset: number;
      /** Set when the figures, all noughts, are written as one: `000`. */
      readonly fused?: Span;
    }
  /** Every choice has the right number of cells, but there is more than one. */
  | { readonly kind: 'ambiguous'; readonly offsets: readonly number[] }
  /** More or fewer values than columns. */
  | { readonly kind: 'miscounted'; readonly cells: readonly GridCell[] };

/**
 * Finds the `count` neighbouring cells that hold a row's figures.
 * Cells before and behind them must be empty: fillers of merged cells, or columns shifted on the way.
 */
export function pickValues(item: Item, count: number): Reading {
  const { values } = item;
  const fused = fusedNoughts(values, count);
  if (fused) return fused;
  if (!item.positional) {
    return values.length === count
      ? { kind: 'read', cells: values, offset: 0 }
      : { kind: 'miscounted', cells: values };
  }
  const first = values.findIndex((cell) => cell.text !== '');
  if (first < 0) return allBlank(values, count);
  const last = values.findLastIndex((cell) => cell.text !== '');
  if (values.length < count) return onlyTotal(values, first, count);
  const offsets: number[] = [];
  for (
    let offset = Math.max(0, last - count + 1);
    offset <= Math.min(first, values.length - count);
    offset++
  ) {
    offsets.push(offset);
  }
  const [only] = offsets;
  if (only === undefined) return { kind: 'miscounted', cells: values.slice(first, last + 1) };
  const cells = values.slice(only, only + count);
  if (offsets.length > 1) return { kind: 'ambiguous', offsets };
  return { kind: 'read', cells, offset: only };
}

/** As many noughts in one cell as the row has columns, and nothing else: each is a figure of its own. */
function fusedNoughts(values: readonly GridCell[], count: number): Reading | undefined {
  if (count < 2) return undefined;
  const filled = values.filter((cell) => cell.text !== '');
  const [only] = filled;
  if (!only || filled.length > 1 || only.text.length !== count || !/^[0０]+$/.test(only.text))
    return undefined;
  const cells = Array.from({ length: count }, (_, at) => ({
    span: { from: only.span.from + at, to: only.span.from + at + 1 },
    text: '0',
  }));
  return { kind: 'read', cells, offset: 0, fused: only.span };
}

/**
 * A row of blanks with its total alone, from which an empty cell got lost with the merged labels beside it:
 * wherever it was, the cells before the total are blank.
 */
function onlyTotal(values: readonly GridCell[], first: number, count: number): Reading {
  const [blank] = values;
  if (!blank || first < 2 || first !== values.length - 1)
    return { kind: 'miscounted', cells: values.slice(first) };
  return {
    kind: 'read',
    cells: [...new Array<GridCell>(count - values.length).fill(blank), ...values],
    offset: 0,
  };
}

function allBlank(values: readonly GridCell[], count: number): Reading {
  if (values.length < count) return { kind: 'miscounted', cells: [] };
  return { kind: 'read', cells: values.slice(0, count), offset: 0 };
}

/**
 * Whether a row that begins or ends with a blank may have lost a cell, and a filler of merged labels beside it
 * has taken its place. A row with its total alone says the same either way.
 */
export function isDoubtful(cells: readonly GridCell[]): boolean {
  const filled = cells.filter(({ text }) => text !== '');
  const last = cells[cells.length - 1];
  if (filled.length === 0 || (filled.length === 1 && filled[0] === last)) return false;
  return cells[0]?.text === '' || last?.text === '';
}

/**
 * The choice all other rows agree on, if there is one.
 * Where rows have shifted against each other, those of the same width may agree by chance, so any disagreement ends it.
 */
export function settle(
  item: Item,
  offsets: readonly number[],
  count: number,
  others: readonly { readonly item: Item; readonly offset: number }[],
): Reading {
  const fromEnd = (other: Item, offset: number) => other.values.length - offset;
  const [sole] = offsets;
  if (sole !== undefined && offsets.length === 1 && besideAlike(item, sole, others)) {
    return { kind: 'read', cells: item.values.slice(sole, sole + count), offset: sole };
  }
  const wanted = new Set(others.map((other) => fromEnd(other.item, other.offset)));
  if (offsets.includes(0) && wanted.size > 1 && rightBehindLabels(others))
    return { kind: 'read', cells: item.values.slice(0, count), offset: 0 };
  if (others.length < 2 || wanted.size > 1) return { kind: 'ambiguous', offsets };
  const fitting = offsets.filter((offset) => wanted.has(fromEnd(item, offset)));
  const [only] = fitting;
  if (only === undefined || fitting.length > 1) return { kind: 'ambiguous', offsets };
  const cells = item.values.slice(only, only + count);
  if (isDoubtful(cells) && !others.some((other) => other.item.width === item.width))
    return { kind: 'ambiguous', offsets };
  return { kind: 'read', cells, offset: only };
}

/**
 * A row that is narrower than all the others, which are of one width, and has fewer figures than columns:
 * wherever the cell got lost, a figure is missing.
 */
export function lacksFigure(
  { values, width, positional }: Item,
  count: number,
  others: readonly { readonly item: Item }[],
): Reading | undefined {
  const filled = values.filter(({ text }) => text !== '');
  const widths = new Set(others.map(({ item }) => item.width));
  const [common = 0] = widths;
  if (!positional || others.length < enoughRows || widths.size > 1) return undefined;
  return width < common && filled.length < count ? { kind: 'miscounted', cells: filled } : undefined;
}

/** From so many rows on it is the notation that puts figures right behind the label, with any fillers at the end. */
const enoughRows = 5;

const rightBehindLabels = (others: readonly { readonly offset: number }[]): boolean =>
  others.length >= enoughRows && others.every(({ offset }) => offset === 0);

/** Whether the row next to this one is as wide and has its figures in the same places: then no cell was lost here. */
function besideAlike(
  item: Item,
  offset: number,
  others: readonly { readonly item: Item; readonly offset: number }[],
): boolean {
  const distance = (other: Item) => Math.abs(other.span.from - item.span.from);
  const nearest = others.reduce<(typeof others)[number] | undefined>(
    (best, other) => (best && distance(best.item) <= distance(other.item) ? best : other),
    undefined,
  );
  if (!nearest || nearest.item.width !== item.width) return false;
  return nearest.item.values.length - nearest.offset === item.values.length - offset;
}

/** Whether all values are the figure nought, so that any choice among them reads the same. */
export function allNought(cells: readonly GridCell[]): boolean {
  return (
    cells.length > 0 &&
    cells.every((cell) => {
      const quantity = readFigure(cell.text, 'count');
      return quantity.kind === 'number' && quantity.value === 0;
    })
  );
}
