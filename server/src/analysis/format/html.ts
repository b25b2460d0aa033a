import { escapeHtml } from '../../base/escape.ts';
import { formGrid, isFigure } from '../../model/form-grid.ts';
import type { GridCell } from '../../syntax/tree.ts';
import type { Rebuilt } from './blocks.ts';
import type { PagePart } from './parts.ts';
import { notesIn, type Source, wordsOf } from './source.ts';

/** A report as a page of its own, its tables with the merged cells of the form. */
export function htmlPage(source: Source, parts: readonly PagePart[]): string {
  const title = escapeHtml(source.report.title?.text ?? '');
  const head = [
    '<meta charset="utf-8">',
    `<title>${title}</title>`,
    '<style>table { border-collapse: collapse; } td, th { border: 1px solid; padding: 0.2em 0.5em; }</style>',
  ];
  return [
    '<!DOCTYPE html>',
    '<html lang="zh-CN">',
    ...['<head>', ...head, '</head>'],
    ...['<body>', ...parts.flatMap((part) => elementsOf(source, part)), '</body>'],
    '</html>',
    '',
  ].join('\n');
}

function elementsOf(source: Source, part: PagePart): readonly string[] {
  switch (part.kind) {
    case 'heading':
      return [`<h${part.depth}>${escapeHtml(part.words)}</h${part.depth}>`];
    case 'table':
      return [...htmlTable(part), ...part.crumbs.map(paragraph)];
    case 'kept':
      return [source.text.slice(part.place.from, part.place.to)];
    case 'rows':
      return ['<table>', ...part.rows.map(row), '</table>'];
    case 'words': {
      const { text } = source.report.tree;
      return [
        `<p>${part.lines.map(({ span }) => escapeHtml(text.slice(span.from, span.to))).join('<br>')}</p>`,
      ];
    }
    case 'comment':
      return notesIn(source, part.place);
    case 'paragraph':
      return [paragraph(wordsOf(source, part.place))];
  }
}

const row = (cells: readonly GridCell[]): string =>
  `<tr>${cells.map(({ text }) => `<td>${escapeHtml(text)}</td>`).join('')}</tr>`;

const paragraph = (words: string): string => `<p>${escapeHtml(words)}</p>`;

/** A table with the cells that the form merges as such. */
export function htmlTable({ table, words }: Pick<Rebuilt, 'table' | 'words'>): readonly string[] {
  const { rows } = formGrid(table.template, words);
  const lines = rows.map((cells) => {
    const elements = cells.map((cell) => {
      const { text, across, down } = cell;
      const tag = isFigure(cell) ? 'td' : 'th';
      const merged = `${across > 1 ? ` colspan="${across}"` : ''}${down > 1 ? ` rowspan="${down}"` : ''}`;
      return `<${tag}${merged}>${escapeHtml(text)}</${tag}>`;
    });
    return `<tr>${elements.join('')}</tr>`;
  });
  return ['<table>', ...lines, '</table>'];
}
