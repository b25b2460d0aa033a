import { seam, seamless } from '../base/seam.ts';
import { withoutSpace } from '../base/wording.ts';
import type { Line, SyntaxTree } from '../syntax/tree.ts';
import type { SectionId } from '../template/index.ts';
import { type HeadingLine, headingLine } from './heading-line.ts';
import type { Following } from './report.ts';
import { isTableLabel, isTopRow } from './row-words.ts';
import { endsLikeSection, likelySection, listedSection, type SectionMatch } from './section-words.ts';
import { type TitleFound, titleAt } from './title.ts';

/** A heading as it stands in the text, before the sections have been told apart. */
export interface RawHeading extends HeadingLine {
  /** As the numbering says; 0 for hash marks only, -1 without either. */
  readonly level: -1 | 0 | 1 | 2 | 3 | 4;
  /** The section its words may name. */
  readonly match: SectionMatch | undefined;
}

/** What one pass over the lines of the first report finds. */
export interface HeadingScan {
  readonly headings: readonly RawHeading[];
  /** What begins behind the report, and the line it begins on; nothing below is read. */
  readonly next: { readonly kind: Following['kind']; readonly line: number } | undefined;
}

interface State {
  readonly headings: RawHeading[];
  /** The section the last heading of one names. */
  section: SectionId | undefined;
  inTable: boolean;
  /** Different sections met so far. */
  readonly met: Set<SectionId>;
  /** Length of the text below the first section that is no heading: a table of contents has none. */
  written: number;
  /** A title below the later sections: a second report, if section one follows. */
  pending: TitleFound | undefined;
}

/** Walks the lines once, but for quoted ones; where a second report or an explanation begins, it ends. */
export function scanHeadings(tree: SyntaxTree, quoted: ReadonlySet<number>): HeadingScan {
  const state: State = {
    headings: [],
    section: undefined,
    inTable: false,
    written: 0,
    met: new Set(),
    pending: undefined,
  };
  for (const line of tree.lines) {
    if (line.shape === 'blank' || quoted.has(line.index)) continue;
    const heading = headingOf(tree, line, state);
    if (heading?.match?.id === 'overview' && state.pending) return ended(state, state.pending);
    if (heading) take(state, heading);
    else {
      state.inTable ||= opensTable(tree.text, line, state.section);
      if (state.section) state.written += line.span.to - line.span.from;
      if (!reportMayEnd(state)) continue;
      if (state.section === 'other' && isExplanation(tree.text, line))
        return { headings: state.headings, next: { kind: 'explanation', line: line.index } };
      state.pending ??= titleAt(tree, line.index);
    }
  }
  return { headings: state.headings, next: undefined };
}

/** Only a report that got as far as its last sections can be followed by another one. */
const reportMayEnd = ({ met, written }: State): boolean =>
  written > 100 && met.size >= 2 && (met.has('problems') || met.has('other'));

function ended({ headings }: State, { span, firstLine }: TitleFound): HeadingScan {
  const own = headings.filter((heading) => heading.span.from < span.from);
  return { headings: own, next: { kind: 'report', line: firstLine } };
}

const longestExplanation = 60;
const explaining = '(?:政策|图文|图片|文字|一图)?(?:解读|图解|图说|读懂|看懂)';
const explanation = new RegExp(
  `^${explaining}$|^${explaining}[^。；，]*(?:年度报告|年报)[》”"]?$|^[^。；，]*(?:年度报告|年报)[》”"]?的?${explaining}$`,
);

/** Whether a line is the title of an explanation for the public, which tells the report once more. */
function isExplanation(text: string, { span, marker }: Line): boolean {
  if (marker || span.to - span.from > longestExplanation) return false;
  return explanation.test(withoutSpace(text.slice(span.from, span.to)));
}

function take(state: State, heading: RawHeading): void {
  state.headings.push(heading);
  if (!heading.match || heading.level > 1) return;
  state.section = heading.match.id;
  state.met.add(heading.match.id);
  state.inTable = false;
  state.pending = undefined;
}

