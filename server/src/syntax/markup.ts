import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';
import { crease } from '../base/crease.ts';
import { seam } from '../base/seam.ts';

/** A text with its HTML taken out, every character at its old place. */
export interface Unmarked {
  /** As long as the source: tags are blanks, but for a line feed where a block begins and a tab where a cell does. */
  readonly text: string;
  /** The parts of the source that were HTML. */
  readonly regions: readonly { readonly from: number; readonly to: number }[];
}

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const startsWithTag =
  /^[\s\uFEFF]*<(?:!doctype|html|head|body|h[1-6]|p|div|table|section|article|span|ucap|meta|style|center)/i;
/** A page shows within so many characters that it is one. */
export const pageStart = 400;

const tableTag = /<table\b/gi;
const tableEnd = /<\/table\s*>/gi;

/**
 * Takes the tags out of a page, or out of the tables of a Markdown text, and leaves all words where they were,
 * so that a place in the result is the same place in the source. A text without tags is returned as it is.
 */
export function unmark(source: string): Unmarked {
  if (!source.includes('<') && !/&(?:[a-z]{4,6}|#)/.test(source)) return { text: source, regions: [] };
  if (startsWithTag.test(source.slice(0, pageStart))) {
    return { text: blankTags(source, 'page'), regions: [{ from: 0, to: source.length }] };
  }
  const regions = tableRegions(source);
  let text = '';
  let at = 0;
  for (const { from, to } of regions) {
    text += source.slice(at, from) + blankTags(source.slice(from, to), 'table');
    at = to;
  }
  return { text: withoutTagsInCells(text + source.slice(at)), regions };
}

const tags = '<\\/?(br|p|div|li|center|span|font|b|strong|i|em|u|sup|sub|a|o:p)\\b[^<>|\\n]*>';
/** Of a blank beside words; one that is all there is in its cell stays, and is what a figure is written over. */
const blank = '&(?:nbsp|ensp|emsp|thinsp|#160|#xa0|#12288|#x3000);';
const blankEntity = `(?<=[^\\s|;](?:[^\\S\\n]|${blank}){0,9})${blank}|${blank}(?=(?:[^\\S\\n]|${blank}){0,9}[^\\s|&])`;
const tagOrBlank = new RegExp(`${tags}|${blank}`, 'i');
const inCells = new RegExp(`[\\n|]|${tags}|${blankEntity}`, 'gi');
const parting = new Set(['br', 'p', 'div', 'li', 'center']);

/** A Markdown cell has no other way to begin a new line, or to be set in a colour, than a tag. */
function withoutTagsInCells(text: string): string {
  if (!text.includes('|') || !tagOrBlank.test(text)) return text;
  let barred = false;
  return text.replace(inCells, (mark, tag?: string) => {
    if (mark.length === 1) barred = mark === '|';
    if (mark.length === 1 || !barred) return mark;
    if (tag === undefined) return ' '.repeat(mark.length);
    return parting.has(tag.toLowerCase()) ? crease.padEnd(mark.length, ' ') : seam.repeat(mark.length);
  });
}

/** From each outermost `<table` to its end tag; a table without one ends with the text. */
function tableRegions(source: string): { from: number; to: number }[] {
  const regions: { from: number; to: number }[] = [];
  tableTag.lastIndex = 0;
  for (let start = tableTag.exec(source); start; start = tableTag.exec(source)) {
    const to = endOfTable(source, start.index);
    regions.push({ from: start.index, to });
    tableTag.lastIndex = to;
  }
  return regions;
}

function endOfTable(source: string, from: number): number {
  let depth = 1;
  let at = from + 1;
  while (depth > 0) {
    tableEnd.lastIndex = at;
    const end = tableEnd.exec(source);
    if (!end) return source.length;
    depth += (source.slice(at, end.index).match(tableTag)?.length ?? 0) - 1;
    at = end.index + end[0].length;
  }
  return at;
}

const blocks = new Set([
  'p',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'ul',
  'ol',
  'tr',
  'table',
  'br',
  'hr',
  'section',
  'article',
  'center',
  'title',
  'body',
  'pre',
  'blockquote',
  'dd',
  'dt',
]);
const silent = new Set(['script', 'style', 'head', 'template', 'noscript']);

function blankTags(source: string, kind: 'page' | 'table'): string {
  const options = { sourceCodeLocationInfo: true } as const;
  const root = kind === 'page' ? parse(source, options) : parseFragment(source, options);
  const marks = new Array<string>(source.length).fill(' ');
  const visit = (nodes: readonly Node[], inCell: boolean): void => {
    for (const node of nodes) {
      if (node.nodeName === '#text') copyWords(source, node, marks);
      else if ('tagName' in node && !silent.has(node.tagName)) {
        const cell = isCell(node);
        mark(node, cell, inCell, marks);
        if (!cell && !blocks.has(node.tagName)) join(node, marks);
        visit(node.childNodes, inCell || cell);
      }
    }
  };
  visit(root.childNodes, false);
  return marks.join('');
}

/** A cell that holds a table of its own only lays out the page, unless that is one cell within the cell. */
const isCell = (element: Element): boolean =>
  (element.tagName === 'td' || element.tagName === 'th') && !holdsTable(element);

const holdsTable = (element: Element): boolean =>
  element.childNodes.some(
    (child) => 'tagName' in child && ((child.tagName === 'table' && cellsIn(child) > 1) || holdsTable(child)),
  );

const cellsIn = (element: Element): number =>
  element.childNodes.reduce(
    (sum, child) => ('tagName' in child ? sum + (/^t[dh]$/.test(child.tagName) ? 1 : cellsIn(child)) : sum),
    0,
  );

/** A block begins and ends a line, a cell begins behind a tab; inside a cell nothing breaks the line, but leaves a crease. */
function mark(element: Element, cell: boolean, inCell: boolean, marks: string[]): void {
  const place = element.sourceCodeLocation;
  if (!place) return;
  const start = place.startTag ?? place;
  if (cell && !inCell) marks[start.endOffset - 1] = '\t';
  if (cell || !blocks.has(element.tagName)) return;
  const end = inCell ? crease : '\n';
  marks[start.startOffset] = end;
  if (place.endTag) marks[place.endTag.startOffset] = end;
}

function join({ sourceCodeLocation: place }: Element, marks: string[]): void {
  for (const tag of [place?.startTag, place?.endTag])
    if (tag) marks.fill(seam, tag.startOffset, tag.endOffset);
}

const entity = /&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,8}));?/gi;
const named: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  amp: '&',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  lt: '＜',
  gt: '＞',
};

/** Words on both sides of a tag that parts nothing, such as the end of the body, are one piece for the parser. */
const tagBetween = /<[/!a-z][^>]*>/gi;
const skipped = '\0';

function copyWords(source: string, node: Node, marks: string[]): void {
  const place = node.sourceCodeLocation;
  if (!place) return;
  const raw = source
    .slice(place.startOffset, place.endOffset)
    .replace(tagBetween, (tag) => skipped.repeat(tag.length))
    .replace(entity, (whole, decimal?: string, hex?: string, name?: string) => {
      const character = name
        ? named[name.toLowerCase()]
        : String.fromCharCode(decimal ? Number(decimal) : Number.parseInt(hex ?? '20', 16));
      return (character ?? ' ').padEnd(whole.length, ' ');
    });
  for (let at = 0; at < raw.length; at++) {
    const character = raw.charAt(at);
    if (character === skipped) continue;
    marks[place.startOffset + at] =
      character === '\n' || character === '\r' || character === '\t' ? ' ' : character;
  }
}
