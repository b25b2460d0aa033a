import { changed, type Difference } from '../base/difference.ts';
import { remembered } from '../base/remembered.ts';
import type { Span } from '../base/span.ts';
import type { Line, SyntaxTree } from '../syntax/tree.ts';
import type { Structure } from './bind-structure.ts';
import { lineAt } from './manuscript.ts';
import { yearOfTitle } from './organ.ts';
import { isPageHead, isPageNumber } from './page-line.ts';
import type { Heading, Move, Report, SectionBinding, Title } from './report.ts';
import { shift } from './reuse.ts';

/** A structure taken from an earlier version. */
export interface Still {
  readonly structure: Structure;
  /** Whether the edit lies in a row of a table, away from all prose, or inside a long line of prose. */
  readonly place: 'row' | 'prose';
}

/**
 * The structure of an earlier version, put where it stands now, after an edit that cannot touch it:
 * inside a row of several cells, or deep inside a long line of prose, of a report whose six sections stand in order.
 * Undefined wherever that is not plain to see.
 */
export function stillStructure(tree: SyntaxTree, previous: Report, edit: Difference): Still | undefined {
  if (!isOrderly(previous)) return undefined;
  const place = inertPlace(edit, previous, tree);
  return place && { structure: moved(previous, moveOf(edit)), place };
}

/** The one edit that made a text out of an earlier one; undefined if nothing has changed. */
export const editOf = (previous: Report, { text, since }: SyntaxTree): Difference | undefined =>
  since?.text === previous.text ? since.edit : changed(previous.text, text);

/** Where an edit sends the places of the text. */
export const moveOf = ({ from, to, inserted }: Difference): Move => ({
  by: 0,
  edited: { from, to, longer: inserted - (to - from) },
});

/** The line of a text that an edit lies in, if it leaves as many lines and they are written as they are read. */
export function soleLine(
  { from, to, inserted }: Difference,
  { text, source, lines }: SyntaxTree,
  now: SyntaxTree,
): Span | undefined {
  if (text !== source || now.text !== now.source) return undefined;
  const line = lineAt({ lines }, from)?.full;
  if (!line || from < line.from || to > line.to) return undefined;
  // Without anything between them two line breaks may become one.
  const isGone = line.from === from && line.to === to && inserted === 0;
  return isGone || /[\r\n]/.test(now.text.slice(from, from + inserted)) ? undefined : line;
}

/** Whether an edit lies in a cell that had nothing but digits in it before, and has nothing else now. */
export const amongDigits = ({ from, to, inserted }: Difference, before: string, now: string): boolean =>
  isAmongDigits(before, from, to) && isAmongDigits(now, from, from + inserted);

function isAmongDigits(text: string, from: number, to: number): boolean {
  let start = from;
  while (isDigit(text.charAt(start - 1))) start--;
  let end = start;
  while (isDigit(text.charAt(end))) end++;
  if (end === start || end < to) return false;
  while (text.charAt(start - 1) === ' ') start--;
  while (text.charAt(end) === ' ') end++;
  return /[\t|]/.test(text.charAt(start - 1)) && /[\t|\r\n]|^$/.test(text.charAt(end));
}

const isDigit = (character: string): boolean => character >= '0' && character <= '9';

/** Short texts are still being written; there any line can turn out to be anything. */
const longEnough = 1500;

function isOrderly({ text, tree, title, sections, followedBy, sideBySide }: Report): boolean {
  if (text.length < longEnough || tree.markup.length > 0 || followedBy || sideBySide) return false;
  if (!title || yearNamed(title) === undefined) return false;
  let last = 0;
  for (const section of sections) {
    if (section.kind !== 'present' || section.heading.span.from < last) return false;
    last = section.heading.span.to;
  }
  return true;
}

const yearNamed = remembered(({ text }: Title) => yearOfTitle(text));

/** The beginning of a line tells what it is; an edit behind it changes nothing. */
const telling = 12;
const longProse = 80;

function inertPlace(
  { from, to, inserted }: Difference,
  previous: Report,
  tree: SyntaxTree,
): 'row' | 'prose' | undefined {
  const now = tree.lines;
  if (previous.tree.lines.length !== now.length || tree.markup.length > 0) return undefined;
  const old = lineAt(previous.tree, from);
  const fresh = old && now[old.index];
  if (!old || !fresh || old.full.from !== fresh.full.from) return undefined;
  if (to > old.full.to || from + inserted > fresh.full.to) return undefined;
  const section = sectionAt(previous.sections, from);
  // Of a heading that stands twice the one with more text below it counts.
  if (section?.kind !== 'present' || section.duplicates.length > 0) return undefined;
  const inTable = section.template.table !== undefined;
  const isCells = (text: string, line: Line): boolean =>
    isRow(text, line) && !mayBeProse(text, line, previous.title);
  if (inTable && isCells(previous.text, old) && isCells(tree.text, fresh)) return 'row';
  const deep = from - Math.max(old.span.from, section.body.from) >= telling;
  return deep && isProse(old) && isProse(fresh) ? 'prose' : undefined;
}

const isProse = ({ shape, marker, span }: Line): boolean =>
  shape === 'text' && marker === undefined && span.to - span.from > longProse;

/** Words on both sides of a tab or a bar: such a line is never a heading. */
function isRow(text: string, { shape, span }: Line): boolean {
  if (shape !== 'tab' && shape !== 'pipe') return false;
  const mark = shape === 'tab' ? '\t' : '|';
  const first = text.indexOf(mark, span.from + 1);
  return (
    first > 0 &&
    first < span.to &&
    /[^\s|]/.test(text.slice(first, span.to)) &&
    /[^\s|]/.test(text.slice(span.from, first))
  );
}

/** A line of cells above or below the table is a paragraph if it holds a sentence, and may be the head or number of a page. */
const mayBeProse = (text: string, { span }: Line, title: Report['title']): boolean =>
  text.slice(span.from, span.to).includes('。') || isPageNumber(text, span) || isPageHead(text, span, title);

const sectionAt = (sections: readonly SectionBinding[], place: number): SectionBinding | undefined =>
  sections.find((one) => one.kind === 'present' && one.body.from <= place && place < one.body.to);

function moved(previous: Report, move: Move): Structure {
  const { title, organ, organKind, year, headings, sections, recognised } = previous;
  const known = new Map<Heading, Heading>();
  const heading = (one: Heading): Heading => {
    const there = known.get(one) ?? shiftHeading(one, move);
    known.set(one, there);
    return there;
  };
  return {
    recognised,
    title: title && movedTitle(title, move),
    organ,
    organKind,
    year,
    sections: sections.map((section) =>
      section.kind === 'present'
        ? {
            ...section,
            heading: heading(section.heading),
            body: shift(section.body, move),
            duplicates: section.duplicates.map(heading),
          }
        : section,
    ),
    headings: headings.map(heading),
    followedBy: undefined,
    end: previous.text.length + (move.edited?.longer ?? 0),
  };
}

function movedTitle(title: Title, move: Move): Title {
  const span = shift(title.span, move);
  return span === title.span ? title : { ...title, span };
}

/** What ends before the edit stays as it is. */
const shiftHeading = (heading: Heading, move: Move): Heading =>
  heading.body.to < (move.edited?.from ?? 0)
    ? heading
    : {
        ...heading,
        span: shift(heading.span, move),
        marker: heading.marker && shift(heading.marker, move),
        title: shift(heading.title, move),
        body: shift(heading.body, move),
      };
