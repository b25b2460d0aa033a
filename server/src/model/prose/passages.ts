import { contains, type Span } from '../../base/span.ts';
import type { Line, SyntaxTree } from '../../syntax/tree.ts';
import type { SectionId } from '../../template/index.ts';
import { quotedLines } from '../fences.ts';
import { isPageHead, isPageNumber } from '../page-line.ts';
import type { Heading, Report } from '../report.ts';
import { type Words, wordsOf } from './words.ts';

/** A paragraph or a sub-heading outside the tables, with its hard-wrapped lines joined. */
export interface Passage {
  readonly words: Words;
  /** Where it begins in the text: a place in the words' source is a place in the text less this. */
  readonly from: number;
  /** The statutory section it stands in; undefined before the first one. */
  readonly section: SectionId | undefined;
  /** `heading`: a line that is nothing but a heading below the first level. */
  readonly kind: 'paragraph' | 'heading';
  /** The words of the nearest heading above it or in it, below the first level; empty without one. */
  readonly topic: string;
  /** Whether the paragraph above breaks off, so that this one may begin in the middle of a sentence. */
  readonly continued: boolean;
}

type Source = Pick<Report, 'tree' | 'title' | 'headings' | 'sections' | 'tables' | 'followedBy'>;

/** The prose of a report, in the order of the text. Title, statutory headings and tables are no prose. */
export function findPassages(report: Source): readonly Passage[] {
  const { tree } = report;
  const passages: Passage[] = [];
  let open: Open | undefined;
  const close = () => {
    if (open) passages.push(toPassage(tree, open, passages[passages.length - 1]));
    open = undefined;
  };
  for (const found of proseLines(report)) {
    if (!found) {
      close();
      continue;
    }
    const { line, section, kind, topic } = found;
    if (kind === 'page') continue;
    if (kind !== 'paragraph' || !open || !continues(tree.text, open, line, section)) close();
    if (open) open.last = line;
    else open = { from: line.span.from, last: line, section, kind, topic };
    if (kind === 'heading') close();
  }
  close();
  return passages;
}

interface Open {
  readonly from: number;
  /** The last of its lines so far. */
  last: Line;
  readonly section: SectionId | undefined;
  readonly kind: Passage['kind'];
  readonly topic: string;
}

/** No paragraph is longer; what is left of one that pretends to be is not looked at. */
export const longestPassage = 10_000;

const toPassage = (
  { text }: SyntaxTree,
  { from, last, section, kind, topic }: Open,
  above: Passage | undefined,
): Passage => ({
  words: wordsOf(text.slice(from, Math.min(last.span.to, from + longestPassage))),
  from,
  section,
  kind,
  topic,
  continued: kind === 'paragraph' && above !== undefined && above.section === section && breaksOff(above),
});

/** Lines shorter than this were not broken because they were full. */
const fullLine = 18;

/** Whether a paragraph of a line at least ends in the middle of a sentence, with or without a comma. */
export const breaksOff = ({ kind, words: { text } }: Pick<Passage, 'kind' | 'words'>): boolean =>
  kind === 'paragraph' && text.length >= fullLine && /[一-龥\d、，]$/.test(text);

/** Whether a line goes on with the sentence of the one before, which was broken because it was full. */
function continues(text: string, open: Open, line: Line, section: SectionId | undefined): boolean {
  if (section !== open.section || line.marker || open.kind === 'heading') return false;
  const end = text.charAt(open.last.span.to - 1);
  if ('。！？：!?:'.includes(end)) return false;
  return '，、,'.includes(end) || open.last.span.to - open.last.span.from >= fullLine;
}

interface ProseLine {
  readonly line: Line;
  readonly section: SectionId | undefined;
  /** `page`: the head or the number of a page, which may stand in the middle of a sentence. */
  readonly kind: Passage['kind'] | 'page';
  readonly topic: string;
}

/** The lines one after the other; undefined for one that is no prose, and an end of what stands before it. */
function* proseLines(report: Source): Iterable<ProseLine | undefined> {
  const { tree, followedBy } = report;
  const quoted = quotedLines(tree);
  const ground = groundOf(report);
  const end = followedBy?.at ?? tree.text.length;
  for (const line of tree.lines) {
    if (line.full.from >= end && line.full.from > 0) return;
    if (line.shape === 'blank' || quoted.has(line.index)) {
      yield undefined;
      continue;
    }
    const { section, heading, topic } = ground(line);
    const kind = kindOf(report, line, section, heading);
    yield kind && { line, section, kind, topic };
  }
}

interface Ground {
  readonly section: SectionId | undefined;
  /** The heading that stands on the line. */
  readonly heading: Heading | undefined;
  readonly topic: string;
}

/** Tells for lines in the order of the text where they stand. */
function groundOf({ sections, headings }: Source): (line: Line) => Ground {
  let next = 0;
  let topic = '';
  const bodies = sections.flatMap((section) =>
    section.kind === 'present'
      ? [{ id: section.template.id, span: section.body, at: section.heading.span.from }]
      : [],
  );
  return ({ full }) => {
    let heading: Heading | undefined;
    for (; (headings[next]?.span.from ?? Number.POSITIVE_INFINITY) <= full.to; next++) {
      heading = headings[next];
      topic = heading === undefined || heading.level <= 1 || heading.section ? '' : heading.text;
    }
    const body = bodies.find(({ span, at }) => at <= full.to && full.from < span.to);
    return { section: body?.id, heading, topic };
  };
}

function kindOf(
  { tree: { text }, title, tables }: Source,
  { span, shape }: Line,
  section: SectionId | undefined,
  heading: Heading | undefined,
): ProseLine['kind'] | undefined {
  if (title && span.from < title.span.to && title.span.from < span.to) return undefined;
  const table = section && tableIn(section, tables);
  if (table?.kind === 'bound' && contains(table.span, span)) return undefined;
  if (isPageNumber(text, span) || isPageHead(text, span, title)) return 'page';
  if (heading && (heading.level <= 1 || heading.section)) return undefined;
  if (shape === 'pipe') return undefined;
  const cells = shape === 'tab' && text.slice(span.from, span.to).includes('\t');
  if (heading && heading.span.to >= span.to) return cells ? undefined : 'heading';
  // Labels and cells are no sentences, wherever they stand.
  if (!table && !cells) return 'paragraph';
  return text.slice(span.from, span.to).includes('。') ? 'paragraph' : undefined;
}

function tableIn(section: SectionId, tables: Report['tables']) {
  if (section === 'disclosure' || section === 'applications' || section === 'review') return tables[section];
  return undefined;
}

/** The same stretch of a passage's source, as a place in the text. */
export const inText = ({ from }: Pick<Passage, 'from'>, span: Span): Span => ({
  from: span.from + from,
  to: span.to + from,
});
