import { cover, type Span } from '../../base/span.ts';
import { pipeRow } from '../../syntax/pipe-row.ts';
import { tabRow } from '../../syntax/tab-row.ts';
import type { GridCell, Line } from '../../syntax/tree.ts';
import type { TableId } from '../../template/index.ts';
import type { Block } from './blocks.ts';
import type { Source } from './source.ts';

/** A part of a report as a page shows it, with the stretch of the source it stands on. */
export type PagePart =
  | Exclude<Block, { readonly kind: 'line' }>
  | { readonly kind: 'paragraph'; readonly place: Span }
  /** A blank line that holds comments. */
  | { readonly kind: 'comment'; readonly place: Span }
  | LeftPart;

/** Lines of a table that was not rebuilt. */
export type LeftPart =
  | {
      readonly kind: 'rows';
      readonly table: TableId;
      readonly place: Span;
      readonly rows: readonly (readonly GridCell[])[];
    }
  /** Words whose place among the lines around them may be all that tells what they mean. */
  | {
      readonly kind: 'words';
      readonly table: TableId;
      readonly place: Span;
      readonly lines: readonly Line[];
    };

/** The parts of a report in their order; the lines of a table that stays as it is are put together again. */
export function partsOf(source: Source, blocks: readonly Block[]): readonly PagePart[] {
  const parts: PagePart[] = [];
  for (const block of blocks) {
    const last = parts.at(-1);
    const left = block.kind === 'line' ? leftPart(source, block.line) : undefined;
    const joined = left && last && join(last, left);
    if (joined) parts[parts.length - 1] = joined;
    else if (left) parts.push(left);
    else if (block.kind !== 'line') parts.push(block);
    else parts.push({ kind: block.line.shape === 'blank' ? 'comment' : 'paragraph', place: block.line.span });
  }
  return parts;
}

/** Rows follow each other whatever blank lines are between them, words only on the very next line. */
function join(last: PagePart, next: LeftPart): LeftPart | undefined {
  if (last.kind === 'rows' && next.kind === 'rows') {
    return { ...last, place: cover(last.place, next.place), rows: [...last.rows, ...next.rows] };
  }
  if (last.kind !== 'words' || next.kind !== 'words') return undefined;
  if (next.lines[0]?.index !== (last.lines.at(-1)?.index ?? 0) + 1) return undefined;
  return { ...last, place: cover(last.place, next.place), lines: [...last.lines, ...next.lines] };
}

/** A line of a table that was not rebuilt, as it is; undefined for any other line. */
function leftPart({ report }: Source, line: Line): LeftPart | undefined {
  const { tables, sections, tree } = report;
  const section = sections.find(
    (candidate) =>
      candidate.kind === 'present' &&
      candidate.body.from <= line.full.from &&
      line.full.from < candidate.body.to,
  );
  const id = section?.template.table;
  const table = id && tables[id];
  if (table?.kind !== 'bound' || line.shape === 'blank') return undefined;
  const own = { table: table.template.id, place: line.span };
  const row = table.layout === 'tab' || table.layout === 'pipe' ? cellsOf(tree.text, line) : undefined;
  if (row) return { kind: 'rows', ...own, rows: row.length > 0 ? [row] : [] };
  if (line.full.to < table.span.from || table.span.to < line.full.from) return undefined;
  return { kind: 'words', ...own, lines: [line] };
}

/** The cells of a line; none for Markdown's line of strokes, undefined for a line without cells. */
export function cellsOf(text: string, line: Line): readonly GridCell[] | undefined {
  if (line.shape === 'tab') return tabRow(text, line).cells;
  return line.shape === 'pipe' ? (pipeRow(text, line)?.cells ?? []) : undefined;
}
