import type { SyntaxTree } from '../syntax/tree.ts';
import type { SectionId } from '../template/index.ts';
import type { Heading } from './report.ts';
import type { RawHeading } from './scan-headings.ts';
import { squeezed, type TitleFound } from './title.ts';

/** Headings as the report knows them: each with its level, and with the end of what belongs to it. */
export function bindHeadings(
  tree: SyntaxTree,
  raw: readonly RawHeading[],
  bound: ReadonlyMap<RawHeading, SectionId>,
  title: TitleFound | undefined,
  end: number,
): readonly Heading[] {
  const base = sectionHashes(raw, bound);
  const kept = raw.filter((heading) => isKept(heading, bound, title));
  const levels = kept.map((heading) => (bound.has(heading) ? 1 : levelOf(heading, base)));
  const ends = endsOf(tree, kept, levels, end);
  return kept.map((heading, at) =>
    toHeading(tree.text, heading, levels[at] ?? 1, bound.get(heading), ends[at] ?? end),
  );
}

/** Words without any mark are a heading only where they name a section nothing else names. */
function isKept(
  heading: RawHeading,
  bound: ReadonlyMap<RawHeading, SectionId>,
  title: TitleFound | undefined,
): boolean {
  if (bound.has(heading)) return true;
  if (heading.level < 0) return false;
  return !(title && title.firstLine <= heading.line.index && heading.line.index <= title.lastLine);
}

/** How many hash marks the sections have. */
function sectionHashes(raw: readonly RawHeading[], bound: ReadonlyMap<RawHeading, SectionId>): number {
  const first = raw.find((heading) => bound.has(heading) && (heading.line.marker?.hashes ?? 0) > 0);
  return first?.line.marker?.hashes ?? 2;
}

function levelOf({ level, line }: RawHeading, base: number): number {
  if (level > 0) return level;
  return Math.max(1, (line.marker?.hashes ?? base) - base + 1);
}

/** For each heading the start of the next one of its level or above: found from the end, with a stack. */
function endsOf(
  tree: SyntaxTree,
  kept: readonly RawHeading[],
  levels: readonly number[],
  end: number,
): readonly number[] {
  const ends: number[] = Array<number>(kept.length).fill(end);
  const open: number[] = [];
  for (let at = kept.length - 1; at >= 0; at--) {
    const level = levels[at] ?? 1;
    while (open.length > 0 && (levels[open.at(-1) ?? 0] ?? 1) > level) open.pop();
    const next = kept[open.at(-1) ?? -1];
    if (next) ends[at] = tree.lines[next.line.index]?.full.from ?? end;
    open.push(at);
  }
  return ends;
}

function toHeading(
  text: string,
  raw: RawHeading,
  level: number,
  section: SectionId | undefined,
  end: number,
): Heading {
  const { marker } = raw.line;
  return {
    span: raw.span,
    marker: marker?.span,
    title: raw.title,
    text: squeezed(text, raw.title),
    level,
    ordinal: marker?.ordinal === '' ? undefined : marker?.ordinal,
    regular: marker?.regular ?? true,
    section,
    body: { from: raw.span.to, to: Math.max(raw.span.to, end) },
  };
}
