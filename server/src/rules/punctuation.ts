import { changed } from '../base/difference.ts';
import { type Message, say } from '../base/message.ts';
import { memory } from '../base/remembered.ts';
import { contains, type Span } from '../base/span.ts';
import { remembered } from '../model/prose/words.ts';
import type { BoundTable, Report } from '../model/report.ts';
import { boundTables } from '../model/tables.ts';
import type { TableTemplate } from '../template/index.ts';
import { defineRule, type Edit, mostAlike, type Problem } from './rule.ts';

export const punctuation = defineRule({
  id: 'punctuation',
  group: 'prose',
  title: '标点、括号、数字前后的空格不合中文习惯',
  severity: 'info',
  since: '0.1.0',
  reads: 'words',
  basis: '《标点符号用法》（GB/T 15834）；《党政机关公文格式》（GB/T 9704）：发文年份用六角括号',
  docs: `检查中文里的半角逗号、分号、冒号和括号，文号里的 [2021]、（2021），数字前后多余的空格，段末误作句号的点，重复的标点（、、和，。）。
每一种全文只报一次，列出前几处。
表格里的行名、列名和表注，也查半角逗号和括号。
网址、邮箱、时间、小数、英文里的半角标点，网页和表格里的空格，都不报。
修正一次改好同一种的各处，可以批量执行。`,

  *check(report) {
    const found: Mark[] = [];
    for (const { words, from } of report.passages())
      for (const mark of marksIn(words)) found.push(moved(mark, from));
    for (const table of boundTables(report))
      for (const mark of labelMarks(report.text, table)) found.push(mark);
    if (found.length === 0) return;
    const all = inOrder(found);
    const { markup } = report.tree;
    const outside =
      markup.length === 0 ? all : all.filter(({ span }) => !markup.some((region) => contains(region, span)));
    const byKind = new Map(kinds.map((kind): [Kind, Mark[]] => [kind, []]));
    for (const mark of outside) byKind.get(mark.kind)?.push(mark);
    for (const [kind, alike] of byKind) yield* problem(report, kind, alike);
  },
});

/** A line among the rows of a table may be read as a paragraph as well; each mark counts once. */
function inOrder(marks: readonly Mark[]): readonly Mark[] {
  const sorted = [...marks].sort((a, b) => a.span.from - b.span.from);
  return sorted.filter(({ span }, at) => sorted[at - 1]?.span.from !== span.from);
}

type Kind = 'comma' | 'bracket' | 'number' | 'blank' | 'stop' | 'twice';

const kinds: readonly Kind[] = ['comma', 'bracket', 'number', 'blank', 'stop', 'twice'];

interface Mark {
  readonly kind: Kind;
  readonly span: Span;
  readonly insert: string;
  /** The second of two marks that belong together, which are one place. */
  readonly closes: boolean;
}

const moved = ({ kind, span: { from, to }, insert, closes }: Mark, by: number): Mark => ({
  kind,
  span: { from: from + by, to: to + by },
  insert,
  closes,
});

function* problem({ text }: Report, kind: Kind, alike: readonly Mark[]): Iterable<Problem> {
  const places = alike.filter(({ closes }) => !closes);
  const [first, ...others] = places;
  if (!first) return;
  yield {
    span: first.span,
    message: messageFor(kind, text.slice(first.span.from, first.span.to), places.length),
    related: others.slice(0, mostAlike).map(({ span }) => ({ span, message: say('这里也有') })),
    fixes: [
      {
        title: titleFor(kind),
        safety: 'safe',
        edits: alike.map(({ span, insert }): Edit => ({ span, insert })),
      },
    ],
  };
}

function messageFor(kind: Kind, found: string, count: number): Message {
  switch (kind) {
    case 'comma':
      return say('中文里用了半角标点“{0}”，共 {1} 处。', found.trim(), count);
    case 'bracket':
      return say('中文里用了半角括号，共 {0} 处。', count);
    case 'number':
      return say('文号里的年份应当用六角括号〔〕，共 {0} 处。', count);
    case 'blank':
      return say('数字前后有多余的空格，共 {0} 处。', count);
    case 'stop':
      return say('段末的“{0}”应为句号“。”，共 {1} 处。', found, count);
    case 'twice':
      return say('标点“{0}”重复，共 {1} 处。', found, count);
  }
}

function titleFor(kind: Kind): Message {
  switch (kind) {
    case 'comma':
      return say('全部改为全角标点');
    case 'bracket':
      return say('全部改为全角括号');
    case 'number':
      return say('全部改为六角括号');
    case 'blank':
      return say('删去这些空格');
    case 'stop':
      return say('全部改为句号');
    case 'twice':
      return say('重复的标点只留一个');
  }
}

const wide: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};

