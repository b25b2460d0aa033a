import { type Message, say } from '../base/message.ts';
import { cover } from '../base/span.ts';
import type { GridCell } from '../syntax/tree.ts';
import type { EditionId, RowTemplate, TableTemplate } from '../template/index.ts';
import { toCells } from './bind-table.ts';
import { inFormOrder } from './column-order.ts';
import { notMiscounted } from './doubt.ts';
import { bindHeader } from './header.ts';
import { type Item, isRightBelow } from './items.ts';
import { isWordOf, labelKey } from './label.ts';
import type { BoundTable, HeaderBinding, RowBinding } from './report.ts';
import type { TableText } from './table-text.ts';
import { allNought, pickValues } from './values.ts';

/** Reads table four: three blocks of five figures on one line, or each block on a line of its own. */
export function bindReview(
  text: TableText,
  template: TableTemplate,
  edition: EditionId,
): BoundTable | undefined {
  const blocks = bindBlocks(text, template) ?? scattered(text, template);
  const rows = blocks && losesBlanks(text, blocks) ? blocks.map(notMiscounted) : blocks;
  if (!rows) return undefined;
  const [first] = rows;
  if (!first) return undefined;
  const words = text.items.filter((item) => item.figures === 0 && item.labels.length > 0);
  const stacked = rows.some((row) => row.span.from !== first.span.from);
  const header = stacked ? stackedHeader(words, template) : bindHeader(words, template);
  const table: BoundTable = {
    kind: 'bound',
    template,
    edition,
    layout: text.layout,
    span: rows.map((row) => row.span).reduce(cover, header.labels[0]?.span ?? first.span),
    rows,
    header,
    groups: [],
    unknownRows: [],
    strays: text.strays,
    repeats: text.repeats,
  };
  return inFormOrder(table, words);
}

/** With more figures missing than this it is blank cells that have vanished, where they can. */
const mostMissing = 1;

/** One cell a line loses the empty ones, and so do blanks between cells: then a count that is off is no fault of the report. */
function losesBlanks({ layout, items }: TableText, blocks: readonly Placed[]): boolean {
  if (layout !== 'space') return layout === 'lines';
  // A figure with a slip in it is a word, and parts the others.
  if (items.some((item) => item.figures > 0 && !isNameless(item))) return false;
  const all = blocks.reduce((sum, { template }) => sum + template.columns.length, 0);
  return blocks.some((row) => row.kind === 'miscounted' && row.values.length < all - mostMissing);
}

/** So many headings of the form show that the figures below them are its own. */
const enoughHeadings = 5;

/** Where empty cells vanish, a few figures below the headings are a row of which nobody can tell where they belong. */
function scattered({ layout, items }: TableText, template: TableTemplate): readonly Placed[] | undefined {
  if (layout !== 'lines' && layout !== 'space') return undefined;
  const { labels } = bindHeader(
    items.filter((item) => item.figures === 0),
    template,
  );
  const last = labels[labels.length - 1];
  const row = items.find((item) => item.figures > 0 && last && item.full.to >= last.span.to);
  if (labels.length < enoughHeadings || !row) return undefined;
  return unreadable(template, row, say('这种排版里空白格会消失，无法确定每个数字属于哪一列'));
}

/** Where the blocks stand below each other, the headings are printed once, or again above each block. */
const stackedHeader = (words: readonly Item[], template: TableTemplate): HeaderBinding => ({
  ...bindHeader(words, { ...template, headings: 'table' }),
  doubled: [],
});

type Placed = Exclude<RowBinding, { kind: 'missing' }>;

function bindBlocks(text: TableText, template: TableTemplate): readonly Placed[] | undefined {
  const width = template.rows[0]?.columns.length ?? 0;
  const all = template.rows.length * width;
  const withFigures = text.items.filter((item) => item.figures > 0);
  const inLines = text.layout === 'lines';
  const nameless = withFigures.filter(isNameless);
  const ofForm = inLines ? withFigures.filter((item) => isNameless(item) || isCut(item, template)) : [];
  const whole =
    (inLines ? merged(withFigures, all) : undefined) ??
    (ofForm.length > nameless.length ? joined(ofForm) : merged(nameless, all)) ??
    withFigures.find((item) => filled(item) > width || pickValues(item, all).kind === 'read');
  // Figures of one table that stand in several rows do not fill one of them up.
  if (whole && nameless.some((item) => isBeside(item, whole) && filled(item) >= width)) return undefined;
  const tornOff =
    whole &&
    nameless.some((item) => item.figures === 1 && (isRightBelow(item, whole) || isRightBelow(whole, item)));
  if (tornOff) return unreadable(template, whole, say('有一个数字断到了另一行，无法确定是哪一格的'));
  if (whole) return inOneRow(whole, template, all, width);
  const [one, two, three] = withFigures;
  const named = withFigures.every((item, at) => mayBeBlock(item, template.rows[at], template));
  if (withFigures.length === template.rows.length && one && two && three && named)
    return inRows([one, two, three], template);
  const unfilled = withFigures.length === 0 ? unfilledRow(text, template, all) : undefined;
  return unfilled && inOneRow(unfilled, template, all, width);
}

