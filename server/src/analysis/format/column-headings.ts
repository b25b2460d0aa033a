import type { LabelFound } from '../../model/report.ts';
import type { ColumnTemplate, TableTemplate } from '../../template/index.ts';

/** A column heading found, and the block of rows it stands above; undefined where the table has one heading for all. */
export interface PlacedHeading {
  readonly label: LabelFound<ColumnTemplate>;
  readonly block: string | undefined;
}

/** Where in the text the parts of a table begin, in the order of the text. */
export interface BlockStart {
  readonly id: string;
  readonly from: number;
}

/** Puts each column heading above the rows it belongs to; undefined if two of a kind stand above the same rows. */
export function placeHeadings(
  table: TableTemplate,
  labels: readonly LabelFound<ColumnTemplate>[],
  starts: readonly BlockStart[],
): readonly PlacedHeading[] | undefined {
  const sorted = [...labels].sort((a, b) => a.span.from - b.span.from);
  const placed = place(table, sorted, starts);
  const seen = new Set(placed.map(({ label, block }) => `${block}/${label.template.label}`));
  return seen.size === placed.length ? placed : undefined;
}

type Labels = readonly LabelFound<ColumnTemplate>[];

function place(
  table: TableTemplate,
  labels: Labels,
  starts: readonly BlockStart[],
): readonly PlacedHeading[] {
  switch (table.headings) {
    case 'table':
      return labels.map((label) => ({ label, block: undefined }));
    case 'group':
      return labels.map((label) => ({
        label,
        block: starts.findLast(({ from }) => from <= label.span.from)?.id,
      }));
    case 'row':
      return inTurn(table, labels);
  }
}

/** Headings that come once for each row of the model: a new turn begins where their order begins anew. */
function inTurn({ rows }: TableTemplate, labels: Labels): readonly PlacedHeading[] {
  const rank = (label: LabelFound<ColumnTemplate>) =>
    rows[0]?.columns.findIndex((column) => column.label === label.template.label) ?? 0;
  let turn = 0;
  let last = -1;
  const placed = labels.map((label) => {
    if (rank(label) <= last) turn += 1;
    last = rank(label);
    return { label, block: rows[turn]?.id };
  });
  return turn < rows.length ? placed : byCount({ rows }, labels);
}

/** Headings read column by column: the first of a kind belongs to the first row, the second to the second. */
function byCount({ rows }: Pick<TableTemplate, 'rows'>, labels: Labels): readonly PlacedHeading[] {
  const count = new Map<string, number>();
  return labels.map((label) => {
    const met = count.get(label.template.label) ?? 0;
    count.set(label.template.label, met + 1);
    return { label, block: rows[met]?.id };
  });
}
