import type { Message } from '../../base/message.ts';
import { say } from '../../base/message.ts';
import { cover, type Span } from '../../base/span.ts';
import type { BoundTable } from '../../model/report.ts';
import { readTableText } from '../../model/table-text.ts';
import { boundTables } from '../../model/tables.ts';
import type { Line } from '../../syntax/tree.ts';
import type { TableId } from '../../template/index.ts';
import { type HeadingPlace, headingPlaces } from './headings.ts';
import { isPage, notesIn, type Source } from './source.ts';
import { tablePlace } from './table-place.ts';
import { obstacle, type TableWords, tableWords } from './table-words.ts';

/** A part of a report that is written down as one, with the stretch of the source it stands on. */
export type Block =
  | ({ readonly kind: 'heading' } & HeadingPlace)
  | ({ readonly kind: 'table' } & Rebuilt)
  /** Taken over to the letter: HTML that is not read with certainty. */
  | { readonly kind: 'kept'; readonly place: Span }
  | { readonly kind: 'line'; readonly place: Span; readonly line: Line };

/** A table that can be written down again. */
export interface Rebuilt {
  readonly place: Span;
  readonly table: BoundTable;
  readonly words: TableWords['words'];
  readonly piecesOf: TableWords['piecesOf'];
  readonly crumbs: readonly string[];
}

/** A table that has to stay as it is. */
export interface LeftTable {
  readonly table: TableId;
  readonly reason: Message;
}

/** What becomes of each table that is there. */
export interface TablePlans {
  readonly rebuilt: readonly Rebuilt[];
  readonly left: readonly LeftTable[];
}

/** Tells for every table that is there whether it can be written down again. */
export function planTables(source: Source): TablePlans {
  const plans = boundTables(source.report).map((table) => ({
    id: table.template.id,
    plan: planTable(source, table),
  }));
  return {
    rebuilt: plans.flatMap(({ plan }) => ('key' in plan ? [] : [plan])),
    left: plans.flatMap(({ id, plan }) => ('key' in plan ? [{ table: id, reason: plan }] : [])),
  };
}

/** How one table can be written down again, or why it has to stay as it is. */
export function planTable(source: Source, table: BoundTable): Rebuilt | Message {
  const { report } = source;
  const { template } = table;
  if (template.id === 'disclosure' && report.form.edition === 'mixed') return say('表中混有两种格式的栏目');
  const hindrance = obstacle(table);
  if (hindrance) return hindrance;
  const lines = sectionLines(source, table);
  const { items } = readTableText(report.tree, lines, lines.at(-1)?.full.to ?? 0);
  const read = tableWords(report.tree.text, table, items);
  if ('key' in read) return read;
  const found = tablePlace(source, table, read, lines);
  if (!found) return say('找不到表格所在的行');
  const { from, to } = found.place;
  if (
    !isPage(source) &&
    report.tree.markup.some((region) => overlap(region, found.place) && !isClosed(source, region))
  )
    return say('表格的网页代码缺少结束标记');
  if (notesIn(source, found.place).length > 0) return say('表格中间夹有注释');
  if (report.headings.some(({ span }) => from <= span.from && span.to <= to)) return say('表格中间夹有标题');
  return { ...found, table, words: read.words, piecesOf: read.piecesOf };
}

/** Without its end tag a table takes in whatever follows it. */
const isClosed = ({ text }: Source, { from, to }: Span): boolean =>
  /<\/table\s*>$/i.test(text.slice(from, to));

function sectionLines({ report }: Source, { template }: BoundTable): readonly Line[] {
  const section = report.sections.find((candidate) => candidate.template.id === template.section);
  if (section?.kind !== 'present') return [];
  const { from, to } = section.body;
  return report.tree.lines.filter(({ full }) => from <= full.from && full.from < to);
}

/** The parts of a report in the order of the text, without the blank lines between them. */
export function blocksOf(
  source: Source,
  { rebuilt, left }: TablePlans,
  marked: readonly HeadingPlace[] = headingPlaces(source),
): readonly Block[] {
  const page = isPage(source);
  const tables = rebuilt.map((table): Block => ({ kind: 'table', ...table }));
  const kept = page
    ? left.flatMap(({ table }) => keptTable(source, table))
    : source.report.tree.markup
        .filter((region) => !rebuilt.some(({ place }) => overlap(place, region)))
        .map((place): Block => ({ kind: 'kept', place }));
  const headings = marked
    .filter(({ place }) => !kept.some((block) => overlap(block.place, place)))
    .map((heading): Block => ({ kind: 'heading', ...heading }));
  const whole = [...tables, ...kept, ...headings].sort((a, b) => a.place.from - b.place.from);
  let next = 0;
  const lines = source.report.tree.lines.filter(({ shape, full }) => {
    while ((whole[next]?.place.to ?? Number.POSITIVE_INFINITY) < full.from) next += 1;
    if ((whole[next]?.place.from ?? Number.POSITIVE_INFINITY) <= full.to) return false;
    return shape !== 'blank' || notesIn(source, full).length > 0;
  });
  const rest = lines.map((line): Block => ({ kind: 'line', place: page ? line.span : line.full, line }));
  return [...whole, ...rest].sort((a, b) => a.place.from - b.place.from);
}

const overlap = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;

/** The tags of a table of a page, from the first to the last of its words. */
function keptTable({ text, report }: Source, id: TableId): readonly Block[] {
  const table = report.tables[id];
  if (table.kind === 'absent' || table.layout !== 'html') return [];
  const from = text.toLowerCase().lastIndexOf('<table', table.span.from);
  const end = /<\/table\s*>/i.exec(text.slice(table.span.to));
  if (from < 0 || !end) return [];
  const place = { from, to: table.span.to + end.index + end[0].length };
  return [{ kind: 'kept', place: cover(place, table.span) }];
}
