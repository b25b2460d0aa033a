/**
 * Writes the two TextMate grammars under syntaxes/ from the words of the statutory form, so that a label stands in
 * one place only. `--check` writes nothing and fails when a file is stale.
 *
 * Every pattern is anchored or bounded, and no repetition can split one text in two ways: time grows with the line.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { editions } from '../src/template/index.ts';

interface Scope {
  readonly name: string;
}

interface Include {
  readonly include: string;
}

type Captures = Readonly<Record<string, Scope | { readonly patterns: readonly Include[] }>>;

interface Match {
  readonly name?: string;
  readonly match: string;
  readonly captures?: Captures;
}

interface Region {
  readonly name: string;
  readonly begin: string;
  readonly end: string;
  readonly patterns: readonly Include[];
}

interface Bundle {
  readonly patterns: readonly (Match | Region | Include)[];
}

type Pattern = Match | Region | Bundle;

export interface Grammar {
  readonly name: string;
  readonly scopeName: string;
  readonly injectionSelector?: string;
  readonly patterns: readonly Include[];
  readonly repository: Readonly<Record<string, Pattern>>;
}

const scope = (name: string): Scope => ({ name: `${name}.gouji-report` });
const include = (...names: readonly string[]): readonly Include[] =>
  names.map((name) => ({ include: `#${name}` }));

/** Blanks between letters and around cells; the ideographic space is one. */
const blank = '[ \\x{3000}]';
const hanNumeral = '[一二三四五六七八九十]';
const digit = '[0-9０-９]';
/** Numbering in front of a label: `一、`, `（二）`, `3.`. */
const mark = `(?:${hanNumeral}{1,3}${blank}?、|[（(]${blank}?(?:${hanNumeral}{1,3}|${digit}{1,2})${blank}?[）)]|${digit}{1,2}${blank}?[.．、](?!${digit}))`;

/** Marks that are the same in two widths. */
const widths: Readonly<Record<string, string>> = {
  '（': '[（(]',
  '）': '[）)]',
  '，': '[，,]',
  '、': '[、，,]',
  '：': '[：:]',
  '“': '[“"「]',
  '”': '[”"」]',
  '/': '[/／]',
};

/** A label as it may be written: blanks between its letters, marks in either width. */
function flexible(label: string): string {
  return [...label].map((letter) => widths[letter] ?? letter).join(`${blank}?`);
}

/** One of some labels; the longer ones first, since the first that fits is taken. */
function oneOf(labels: Iterable<string>): string {
  const sorted = [...new Set(labels)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return `(?:${sorted.map(flexible).join('|')})`;
}

const withoutMark = (label: string): string =>
  label.replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.)/, '');

const tables = editions.flatMap((edition) => edition.tables);
const sections = editions.flatMap((edition) => edition.sections);
const valueRows = tables.filter(({ id }) => id !== 'review').flatMap(({ rows }) => rows);
/** Groups whose label stands in front of rows; table two's stand above them, and the rest stand over columns. */
const rowGroups = new Set(valueRows.map(({ group }) => group));
const groups = tables.filter(({ id }) => id !== 'disclosure').flatMap((table) => table.groups);
const sideGroups = groups.filter(({ id }) => rowGroups.has(id));

const rowLabels = [...valueRows, ...sideGroups].map(({ label }) => withoutMark(label));
const columnLabels = [
  '信息内容',
  ...tables
    .flatMap(({ rows }) => rows)
    .flatMap(({ columns }) => columns.flatMap((of) => [of.label, ...(of.variants ?? [])])),
  ...groups.filter((group) => !sideGroups.includes(group)).map(({ label }) => label),
  ...tables.filter(({ id }) => id === 'review').flatMap(({ rows }) => rows.map(({ label }) => label)),
];
const rowWords = oneOf(rowLabels);
const columnWords = oneOf(columnLabels);
/** `总计` and `其他` head rows and columns in any table of the world; all others show a statutory one. */
const own = (words: string): boolean => words !== '总计' && words !== '其他';
const ownRowWords = oneOf(rowLabels.filter(own));
const ownWords = oneOf([...rowLabels, ...columnLabels].filter(own));
const headingWords = oneOf(sections.flatMap((of) => [of.heading, ...of.tolerated, ...of.aliases]));
const properHeadingWords = oneOf(sections.flatMap((of) => [of.heading, ...of.tolerated]));
const topicWords = oneOf(editions.flatMap(({ topics }) => topics.map(({ heading }) => heading)));
/** The first half of a side label that a narrow column has torn in two: `（三）不予` / `公开`. */
const tornWords = oneOf(sideGroups.map(({ label }) => withoutMark(label).slice(0, -2)));
const noteWords = flexible('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）');

