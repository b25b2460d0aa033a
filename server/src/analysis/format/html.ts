import { formGrid } from '../../model/form-grid.ts';
import { pipeRow } from '../../syntax/pipe-row.ts';
import { tabRow } from '../../syntax/tab-row.ts';
import type { GridCell, Line } from '../../syntax/tree.ts';
import type { Block, Rebuilt } from './blocks.ts';
import { notesIn, type Source, wordsOf } from './source.ts';

/** A report as a page of its own, its tables with the merged cells of the form. */
export function htmlPage(source: Source, blocks: readonly Block[]): string {
  const title = escaped(source.report.title?.text ?? '');
  const head = [
    '<meta charset="utf-8">',
    `<title>${title}</title>`,
    '<style>table { border-collapse: collapse; } td, th { border: 1px solid; padding: 0.2em 0.5em; }</style>',
  ];
  return [
    '<!DOCTYPE html>',
    '<html lang="zh-CN">',
    ...['<head>', ...head, '</head>'],
    ...['<body>', ...bodyOf(source, blocks), '</body>'],
    '</html>',
    '',
  ].join('\n');
}

function bodyOf(source: Source, blocks: readonly Block[]): readonly string[] {
  const body: string[] = [];
  let open: { readonly lines: string[]; readonly last: LeftLine } | undefined;
  const close = () => {
    if (open?.last.kind === 'row') body.push('<table>', ...open.lines, '</table>');
    else if (open) body.push(`<p>${open.lines.join('<br>')}</p>`);
    open = undefined;
  };
  for (const block of blocks) {
    const left = block.kind === 'line' ? leftLine(source, block.line) : undefined;
    if (!left || (open && !follows(left, open.last))) close();
    if (left) open = { lines: [...(open?.lines ?? []), ...left.html], last: left };
    else body.push(...elementsOf(source, block));
  }
  close();
  return body;
}

function elementsOf(source: Source, block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`<h${block.depth}>${escaped(block.words)}</h${block.depth}>`];
    case 'table':
      return [...htmlTable(block), ...block.crumbs.map(paragraph)];
    case 'kept':
      return [source.text.slice(block.place.from, block.place.to)];
    case 'line':
      if (block.line.shape === 'blank') return notesIn(source, block.place);
      return [paragraph(wordsOf(source, block.line.span))];
  }
}

const paragraph = (words: string): string => `<p>${escaped(words)}</p>`;

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);

/** A table with the cells that the form merges as such. */
export function htmlTable({ table, words }: Pick<Rebuilt, 'table' | 'words'>): readonly string[] {
  const { rows } = formGrid(table.template, words);
  const lines = rows.map((cells) => {
    const elements = cells.map(({ text, across, down, kind }) => {
      const tag = kind === 'label' ? 'th' : 'td';
      const merged = `${across > 1 ? ` colspan="${across}"` : ''}${down > 1 ? ` rowspan="${down}"` : ''}`;
      return `<${tag}${merged}>${escaped(text)}</${tag}>`;
    });
    return `<tr>${elements.join('')}</tr>`;
  });
  return ['<table>', ...lines, '</table>'];
}

/** A line of a table that stays as it is. */
interface LeftLine {
  /** A row of cells, or words whose place among the lines around them may be all that tells what they mean. */
  readonly kind: 'row' | 'words';
  readonly html: readonly string[];
  readonly index: number;
}

const follows = (line: LeftLine, before: LeftLine): boolean =>
  line.kind === before.kind && (line.kind === 'row' || line.index === before.index + 1);

/** A line of a table that was not rebuilt, as it is; undefined for any other line. */
function leftLine({ report }: Source, line: Line): LeftLine | undefined {
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
  const { index } = line;
  const row = table.layout === 'tab' || table.layout === 'pipe' ? cellsOf(tree.text, line) : undefined;
  if (row) return { kind: 'row', html: row.length > 0 ? [`<tr>${row.map(cell).join('')}</tr>`] : [], index };
  if (line.full.to < table.span.from || table.span.to < line.full.from) return undefined;
  return { kind: 'words', html: [escaped(tree.text.slice(line.span.from, line.span.to))], index };
}

const cell = ({ text }: GridCell): string => `<td>${escaped(text)}</td>`;

/** The cells of a line; none for Markdown's line of strokes, undefined for a line without cells. */
function cellsOf(text: string, line: Line): readonly GridCell[] | undefined {
  if (line.shape === 'tab') return tabRow(text, line).cells;
  return line.shape === 'pipe' ? (pipeRow(text, line)?.cells ?? []) : undefined;
}
