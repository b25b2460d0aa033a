import { trimmed } from '../../../server/src/base/blank.ts';
import { meets, type Span } from '../../../server/src/base/span.ts';
import { pipeCells } from '../../../server/src/syntax/pipe-row.ts';
import { type Token, takeOff } from './markdown-it.ts';

/** A place in a Markdown text that a finding stands on, or that takes part in it. */
export interface TextMark {
  readonly state: 'wrong' | 'involved';
  readonly severity: 'error' | 'warning' | 'info';
  readonly start: Place;
  readonly end: Place;
  /** What is wrong, in words. */
  readonly message: string;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

/** The attributes a marked cell gets; the preview's style sheet knows the first. */
const names = ['data-gouji', 'title', 'tabindex'];

/** Marks the cells of the table that begins at a token. Tokens may have been marked before: that is taken back. */
export function markTable(
  tokens: readonly Token[],
  at: number,
  lineAt: (line: number) => string,
  marks: readonly TextMark[],
): void {
  let cells: readonly Span[] = [];
  let line = 0;
  let column = 0;
  for (const token of tokens.slice(at)) {
    if (token.type === 'table_close') return;
    if (token.type === 'tr_open') {
      line = token.map?.[0] ?? -1;
      column = 0;
      cells = line < 0 ? [] : cellsIn(lineAt(line));
    }
    if (token.type !== 'td_open' && token.type !== 'th_open') continue;
    const cell = cells[column++];
    takeOff(token, names);
    const found = cell ? marks.filter((mark) => meets(onLine(mark, line), cell)) : [];
    for (const [name, value] of attributes(found)) token.attrSet(name, value);
  }
}

const cellsIn = (line: string): readonly Span[] =>
  pipeCells(line, trimmed(line, 0, line.length)).map(({ span }) => span);

/** The stretch of a line that a mark covers; one that cannot be met where it covers none. */
function onLine({ start, end }: TextMark, line: number): Span {
  if (line < start.line || end.line < line) return { from: -1, to: -1 };
  return {
    from: start.line < line ? 0 : start.character,
    to: line < end.line ? Number.MAX_SAFE_INTEGER : end.character,
  };
}

function attributes(marks: readonly TextMark[]): readonly (readonly [name: string, value: string])[] {
  if (marks.length === 0) return [];
  const wrong = marks.filter(({ state }) => state === 'wrong');
  const gravest = (['error', 'warning', 'info'] as const).find((severity) =>
    (wrong.length > 0 ? wrong : marks).some((mark) => mark.severity === severity),
  );
  return [
    ['data-gouji', `${wrong.length > 0 ? 'wrong' : 'involved'} ${gravest ?? 'info'}`],
    ['title', [...new Set(marks.map(({ message }) => message))].join('\n')],
    ...(wrong.length > 0 ? [['tabindex', '0'] as const] : []),
  ];
}

/** A cell of HTML from the end of its tag to the next tag of a table. */
const cell = /<t[dh]\b(?:[^>"']|"[^"]*"|'[^']*')*>/gi;
const cellEnd = /<\/?(?:t[dhr]|table|tbody|thead|tfoot)\b|$/i;

/** The same for HTML in a Markdown text, which is taken over as it stands: the tags of its cells get the attributes. */
export function markHtml(html: string, firstLine: number, marks: readonly TextMark[]): string {
  const near = marks.filter(
    ({ start, end }) => end.line >= firstLine && start.line <= firstLine + html.length,
  );
  if (near.length === 0) return html;
  const starts = lineStarts(html);
  const offset = ({ line, character }: Place): number =>
    line < firstLine ? -1 : (starts[line - firstLine] ?? html.length + 1) + character;
  const spans = near.map((mark) => ({ mark, span: { from: offset(mark.start), to: offset(mark.end) } }));
  return html.replace(cell, (tag, at: number) => {
    const from = at + tag.length;
    const words = trimmed(html, from, from + html.slice(from).search(cellEnd));
    const found = spans.filter(({ span }) => meets(span, words)).map(({ mark }) => mark);
    const added = attributes(found).map(([name, value]) => ` ${name}="${escaped(value)}"`);
    return tag.slice(0, 3) + added.join('') + tag.slice(3);
  });
}

const lineStarts = (text: string): readonly number[] => [
  0,
  ...[...text.matchAll(/\r\n?|\n/g)].map(({ index, 0: found }) => index + found.length),
];

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => entities[mark] ?? mark);
