import type { Span } from '../../base/span.ts';
import { lineAt } from '../../model/manuscript.ts';
import type { Heading, Report } from '../../model/report.ts';
import type { Line, SyntaxTree } from '../../syntax/tree.ts';
import { squeezed } from './free-words.ts';
import { notesIn, ownWords, type Source } from './source.ts';

/** The title or a heading that has its lines to itself, and how deep it stands: 1 for the title, 2 for a section. */
export interface HeadingPlace {
  readonly place: Span;
  readonly depth: number;
  readonly words: string;
}

/** The title and the headings to be marked as such; run-in headings and the items of a list are paragraphs. */
export function headingPlaces(source: Source): readonly HeadingPlace[] {
  const { report } = source;
  const title = titlePlace(source);
  const opening = openingRuns(report);
  const headings = report.headings
    .filter((heading) => isOutline(report, heading, opening))
    .flatMap((heading) => placeOf(source, heading.span, heading.level + 1) ?? []);
  return [...(title ? [title] : []), ...headings].sort((a, b) => a.place.from - b.place.from);
}

/** Deeper headings than Markdown has look like its deepest. */
const deepest = 6;

function titlePlace(source: Source): HeadingPlace | undefined {
  const { title } = source.report;
  const found = title && placeOf(source, title.span, 1);
  // `标题：` in front and the like: the line is somebody else's.
  return found && bare(found.words).startsWith(bare(title.text)) ? found : undefined;
}

const bare = (words: string): string => squeezed(words).replace(/[*#。]/g, '');

/** Words that begin a line and end one, with the lines joined; undefined if more follows behind them. */
function placeOf(source: Source, span: Span, depth: number): HeadingPlace | undefined {
  const { tree } = source.report;
  const lines = linesOf(tree, span);
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last || !/^[\s|*#。]*$/.test(tree.text.slice(span.to, last.span.to))) return undefined;
  const words = lines.map((line) => ownWords(source, line)).reduce(joined, '');
  if (words === '' || words.startsWith('>')) return undefined;
  const place = { from: first.full.from, to: last.full.to };
  const written = [words, ...notesIn(source, place)].join(' ');
  return { place, depth: Math.min(depth, deepest), words: written };
}

function linesOf(tree: SyntaxTree, { from, to }: Span): readonly Line[] {
  const first = lineAt(tree, from);
  const last = lineAt(tree, to);
  if (!first || !last) return [];
  return tree.lines.slice(first.index, last.index + 1).filter(({ shape }) => shape !== 'blank');
}

/** Chinese needs no blank where a line was broken; digits and Latin letters on both sides do. */
const joined = (before: string, next: string): string =>
  before + (/\w$/.test(before) && /^\w/.test(next) ? ' ' : '') + next;

/** Whether a heading opens a part of the report. Marked ones do, and sections; of the others the run tells. */
function isOutline(report: Report, heading: Heading, opening: ReadonlySet<Heading>): boolean {
  const { marker, section, level } = heading;
  if (section || (marker && report.text.charAt(marker.from) === '#')) return true;
  if (level === 1) return !isSentence(report, heading);
  return opening.has(heading) && looksLikeHeading(report, heading);
}

const longestSentence = 20;
const longestHeading = 30;

/** A heading with a full stop is short and has text below; without one it may still be waiting for its text. */
function looksLikeHeading(report: Report, heading: Heading): boolean {
  const { text } = heading;
  if (!isSentence(report, heading)) return text.length <= longestHeading && !/[，；。]/.test(text);
  return text.length <= longestSentence && !/[，；。]/.test(text) && hasText(report, heading);
}

const isSentence = ({ text }: Report, { span }: Heading): boolean =>
  /[。；：，！？;:,!?]\**$/.test(text.slice(span.from, span.to));

/** Whether anything stands between a heading and the next one of its level or above. */
const hasText = ({ text }: Report, { body }: Heading): boolean =>
  text.slice(body.from, body.to).trim() !== '';

/** Items of a list follow each other; of headings at least one that is not the last has text below. */
function opensParts(report: Report, run: readonly Heading[]): boolean {
  const [only] = run;
  if (run.length === 1) return only !== undefined && hasText(report, only);
  return run.slice(0, -1).some((heading) => hasText(report, heading));
}

/** The headings that stand in a run of their level, between two of the levels above, which opens parts. */
function openingRuns(report: Report): ReadonlySet<Heading> {
  const runs: Heading[][] = [];
  let open: Heading[][] = [];
  for (const heading of report.headings) {
    const run = open[heading.level] ?? [];
    if (run.length === 0) runs.push(run);
    run.push(heading);
    open = open.slice(0, heading.level);
    open[heading.level] = run;
  }
  return new Set(runs.filter((run) => opensParts(report, run)).flat());
}
