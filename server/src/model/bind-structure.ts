import type { SyntaxTree } from '../syntax/tree.ts';
import { editionById, editionForYear, type SectionId } from '../template/index.ts';
import { bindHeadings } from './bind-headings.ts';
import { bindSections, chooseSections, type SectionChoice, withoutContents } from './bind-sections.ts';
import { quotedLines } from './fences.ts';
import { withHeadless } from './headless.ts';
import { organKindOf, organOfTitle, yearOfPeriod, yearOfTitle } from './organ.ts';
import type { Following, Heading, OrganKind, SectionBinding, Title } from './report.ts';
import { type RawHeading, scanHeadings } from './scan-headings.ts';
import { findTitle, type TitleFound } from './title.ts';

/** A report without its tables: who reports on which year, under which headings. */
export interface Structure {
  readonly recognised: boolean;
  readonly title: Title | undefined;
  readonly organ: string | undefined;
  readonly organKind: OrganKind;
  readonly year: number | undefined;
  readonly sections: readonly SectionBinding[];
  readonly headings: readonly Heading[];
  readonly followedBy: Following | undefined;
  /** Where the first report ends: the end of the text, or where something else begins. */
  readonly end: number;
}

/** Finds title, headings and sections of the first report in a text. Never fails; time grows linearly. */
export function bindStructure(tree: SyntaxTree): Structure {
  const quoted = quotedLines(tree);
  const { headings: all, next } = scanHeadings(tree, quoted);
  const outlined = withoutContents(tree.text, all);
  const followedBy = next && { kind: next.kind, at: lineStart(tree, next.line) };
  const end = followedBy?.at ?? tree.text.length;
  const picked = { choice: chooseSections(tree.text, outlined, end), raw: outlined };
  const { choice, raw } = withHeadless(tree, picked, { quoted, end });
  const found = findTitle(tree, firstSectionLine(tree, choice), next?.line ?? tree.lines.length, quoted);
  const bound = sectionsByHeading(choice);
  const headings = bindHeadings(tree, raw, bound, found, end);
  const byStart = new Map(headings.map((heading) => [heading.span.from, heading]));
  const year = yearOf(tree, found, end);
  const edition = (year === undefined ? undefined : editionForYear(year)) ?? editionById('2021');
  const sections = bindSections(tree, edition, choice, ({ span }) => byStart.get(span.from), end);
  const organ = found && organOfTitle(found.text);
  return {
    recognised: isReport(found, organ, sections),
    title: found && toTitle(found, sections),
    organ,
    organKind: organKindOf(organ),
    year,
    sections,
    headings,
    followedBy,
    end,
  };
}

const lineStart = (tree: SyntaxTree, index: number): number =>
  tree.lines[index]?.full.from ?? tree.text.length;

function firstSectionLine(tree: SyntaxTree, { chosen, duplicates }: SectionChoice): number {
  const all = [...chosen.values(), ...[...duplicates.values()].flat()];
  return all.reduce((first, { line }) => Math.min(first, line.index), tree.lines.length);
}

function sectionsByHeading({ chosen, duplicates }: SectionChoice): ReadonlyMap<RawHeading, SectionId> {
  const repeated = [...duplicates].flatMap(([id, headings]) =>
    headings.map((heading) => [heading, id] as const),
  );
  return new Map([...repeated, ...[...chosen].map(([id, heading]) => [heading, id] as const)]);
}

/** From the title; a title without one leaves it to the period of the statistics. */
function yearOf(tree: SyntaxTree, title: TitleFound | undefined, end: number): number | undefined {
  return (title && yearOfTitle(title.text)) ?? yearOfPeriod(tree.text.slice(0, end));
}

function toTitle({ span, text }: TitleFound, sections: readonly SectionBinding[]): Title {
  const belowHeading = sections.some(
    (section) => section.kind === 'present' && section.heading.span.from < span.from,
  );
  return { span, text, belowHeading };
}

/** Words that other reports use too, such as 其他事项, do not make a report; the law's own words do. */
function isReport(
  title: TitleFound | undefined,
  organ: string | undefined,
  sections: readonly SectionBinding[],
): boolean {
  const named = title !== undefined && (organ !== undefined || yearOfTitle(title.text) !== undefined);
  const present = sections.filter((section) => section.kind === 'present');
  const telling = present.filter(
    ({ wording, template }) => wording !== 'different' || template.table !== undefined,
  );
  return named || telling.length >= 2 || (title !== undefined && present.length > 0);
}