function headingOf(tree: SyntaxTree, line: Line, state: State): RawHeading | undefined {
  if (line.marker) return numbered(tree, line, state);
  const { from, to } = line.span;
  if (to - from < 4 || !mayEndSection(tree.text, line)) return undefined;
  if (to - from > 60 && (seamless(tree.text, from, to)?.words.length ?? 61) > 60) return undefined;
  const read = headingLine(tree, line);
  if (!read) return undefined;
  const match = listedSection(read.words) ?? likelySection(read.words, undefined);
  // `无其他需要报告的事项。` is what such a section says, not what it is called.
  if (!match?.exact && /^(?:暂?无|没有|本单位|本机关)/.test(read.words)) return undefined;
  return match && !(state.inTable && !match.exact) ? { ...read, level: -1, match } : undefined;
}

/** The last character but for emphasis and punctuation; looked at before anything dear. */
function mayEndSection(text: string, { span }: Line): boolean {
  let at = span.to - 1;
  while (at > span.from && `*。：|# \t${seam}`.includes(text.charAt(at))) at--;
  return endsLikeSection(text.charAt(at));
}

function numbered(tree: SyntaxTree, line: Line, state: State): RawHeading | undefined {
  const { marker } = line;
  const read = marker && headingLine(tree, line);
  if (!read || read.words === '') return undefined;
  const { level } = marker;
  const listed = listedSection(read.words);
  if (level === 1 && !listed && isTopRow(read.words)) {
    state.inTable = true;
    return undefined;
  }
  const match = listed ?? likely(read.words, line, state);
  if (match && (level <= 1 || match.exact)) return { ...joinedBelow(tree, read, match), level };
  // A numbered paragraph, or a torn row of a table: no outline gains by it.
  if (level === 1) return read.inline || state.inTable ? undefined : { ...read, level, match: undefined };
  if (inTable(tree.text, read, state)) return undefined;
  return { ...read, level, match: undefined };
}

/** Captions inside a table, `表二：主动公开政府信息情况`, come near the words of a section too. */
function likely(words: string, { marker }: Line, { inTable }: State): SectionMatch | undefined {
  if (!marker || marker.level > 1 || (marker.level === 0 && inTable)) return undefined;
  return likelySection(words, marker.ordinal);
}

/** Rows of the statutory tables are numbered like headings. */
function inTable(text: string, { line, words }: HeadingLine, state: State): boolean {
  state.inTable ||=
    opensTable(text, line, state.section) || (holdsTable(state.section) && isTableLabel(words));
  return state.inTable;
}

const holdsTable = (section: SectionId | undefined): boolean =>
  section === 'disclosure' || section === 'applications' || section === 'review';

/** What only statutory tables say; and in the sections that hold one, any line of several cells. */
function opensTable(text: string, { span, shape, marker }: Line, section: SectionId | undefined): boolean {
  const from = marker?.textFrom ?? span.from;
  if (text.startsWith('第二十条', from) || text.startsWith('信息内容', from)) return span.to - from < 60;
  if (holdsTable(section)) return shape !== 'text' || startsLikeNote(text, span.from);
  return startsLikeNote(text, span.from);
}

const startsLikeNote = (text: string, from: number): boolean => text.startsWith('本列数据', from + 1);

/** A heading broken over two lines, if the line below holds exactly what is missing. */
function joinedBelow(
  tree: SyntaxTree,
  read: HeadingLine,
  match: SectionMatch,
): HeadingLine & { match: SectionMatch } {
  const whole = { ...read, match };
  const below = tree.lines[read.line.index + 1];
  if (match.exact || read.inline || below?.shape !== 'text' || below.marker) return whole;
  const next = below.span.to - below.span.from <= 20 ? headingLine(tree, below) : undefined;
  const joined = next && listedSection(read.words + next.words);
  if (!next || joined?.wording !== 'statutory' || joined.id !== match.id) return whole;
  return {
    ...read,
    match: joined,
    span: { from: read.span.from, to: next.span.to },
    title: { from: read.title.from, to: next.title.to },
    words: read.words + next.words,
  };
}