const commas = /(?<=[一-龥》”」）])[,;:?!][ ]?(?=[一-龥《“「（]|[\r\n]|$)|(?<=[一-龥])[,;] ?(?=20\d\d年)/g;
const pairs = /(?<!\])[(（]([^()（）\r\n]{0,80})[)）]/g;
const issues = /(?<=[发函办字令文号])[[【（(](20\d\d)[\]】）)](?=第?\d{1,4}号)/g;
const gap = '[ \\u3000\\u00a0]';
/** Between a word and a number, on either side; numbers of telephones and in addresses keep their distance. */
const blanks = new RegExp(
  `(?<!${gap})${gap}{1,40}(?:(?=\\d{1,9}(?:[.,]\\d{1,4})?${gap}?[一-龥，。；、）%])(?<=[一-龥，。、；：（《“]${gap}{1,40})` +
    `|(?=[一-龥，。；、）%])(?<=(?:^|[^A-Za-z0-9=./_:&?-])\\d{1,9}${gap}{1,40}))`,
  'g',
);
const stops = /(?<=[一-龥])[.．](?=\s*$)/g;

/** The same mark twice, or a comma before a full stop; the last one is meant. */
const twice = /([，、；：。])\1+|[，、；]。/g;

const marksIn = remembered(({ source }): readonly Mark[] => {
  const found: Mark[] = [];
  const add = (kind: Kind, from: number, to: number, insert: string, closes = false) =>
    found.push({ kind, span: { from, to }, insert, closes });
  if (/[,;:?!]/.test(source)) {
    for (const { index, 0: mark } of source.matchAll(commas))
      add('comma', index, index + mark.length, wide[mark.charAt(0)] ?? mark);
  }
  const numbered = new Set<number>();
  for (const { index, 0: mark } of source.matchAll(issues)) {
    numbered.add(index);
    add('number', index, index + 1, '〔');
    add('number', index + mark.length - 1, index + mark.length, '〕', true);
  }
  if (/[()]/.test(source)) {
    for (const { index, 0: mark, 1: inside = '' } of source.matchAll(pairs)) {
      const last = mark.length - 1;
      const mixed = (mark.charAt(0) === '(') !== (mark.charAt(last) === ')');
      if (numbered.has(index) || !(mixed || (mark.startsWith('(') && /[一-龥]/.test(inside)))) continue;
      for (const at of [0, last]) {
        const insert = wide[mark.charAt(at)];
        if (insert !== undefined) add('bracket', index + at, index + at + 1, insert, at > 0 && !mixed);
      }
    }
  }
  // Without a full stop it may be a row of figures.
  const prose = source.includes('。') ? source.matchAll(blanks) : [];
  for (const { index, 0: blank } of prose) add('blank', index, index + blank.length, '');
  for (const { index } of source.matchAll(stops)) add('stop', index, index + 1, '。');
  for (const { index, 0: marks } of source.matchAll(twice))
    add('twice', index, index + marks.length, marks.slice(-1));
  return found.sort((a, b) => a.span.from - b.span.from);
});

/** The rows of a table with its headings above them. */
const whole = ({ span, header }: BoundTable): Span => ({
  from: Math.min(span.from, header.span?.from ?? span.from),
  to: span.to,
});

const labelCommas = /(?<=[一-龥])[,;:] ?(?=[一-龥])/g;
const labelPairs = /\(([^()（）\t|\r\n]{0,80})\)/g;

/** The tables as last seen: most come back from version to version. */
const lastSeen = memory<TableTemplate, Seen>();

interface Seen {
  readonly source: string;
  readonly marks: readonly Mark[];
}

/** Marks in the labels and the note of a table. */
function labelMarks(text: string, table: BoundTable): readonly Mark[] {
  const place = whole(table);
  const source = text.slice(place.from, place.to);
  if (!/[(,;:]/.test(source)) return [];
  const last = lastSeen.get(table.template);
  const marks = last ? marksSince(last, source) : marksAmongCells(source);
  lastSeen.set(table.template, { source, marks });
  return marks.map((mark) => moved(mark, place.from));
}

/** No mark goes over the end of a line: only the lines that differ are looked through again. */
function marksSince(last: Seen, source: string): readonly Mark[] {
  const edit = changed(last.source, source);
  if (!edit) return last.marks;
  const { from, to, inserted } = edit;
  const longer = inserted - (to - from);
  const start = from === 0 ? 0 : last.source.lastIndexOf('\n', from - 1) + 1;
  const end = last.source.indexOf('\n', to);
  if (end < 0) return marksAmongCells(source);
  const between = marksAmongCells(source.slice(start, end + longer));
  return [
    ...last.marks.filter(({ span }) => span.to <= start),
    ...between.map((mark) => moved(mark, start)),
    ...last.marks.filter(({ span }) => span.from >= end).map((mark) => moved(mark, longer)),
  ];
}

/** Figures have no Chinese characters around their points. */
function marksAmongCells(source: string): readonly Mark[] {
  const found: Mark[] = [];
  const add = (kind: Kind, from: number, length: number, insert: string | undefined, closes = false) => {
    if (insert !== undefined) found.push({ kind, span: { from, to: from + length }, insert, closes });
  };
  for (const { index, 0: mark } of source.matchAll(labelCommas))
    add('comma', index, mark.length, wide[mark.charAt(0)]);
  for (const { index, 0: mark, 1: inside = '' } of source.matchAll(labelPairs)) {
    if (!/[一-龥]/.test(inside)) continue;
    add('bracket', index, 1, '（');
    add('bracket', index + mark.length - 1, 1, '）', true);
  }
  return found;
}
