import { type EditionId, editionById } from '../../server/src/template/index.ts';
import { readMarked, withMarks } from './marked.ts';
import { joinParts, type PartName, partNames, sampleParts } from './sample.ts';

/** A fenced block of a page: its kind, the rest of the opening line, and where its text stands. */
interface Block {
  readonly kind: string;
  readonly info: string;
  readonly text: string;
  /** Lines of the text in the page, from inclusive, to exclusive. */
  readonly from: number;
  readonly to: number;
}

/** A report with marks and what is expected of it besides. */
export interface Case {
  readonly name: string;
  readonly report: Block;
  readonly options: CaseOptions;
  /** Block `before`: rows or a part (`with=`) of last year's report, which is the sample's otherwise. */
  readonly before: Block | undefined;
  /** Blocks `says`: the wording of the findings, one a line. */
  readonly says: Block | undefined;
  /** Blocks `fixed <title>`: the report after that fix. */
  readonly fixed: readonly Block[];
}

export interface CaseOptions {
  /** Rules looked at; all without it. */
  readonly only: readonly string[] | undefined;
  readonly edition: EditionId;
  readonly notation: 'pipe' | 'tab';
  /** Parts of the sample the report stands for, `rows` for lines of its tables; the report is whole without it. */
  readonly with: readonly PartName[] | 'rows' | undefined;
  /** Parts of the sample left out. */
  readonly without: readonly PartName[];
}

/** A page of cases. */
export interface Page {
  readonly title: string;
  readonly lines: readonly string[];
  readonly cases: readonly Case[];
}

