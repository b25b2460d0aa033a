import { crease } from '../base/crease.ts';
import type { Span } from '../base/span.ts';

/** A line of a spreadsheet that was saved as text: cells parted by commas or semicolons, some between quotation marks. */
interface Record extends Span {
  readonly fields: readonly Field[];
}

interface Field extends Span {
  readonly quoted: boolean;
  readonly words: string;
}

/** So many rows of figures show that the commas of a text part cells. */
const enoughRows = 4;

/** Longer cells are prose: they keep their lines, and without quotation marks their commas. */
const longestCell = 60;

/** Two marks with nothing or a figure between them: so cells may be parted. */
export const separated = /[,;，] *"?[+＋\-－]?[\d０-９.．]*(?:件|条|项|份|起|宗|个|万元|元)?"? *[,;，]/;
const quotedInTabs = /(^|[\t\r\n])"([^"\t]{0,120})"(?=[\t\r\n]|$)/g;

/**
 * A text in which a saved spreadsheet has tabs between its cells, every character at its old place:
 * `规章,"1,234",0` reads like `规章⇥1,234⇥0`. A line break inside a cell does not end its row.
 */
export function withTabs(text: string): string {
  if (separated.test(text)) {
    for (const mark of [',', ';', '，']) {
      const records = recordsIn(text, mark);
      const rows = records.filter(isRow);
      if (rows.length >= enoughRows || rows.some(isLong)) return rewritten(text, records, commonWidth(rows));
    }
  }
  return text.includes('\t') && text.includes('"') ? unquotedCells(text) : text;
}

/** A row that a program has put between quotation marks cell by cell. */
const allQuoted = /^"[^"\t\r\n]*"(?:\t"[^"\t\r\n]*"){2,}$/m;

/** What a spreadsheet puts between quotation marks when it is copied: a cell with line breaks; some programs every cell. */
function unquotedCells(text: string): string {
  const every = allQuoted.test(text);
  return text.replace(quotedInTabs, (whole: string, before: string, words: string) =>
    every || /[\r\n]/.test(words) ? `${before} ${creased(words)} ` : whole,
  );
}

const creased = (words: string): string => words.replace(/[\r\n]/g, crease);

function recordsIn(text: string, mark: string): readonly Record[] {
  const field = new RegExp(`"((?:[^"]|""){0,4000})" *(?=[${mark}\\r\\n]|$)|[^${mark}\\r\\n]*`, 'y');
  const records: Record[] = [];
  let fields: Field[] = [];
  for (let at = 0; at <= text.length; at++) {
    field.lastIndex = at;
    const [whole = '', inside] = field.exec(text) ?? [];
    const to = at + whole.length;
    fields.push({ from: at, to, quoted: inside !== undefined, words: (inside ?? whole).trim() });
    at = to;
    if (text.charAt(at) === mark) continue;
    records.push({ from: fields[0]?.from ?? at, to, fields });
    fields = [];
  }
  return records;
}

const figure = /^[+＋\-－]?[\d０-９,.．]+(?:件|条|项|份|起|宗|个|万元|元)?$/;
const isPlace = ({ words }: Field): boolean => words === '' || figure.test(words);

/** A row of so many figures as table four is like no sentence. */
const isLong = ({ fields }: Record): boolean => fields.length >= 12 && fields.every(isPlace);

/** Words, and behind them places for figures, one of them filled. */
const isRow = (record: Record): boolean => isLong(record) || isShort(record);

const isShort = ({ fields }: Record): boolean =>
  fields.length > 2 &&
  fields.slice(0, 2).some((field) => !isPlace(field)) &&
  fields.slice(-2).every(isPlace) &&
  fields.some(({ words }) => figure.test(words)) &&
  fields.every(({ words }) => words.length <= longestCell && !/[\t|]/.test(words));

function commonWidth(rows: readonly Record[]): number {
  const counts = new Map<number, number>();
  for (const { fields } of rows) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}

function rewritten(text: string, records: readonly Record[], width: number): string {
  let result = '';
  let at = 0;
  for (const record of records) {
    const { from, to, fields } = record;
    result += text.slice(at, from) + (isCells(record, width) ? cellsOf(text, fields) : text.slice(from, to));
    at = to;
  }
  return result + text.slice(at);
}

/** Whether the marks of a line part cells, and are not commas of a sentence. */
const isCells = ({ fields }: Record, width: number): boolean =>
  (fields.length === width && fields[width - 1]?.words === '') ||
  fields.some(({ quoted }) => quoted) ||
  fields.every(({ words }) => words.length <= longestCell && !words.includes('。'));

/** A line of one long cell is a paragraph, and the marks behind it are none of its words. */
function cellsOf(text: string, fields: readonly Field[]): string {
  const filled = fields.filter(({ words }) => words !== '');
  const paragraph =
    filled.length === 1 && filled[0] === fields[0] && (filled[0]?.words.length ?? 0) > longestCell;
  return fields.map((field) => unquoted(text, field)).join(paragraph ? ' ' : '\t');
}

function unquoted(text: string, { from, to, quoted, words }: Field): string {
  const written = text.slice(from, to);
  if (!quoted) return written;
  const plain = written
    .replace('"', ' ')
    .replace(/"( *)$/, ' $1')
    .replaceAll('""', ' "');
  return words.length > longestCell ? plain : creased(plain);
}