const isNameless = ({ labels }: Item): boolean => labels.length === 0;

/** Whether some figures were cut off from the others by a heading that slipped between them. */
const isCut = ({ labels }: Item, template: TableTemplate): boolean =>
  labels.every(({ text }) => isWordOf(template, text));

/** Whether the words before some figures are those of a block or its headings; a stranger's figures are no block. */
function mayBeBlock(
  { labels }: Item,
  row: RowTemplate | undefined,
  { groups, rows }: TableTemplate,
): boolean {
  const last = labels[labels.length - 1];
  if (!last || !row) return true;
  const { core } = labelKey(last.text);
  const words = [row, ...groups, ...(rows[0]?.columns ?? [])].map(({ label }) => labelKey(label).core);
  return words.some((word) => core.includes(word) || word.includes(core));
}

/** The row below the headings of the form that has a cell for every figure, and none in it. */
function unfilledRow({ items, unfilled }: TableText, template: TableTemplate, all: number): Item | undefined {
  const { span, missing } = bindHeader(items, template);
  if (!span || missing.length > 0) return undefined;
  return unfilled.find((row) => row.full.from >= span.to && row.values.length >= all);
}

const isBeside = ({ span }: Item, other: Item): boolean =>
  span.to <= other.span.from || other.span.to <= span.from;

/** Without the empty cells before and behind its figures. */
function withoutFillers({ values }: Item): readonly GridCell[] {
  const first = values.findIndex((cell) => cell.text !== '');
  return values.slice(first, values.findLastIndex((cell) => cell.text !== '') + 1);
}

const filled = (item: Item): number => item.values.filter((cell) => cell.text !== '').length;

/** Figures broken over lines or over tables, joined again if together they are exactly as many as the form has. */
function merged(items: readonly Item[], all: number): Item | undefined {
  const [first] = items;
  if (items.length === 1 && first?.positional) return undefined;
  const whole = joined(items);
  return whole?.values.length === all ? whole : undefined;
}

function joined(items: readonly Item[]): Item | undefined {
  const [first] = items;
  const last = items[items.length - 1];
  if (!first || !last) return undefined;
  const values = items.flatMap((item) => (item.positional ? withoutFillers(item) : item.values));
  return {
    span: cover(first.span, last.span),
    full: cover(first.full, last.full),
    labels: [],
    words: [],
    values,
    positional: false,
    width: values.length,
    figures: values.length,
  };
}

function inOneRow(item: Item, template: TableTemplate, all: number, width: number): readonly Placed[] {
  const reading = pickValues(item, all);
  const block = (cells: readonly GridCell[], at: number) => cells.slice(at * width, (at + 1) * width);
  switch (reading.kind) {
    case 'read':
      return template.rows.map((row, at) => ({
        kind: 'read',
        template: row,
        span: item.span,
        full: item.full,
        label: undefined,
        cells: toCells(row, block(reading.cells, at)),
        duplicates: [],
        fused: reading.fused,
        byOrder: false,
      }));
    case 'ambiguous':
      return unreadable(template, item, say('列与列错开，无法确定每个数字属于哪一列'));
    case 'miscounted': {
      const noughts = reading.cells.length > all && allNought(reading.cells);
      return template.rows.map((row, at) => ({
        kind: 'miscounted',
        template: row,
        span: item.span,
        full: item.full,
        label: undefined,
        values: toCells(row, reading.cells),
        cells: noughts ? toCells(row, block(reading.cells, at)) : undefined,
      }));
    }
  }
}

const unreadable = ({ rows }: TableTemplate, { span }: Item, reason: Message): readonly Placed[] =>
  rows.map((row) => ({ kind: 'unreadable', template: row, span, reason }));

function inRows(items: readonly Item[], template: TableTemplate): readonly Placed[] {
  return template.rows.flatMap((row: RowTemplate, at): Placed[] => {
    const item = items[at];
    if (!item) return [];
    const reading = pickValues(item, row.columns.length);
    const common = { template: row, span: item.span, full: item.full, label: undefined };
    if (reading.kind === 'read')
      return [
        {
          ...common,
          kind: 'read',
          cells: toCells(row, reading.cells),
          duplicates: [],
          fused: reading.fused,
          byOrder: false,
        },
      ];
    const cells = reading.kind === 'miscounted' ? reading.cells : item.values;
    return [{ ...common, kind: 'miscounted', values: toCells(row, cells), cells: undefined }];
  });
}