const before = `(?<![^\\t| \\x{3000}])`;
const after = `(?=[\\t| \\x{3000}]|$)`;
const indent = `^[ \\t\\x{3000}]*`;
const hashes = `(?:(#{1,6})[ \\t\\x{3000}]*)?`;
const lineEnd = `(?=[ \\t\\x{3000}]*$)`;
const block = `第${blank}?二${blank}?十${blank}?条${blank}?第${blank}?[（(]${blank}?${hanNumeral}${blank}?[）)]${blank}?项`;
const label = `(?:${noteWords}|${block}|(?:${mark})?${blank}?(?:${rowWords}|${columnWords})|${mark}${blank}?${tornWords})`;
const figure = `[-+−]?${digit}+(?:[.．]${digit}+)?`;
const titleWords = `[^\\t|。；，！？]{0,60}?信${blank}?息${blank}?公${blank}?开[^\\t|。；，！？]{0,24}?报${blank}?告`;

/** A row's numbering and words. */
const labelled = (words: string): Match => ({
  match: `${before}${words}${after}`,
  captures: { 1: scope('keyword.other.ordinal'), 2: scope('entity.name.tag.row') },
});

/** What may stand in a cell of a statutory table, in either grammar. */
const cells: Readonly<Record<string, Pattern>> = {
  cell: { patterns: include('separator', 'note', 'block', 'label', 'mark', 'decimal', 'integer', 'nothing') },
  separator: {
    patterns: [
      { ...scope('punctuation.separator.table.rule'), match: `(?<![^|\\t ])(?::-+:?|-{2,}:?)(?=[ |\\t]|$)` },
      { ...scope('punctuation.separator.cell'), match: `\\t+|\\|` },
    ],
  },
  note: { ...scope('comment.block.note'), match: `${before}${noteWords}` },
  block: { ...scope('entity.name.type.block'), match: `${before}${block}${after}` },
  label: {
    patterns: [
      labelled(`(${mark})?${blank}{0,2}(${ownRowWords})`),
      { ...scope('variable.other.column'), match: `${before}${columnWords}${after}` },
      labelled(`(${mark})${blank}{0,2}(${rowWords}|${tornWords})`),
    ],
  },
  mark: { ...scope('keyword.other.ordinal'), match: `${before}${mark}` },
  decimal: {
    ...scope('constant.numeric.decimal'),
    match: `(?<![0-9A-Za-z０-９_.])${digit}+[.．]${digit}+[%％]?(?![0-9A-Za-z０-９_])`,
  },
  integer: {
    ...scope('constant.numeric.integer'),
    match: `(?<![0-9A-Za-z０-９_.])(?:${before}[-+−])?${digit}+(?:,${digit}{3}(?!${digit}))*[%％]?(?![0-9A-Za-z０-９_])`,
  },
  nothing: { ...scope('constant.language.blank'), match: `${before}(?:[/／—－-]{1,2}|无|空)${after}` },
};