export function readPage(markdown: string): Page {
  const lines = markdown.split('\n');
  const cases: Case[] = [];
  let name = '';
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.startsWith('## ')) name = line.slice(3).trim();
    const block = blockAt(lines, at);
    if (!block) continue;
    at = block.to;
    const last = cases.at(-1);
    if (block.kind === 'report')
      cases.push({
        name,
        report: block,
        options: optionsOf(block.info),
        before: undefined,
        says: undefined,
        fixed: [],
      });
    else if (last && block.kind === 'before') cases.splice(-1, 1, { ...last, before: block });
    else if (last && block.kind === 'says') cases.splice(-1, 1, { ...last, says: block });
    else if (last && block.kind === 'fixed') cases.splice(-1, 1, { ...last, fixed: [...last.fixed, block] });
    else throw new Error(`line ${block.from}: a block "${block.kind}" has no place here`);
  }
  return { title: (lines[0] ?? '').replace(/^# /, ''), lines, cases };
}

/** The page with some blocks' texts replaced. */
export function rewritten(page: Page, texts: ReadonlyMap<Block, string>): string {
  const lines = [...page.lines];
  const bottomUp = [...texts].sort(([a], [b]) => b.from - a.from);
  for (const [block, text] of bottomUp)
    lines.splice(block.from, block.to - block.from, ...(text === '' ? [] : text.split('\n')));
  return lines.join('\n');
}

function blockAt(lines: readonly string[], at: number): Block | undefined {
  const open = /^(`{3,})(\S+) ?(.*)$/.exec(lines[at] ?? '');
  if (!open) return undefined;
  const [, fence = '', kind = '', info = ''] = open;
  const to = lines.indexOf(fence, at + 1);
  if (to < 0) throw new Error(`line ${at + 1}: the block is not closed`);
  return { kind, info: info.trim(), text: lines.slice(at + 1, to).join('\n'), from: at + 1, to };
}

function optionsOf(info: string): CaseOptions {
  const given = new Map(
    info
      .split(' ')
      .filter(Boolean)
      .map((word) => pair(word)),
  );
  const unknown = [...given.keys()].filter(
    (key) => !['only', 'edition', 'notation', 'with', 'without'].includes(key),
  );
  if (unknown.length > 0) throw new Error(`no option ${unknown.join(', ')}`);
  const list = (key: string) => given.get(key)?.split(',');
  return {
    only: list('only'),
    edition: given.get('edition') === '2019' ? '2019' : '2021',
    notation: given.get('notation') === 'tab' ? 'tab' : 'pipe',
    with: given.get('with') === 'rows' ? 'rows' : list('with')?.map(partName),
    without: (list('without') ?? []).map(partName),
  };
}

function pair(word: string): readonly [string, string] {
  const at = word.indexOf('=');
  if (at < 0) throw new Error(`an option is written key=value: ${word}`);
  return [word.slice(0, at), word.slice(at + 1)];
}

function partName(text: string): PartName {
  const found = partNames.find((name) => name === text);
  if (!found) throw new Error(`the sample has no part ${text}`);
  return found;
}

/** A whole report in lines, and which of them the page shows. */
export interface Whole {
  readonly lines: readonly string[];
  readonly shown: readonly number[];
}

/** Completes what a page shows with the sample's other parts; marks stay where they are. */
export function completed(
  fragment: string,
  options: CaseOptions,
  which: 'thisYear' | 'lastYear' = 'thisYear',
): Whole {
  const lines = fragment.split('\n');
  if (options.with === undefined && options.without.length === 0)
    return { lines, shown: lines.map((_, at) => at) };
  const base = sampleParts(options.edition, options.notation, which);
  if (options.with === 'rows') return withRows(joinParts(base).split('\n'), lines, options);
  const [first, ...others] = options.with ?? [];
  const entries = partNames.map((name) => [name, partText(name)] as const);
  function partText(name: PartName): string | undefined {
    if (name === first) return fragment;
    return options.without.includes(name) || others.includes(name) ? undefined : base[name];
  }
  const present = entries.filter(([, text]) => text !== undefined);
  const place = present.findIndex(([name]) => name === first);
  const whole = joinParts(Object.fromEntries(present)).split('\n');
  // A block that stands for the last part says itself how the text ends.
  if (place >= 0 && place === present.length - 1) whole.pop();
  const before = place <= 0 ? [] : joinParts(Object.fromEntries(present.slice(0, place))).split('\n');
  return { lines: whole, shown: place < 0 ? [] : lines.map((_, at) => before.length + at) };
}

/** Last year's report of the sample's organ, with the rows a page gives of it; undefined where it gives none. */
export function lastYearText({ before, options }: Case): string | undefined {
  if (!before) return undefined;
  const part = optionsOf(before.info).with ?? 'rows';
  const { lines } = completed(before.text, { ...options, with: part, without: [] }, 'lastYear');
  return lines.join('\n');
}

/** Each line shown stands for the sample's line with the same row label. */
function withRows(base: readonly string[], rows: readonly string[], { edition }: CaseOptions): Whole {
  const labels = new Set(
    editionById(edition).tables.flatMap((table) => table.rows.map(({ label }) => label)),
  );
  const labelOf = (line: string) =>
    line
      .split(/[|\t]/)
      .map((cell) => cell.trim())
      .findLast((cell) => labels.has(cell));
  const shown = rows.map((row) => {
    const label = labelOf(readMarked(row).text);
    const at = label === undefined ? -1 : base.findIndex((line) => labelOf(line) === label);
    if (at < 0) throw new Error(`no row of the sample has the label of: ${row}`);
    return at;
  });
  const lines = base.map((line, at) => rows[shown.indexOf(at)] ?? line);
  return { lines, shown };
}

/** What of a whole text the page shows: the lines between those that the sample gave, whatever became of them. */
export function shownOf(text: string, before: Whole): string {
  const lines = text.split('\n');
  const first = before.shown[0] ?? 0;
  const last = before.shown.at(-1) ?? before.lines.length - 1;
  const original = readMarked(before.lines.join('\n')).text.split('\n');
  let head = 0;
  while (head < first && lines[head] === original[head]) head += 1;
  let tail = 0;
  while (tail < original.length - 1 - last && lines.at(-1 - tail) === original.at(-1 - tail)) tail += 1;
  return lines.slice(head, lines.length - tail).join('\n');
}

/** The marked lines a page shows of a marked whole; a mark in a line not shown is an error. */
export function markedShown(whole: Whole, marked: string): string {
  const lines = marked.split('\n');
  const hidden = lines.filter((line, at) => !whole.shown.includes(at) && /[«»]/.test(line));
  if (hidden.length > 0) throw new Error(`marks outside the lines shown:\n${hidden.join('\n')}`);
  return whole.shown.map((at) => lines[at] ?? '').join('\n');
}

/** One text has one marked form. */
export const canonicalMarks = (source: string): string => {
  const { text, marks } = readMarked(source);
  return withMarks(text, marks);
};
