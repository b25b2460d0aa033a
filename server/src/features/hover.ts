import type { Snapshot } from '../analysis/snapshot.ts';
import type { Message } from '../base/message.ts';
import type { Span } from '../base/span.ts';
import { reportBefore } from '../model/last-year.ts';
import type { Report } from '../model/report.ts';
import { aboutCell } from './hover-cell.ts';
import { aboutHeading, aboutTitle } from './hover-heading.ts';
import { aboutColumn, aboutGroup, aboutRow } from './hover-label.ts';
import { aboutCitation, aboutFact } from './hover-prose.ts';
import { citationAt } from './links.ts';
import { type Place, placeAt } from './place.ts';

/** What is told of the place under the pointer: paragraphs and lists in Markdown. */
export interface Hover {
  readonly span: Span;
  /** One after the other, with a blank line between them; those of a list begin with `- `. */
  readonly blocks: readonly Message[];
}

/** What there is to tell of a place. `others` are reports that may be last year's of the same organ. */
export function hover(
  of: Snapshot,
  offset: number,
  others: () => readonly Report[] = () => [],
): Hover | undefined {
  const report = of.report();
  const citation = citationAt(report, offset);
  if (citation) return { span: citation.span, blocks: aboutCitation(citation) };
  const place = placeAt(report, offset);
  const blocks = place ? about(report, place, others) : [];
  return place && blocks.length > 0 ? { span: place.span, blocks } : undefined;
}

/** The report whose predecessor is worth a search beyond `others`: that of a cell, if none of them is it. */
export function seekingBefore(
  of: Snapshot,
  offset: number,
  others: () => readonly Report[],
): Report | undefined {
  const report = of.report();
  const place = placeAt(report, offset);
  return place?.kind === 'cell' && !reportBefore(report, others()) ? report : undefined;
}

function about(report: Report, place: Place, others: () => readonly Report[]): readonly Message[] {
  switch (place.kind) {
    case 'cell':
      return aboutCell(report, place.table, place.cell, others());
    case 'row':
      return aboutRow(place.table, place.row);
    case 'column':
      return aboutColumn(place.table, place.column);
    case 'group':
      return aboutGroup(place.table, place.group);
    case 'fact':
      return aboutFact(report, place.fact);
    case 'heading':
      return aboutHeading(report, place.heading);
    case 'title':
      return aboutTitle(report);
  }
}
