import { formGrid } from '../../model/form-grid.ts';
import { pipeRow } from '../../syntax/pipe-row.ts';
import { tabRow } from '../../syntax/tab-row.ts';
import type { GridRow, Line } from '../../syntax/tree.ts';
import type { Block, Rebuilt } from './blocks.ts';
import { type Source, wordsOf } from './source.ts';

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
  let rows: string[] = [];
  const close = () => {
    if (rows.length > 0) body.push('<table>', ...rows, '</table>');
    rows = [];
  };
  for (const block of blocks) {
    const row = block.kind === 'line' ? leftRow(source, block.line) : undefined;
    if (row === undefined) close();
    if (row === undefined) body.push(...elementsOf(source, block));
    else if (row !== '') rows.push(row);
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

/** A row of a table that stays as it is, cell by cell; undefined for a line that is none. */
function leftRow({ report }: Source, line: Line): string | undefined {
  const { tables, sections, tree } = report;
  const section = sections.find(
    (candidate) =>
      candidate.kind === 'present' &&
      candidate.body.from <= line.full.from &&
      line.full.from < candidate.body.to,
  );
  const id = section?.template.table;
  const table = id && tables[id];
  if (table?.kind !== 'bound' || (table.layout !== 'tab' && table.layout !== 'pipe')) return undefined;
  if (line.shape === 'tab') return rowElement(tabRow(tree.text, line));
  if (line.shape !== 'pipe') return undefined;
  const row = pipeRow(tree.text, line);
  return row ? rowElement(row) : '';
}

const rowElement = ({ cells }: GridRow): string =>
  `<tr>${cells.map(({ text }) => `<td>${escaped(text)}</td>`).join('')}</tr>`;
