import { type Edition, type SectionTemplate, tableOf } from '../template/index.ts';
import { organKindOf } from './organ.ts';
import { type Blank, flat, type Pieces } from './pieces.ts';
import {
  evaluationStatement,
  feeStatement,
  periodStatement,
  problemStubs,
  topicHeading,
  type Year,
} from './sentences.ts';
import { type Notation, tableText } from './skeleton.ts';

/** What is known of a report before it is written. */
export interface Outset {
  readonly organ: string | Blank;
  readonly year: Year;
  readonly edition: Edition;
  readonly notation: Notation;
  /** What last year's report carried out, by applicant, to stand in 上年结转; left out, the row is blank. */
  readonly carriedIn?: readonly string[];
}

/** A whole report to be filled in: headings, blank tables, model sentences. */
export function blankReport(outset: Outset): Pieces {
  const { organ, year, edition, notation } = outset;
  const title: Pieces = [notation === 'pipe' ? '# ' : '', organ, year, '年政府信息公开工作年度报告'];
  const paragraphs: readonly Pieces[] = [
    title,
    periodStatement(year, edition),
    ...edition.sections.flatMap((section) => [headingOf(section, notation), ...bodyOf(section, outset)]),
  ];
  return [
    ...paragraphs.flatMap((paragraph, at): Pieces => (at === 0 ? paragraph : ['\n\n', ...paragraph])),
    '\n',
  ];
}

const headingOf = ({ ordinal, heading }: SectionTemplate, notation: Notation): Pieces => [
  `${notation === 'pipe' ? '## ' : ''}${ordinal}、${heading}`,
];

function bodyOf({ id, table }: SectionTemplate, outset: Outset): readonly Pieces[] {
  if (table !== undefined) return [[blankTable(outset, table)]];
  switch (id) {
    case 'overview':
      return topicsOf(outset);
    case 'problems':
      return problemStubs;
    // Before 2021 no processing fee was charged.
    default:
      return outset.edition.id === '2019' ? [] : [feeStatement(outset.year)];
  }
}

function topicsOf({ edition, notation, organ }: Outset): readonly Pieces[] {
  const hashes = notation === 'pipe' ? '### ' : '';
  const headings = edition.topics.map(
    ({ heading }, at): Pieces => [`${hashes}${topicHeading(at + 1, heading)}`],
  );
  const governs = typeof organ === 'string' && organKindOf(organ) === 'government';
  return governs ? [...headings, evaluationStatement] : headings;
}

function blankTable(
  { edition, notation, carriedIn = [] }: Outset,
  id: NonNullable<SectionTemplate['table']>,
): string {
  return tableText(tableOf(edition, id), notation, (row, column) =>
    row.id === 'carriedIn' ? (carriedIn[row.columns.indexOf(column)] ?? '') : '',
  );
}

/** The text of a blank report, gaps included. */
export const blankReportText = (outset: Outset): string => flat(blankReport(outset));
