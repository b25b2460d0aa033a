import type { Span } from '../../base/span.ts';
import type { HeaderBinding, LabelFound } from '../../model/report.ts';
import type { ColumnTemplate, TableTemplate } from '../../template/index.ts';
import { type FreeWords, type Gathered, gather } from './free-words.ts';

/** Where in the text the blocks of a table begin, in the order of the text. */
export interface BlockStart {
  readonly id: string;
  readonly from: number;
}

/** The column headings of a table, each above the rows it belongs to. */
export interface Headings {
  /** `block` is a group of table two or a row of table four; table three has one line of headings for all. */
  readonly of: (column: ColumnTemplate, block: string | undefined) => Gathered | undefined;
  readonly all: readonly Gathered[];
  /** A heading that stands twice above the same rows. */
  readonly doubled: string | undefined;
  /** A heading that is lost among words whose order is lost as well. */
  readonly scattered: string | undefined;
}

/** Puts each column heading above its rows, and looks among the words left for those that were torn on the way. */
export function findHeadings(
  free: FreeWords,
  template: TableTemplate,
  header: HeaderBinding,
  starts: readonly BlockStart[],
): Headings {
  const found = new Map<string, Gathered>();
  let doubled: string | undefined;
  for (const { label, block } of place(template, header, starts)) {
    const key = keyOf(label.template, block);
    if (found.has(key)) doubled ??= label.text;
    found.set(key, label);
  }
  const lacking = placesOf(template, starts).filter(({ column, block }) => !found.has(keyOf(column, block)));
  const torn = template.headings === 'group' || !header.readable;
  for (const { column, block, within } of torn ? lacking : []) {
    const gathered = [column.label, ...(column.variants ?? [])]
      .map((label) => gather(free, label, within))
      .find((heading) => heading !== undefined);
    if (gathered) found.set(keyOf(column, block), gathered);
  }
  const lost = lacking.find(({ column, block }) => !found.has(keyOf(column, block)));
  return {
    of: (column, block) => found.get(keyOf(column, block)),
    all: [...found.values()],
    doubled,
    scattered: header.readable ? undefined : lost?.column.label,
  };
}

const keyOf = ({ label }: ColumnTemplate, block: string | undefined): string => `${block}/${label}`;

interface Placed {
  readonly label: LabelFound<ColumnTemplate>;
  readonly block: string | undefined;
}

function place(
  template: TableTemplate,
  { labels, readable }: HeaderBinding,
  starts: readonly BlockStart[],
): readonly Placed[] {
  const sorted = [...labels].sort((a, b) => a.span.from - b.span.from);
  switch (template.headings) {
    case 'table':
      return sorted.map((label) => ({ label, block: undefined }));
    case 'group':
      return sorted.flatMap((label) => {
        const block = starts.findLast(({ from }) => from <= label.span.from)?.id;
        return block === undefined ? [] : [{ label, block }];
      });
    case 'row':
      return (readable ? inTurn(template, sorted) : undefined) ?? byCount(template, sorted);
  }
}

type Labels = readonly LabelFound<ColumnTemplate>[];

/** Headings that come once for each row of the model: a new turn begins where their order begins anew. */
function inTurn({ rows }: TableTemplate, labels: Labels): readonly Placed[] | undefined {
  const rank = (label: LabelFound<ColumnTemplate>) =>
    rows[0]?.columns.findIndex((column) => column.label === label.template.label) ?? 0;
  let turn = 0;
  let last = -1;
  const placed = labels.map((label) => {
    if (rank(label) <= last) turn += 1;
    last = rank(label);
    return { label, block: rows[turn]?.id };
  });
  return turn < rows.length ? placed : undefined;
}

/** Headings out of order: the first of a kind belongs to the first row, the second to the second. */
function byCount({ rows }: TableTemplate, labels: Labels): readonly Placed[] {
  const count = new Map<string, number>();
  return labels.map((label) => {
    const met = count.get(label.template.label) ?? 0;
    count.set(label.template.label, met + 1);
    return { label, block: rows[Math.min(met, rows.length - 1)]?.id };
  });
}

interface Place {
  readonly column: ColumnTemplate;
  readonly block: string | undefined;
  /** Where in the text the heading has to stand. */
  readonly within: Span;
}

const anywhere: Span = { from: 0, to: Number.POSITIVE_INFINITY };

/** Every place of the form for a heading, for the blocks that are there. */
function placesOf({ headings, rows }: TableTemplate, starts: readonly BlockStart[]): readonly Place[] {
  switch (headings) {
    case 'table':
      return (rows[0]?.columns ?? []).map((column) => ({ column, block: undefined, within: anywhere }));
    case 'row':
      return rows.flatMap(({ id, columns }) =>
        columns.map((column) => ({ column, block: id, within: anywhere })),
      );
    case 'group':
      return starts.flatMap(({ id, from }, at) => {
        const within = { from, to: starts[at + 1]?.from ?? anywhere.to };
        const columns = rows.find(({ group }) => group === id)?.columns ?? [];
        return columns.map((column) => ({ column, block: id, within }));
      });
  }
}