/** The grammar of the language `gouji-report`. */
export const reportGrammar: Grammar = {
  name: 'gouji-report',
  scopeName: 'text.gouji-report',
  patterns: include('row', 'spaced-row', 'section', 'title', 'topic', 'item', 'prose'),
  repository: {
    row: {
      ...scope('meta.table.row'),
      begin: `^(?=[^\\t|]*[\\t|])`,
      end: '$',
      patterns: include('cell', 'prose'),
    },
    // Text from a PDF has nothing but blanks between the cells: a line of labels and figures only.
    'spaced-row': {
      ...scope('meta.table.row'),
      begin: `^(?=${blank}*(?:${label}|${figure})(?:${blank}+(?:${label}|${figure}))*${blank}*$)`,
      end: '$',
      patterns: include('cell'),
    },
    section: {
      patterns: [
        {
          ...scope('markup.heading.section'),
          match: `${indent}${hashes}(?:(${mark})${blank}*)?(${headingWords})${blank}?[、：:。]?${lineEnd}`,
          captures: {
            1: scope('punctuation.definition.heading'),
            2: scope('keyword.other.ordinal'),
            3: scope('entity.name.section'),
          },
        },
        {
          ...scope('markup.heading.section'),
          match: `${indent}${hashes}(${hanNumeral}{1,3}、)${blank}*[^\\t|。；]{1,40}$`,
          captures: { 1: scope('punctuation.definition.heading'), 2: scope('keyword.other.ordinal') },
        },
      ],
    },
    title: {
      ...scope('markup.heading.title'),
      match: `${indent}${hashes}(${titleWords})${lineEnd}`,
      captures: {
        1: scope('punctuation.definition.heading'),
        2: { patterns: include('integer', 'placeholder') },
      },
    },
    topic: {
      ...scope('markup.heading.topic'),
      match: `${indent}${hashes}([（(]${blank}?${hanNumeral}{1,3}${blank}?[）)]、?)${blank}*([^\\t|。；，：:,]{1,40})(?=[。：:]|[ \\t\\x{3000}]*$)`,
      captures: { 1: scope('punctuation.definition.heading'), 2: scope('keyword.other.ordinal') },
    },
    item: {
      match: `${indent}${hashes}(${mark})`,
      captures: { 1: scope('punctuation.definition.heading'), 2: scope('keyword.other.ordinal') },
    },
    prose: { patterns: include('address', 'placeholder', 'decimal', 'integer') },
    address: {
      ...scope('markup.underline.link'),
      match: `https?://[0-9A-Za-z._~:/?#@!$&'*+,;=%-]+|[0-9A-Za-z._-]{1,64}@[0-9A-Za-z.-]+`,
    },
    placeholder: {
      ...scope('invalid.illegal.placeholder'),
      match: `(?<![0-9A-Za-z])[Xx]{2,}(?![0-9A-Za-z])|[Ｘｘ×]{2,}|(?<![0-9A-Za-z])[XxＸｘ×](?=[年月日件条次期份项])|[_＿]{2,}|【[^】]{0,30}】|\\{\\{[^}]{0,30}\\}\\}`,
    },
    ...cells,
  },
};

const wordStart = `(?<![^# \\t\\x{3000}*])`;
const wordEnd = `(?=[ \\t\\x{3000}*]*$)`;

/** What is added to Markdown: statutory words only, so that any other Markdown text looks as ever. */
export const markdownGrammar: Grammar = {
  name: 'gouji-report in Markdown',
  scopeName: 'markdown.gouji-report.injection',
  injectionSelector:
    'L:text.html.markdown -markup.fenced_code -markup.raw -comment -meta.embedded -meta.table.row.gouji-report',
  patterns: include('section', 'topic', 'title', 'row', 'review-row'),
  repository: {
    section: {
      match: `${wordStart}(${hanNumeral}${blank}?、)${blank}*(${properHeadingWords})${wordEnd}`,
      captures: { 1: scope('keyword.other.ordinal'), 2: scope('entity.name.section') },
    },
    topic: {
      match: `${wordStart}([（(]${blank}?${hanNumeral}${blank}?[）)])${blank}*(${topicWords})${wordEnd}`,
      captures: { 1: scope('keyword.other.ordinal'), 2: scope('markup.heading.topic') },
    },
    title: {
      ...scope('markup.heading.title'),
      match: `${wordStart}(?![# \\t\\x{3000}*])${titleWords}${wordEnd}`,
    },
    row: {
      ...scope('meta.table.row'),
      begin: `(?<=\\|)${blank}*(?=(?:${mark}${blank}?${rowWords}|${ownWords}|${block}|${noteWords})${blank}*\\|)`,
      end: '$',
      patterns: include('cell'),
    },
    // Table four's line of figures has no label to know it by, but there is no other of fifteen counts.
    'review-row': {
      ...scope('meta.table.row'),
      begin: `(?<=\\|)(?=(?:${blank}*(?:${digit}+${blank}*)?\\|){15}${blank}*$)`,
      end: '$',
      patterns: include('cell'),
    },
    ...cells,
  },
};

/** The files this tool writes, by their path from the root of the project. */
export const grammarFiles: readonly (readonly [string, Grammar])[] = [
  ['syntaxes/gouji-report.tmLanguage.json', reportGrammar],
  ['syntaxes/gouji-markdown.injection.tmLanguage.json', markdownGrammar],
];

export const printed = (grammar: Grammar): string => `${JSON.stringify(grammar, null, 2)}\n`;

if (import.meta.main) {
  const root = new URL('../../', import.meta.url);
  for (const [file, grammar] of grammarFiles) {
    const url = new URL(file, root);
    if (!process.argv.includes('--check')) writeFileSync(url, printed(grammar));
    else if (readFileSync(url, 'utf8') !== printed(grammar)) {
      console.error(`${file} is stale: run server/tools/grammar.ts`);
      process.exitCode = 1;
    }
  }
}
