import type { Snapshot } from '../analysis/snapshot.ts';
import { contains, type Span, span } from '../base/span.ts';
import { lineAt } from '../model/manuscript.ts';
import type { Report } from '../model/report.ts';
import { type OutlineItem, outline } from './outline.ts';
import { placeAt, wholeCell } from './place.ts';

/** What to select as a selection grows: figure, cell, row, table, section, text; each strictly holds the one before. */
export function selections(of: Snapshot, offset: number): readonly Span[] {
  const report = of.report();
  if (!report.recognised) return [];
  const at = span(offset, offset);
  const parts = [
    ...atPlace(report, offset),
    ...lineAround(report, offset),
    ...partsAround(outline(of), at),
    span(0, report.text.length),
  ];
  const around = parts.filter((part) => contains(part, at) && part.from < part.to);
  return growing(around.sort((a, b) => a.to - a.from - (b.to - b.from)));
}

function atPlace(report: Report, offset: number): readonly Span[] {
  const place = placeAt(report, offset);
  if (place === undefined) return clauseAround(report, offset);
  switch (place.kind) {
    case 'cell':
      return [place.span, wholeCell(report.tree.text, place.span, place.table.layout)];
    case 'fact':
      return [place.fact.span, place.fact.full, place.fact.clause, place.fact.passage];
    case 'heading':
      return [place.heading.title, place.span];
    default:
      return [place.span];
  }
}

/** In prose: the paragraph, which may stand on several lines. */
function clauseAround(report: Report, offset: number): readonly Span[] {
  const found = report
    .passages()
    .find(({ from, words }) => from <= offset && offset <= from + words.source.length);
  return found ? [span(found.from, found.from + found.words.source.length)] : [];
}

/** The line without and with the blanks around it. */
function lineAround({ tree }: Report, offset: number): readonly Span[] {
  const line = lineAt(tree, offset);
  return line ? [line.span, line.full] : [];
}

const partsAround = (items: readonly OutlineItem[], at: Span): readonly Span[] =>
  items.flatMap(({ span: part, children }) =>
    contains(part, at) ? [part, ...partsAround(children, at)] : [],
  );

/** Only those that hold the one before, and more. */
function growing(parts: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  for (const part of parts) {
    const last = kept[kept.length - 1];
    if (!last || (contains(part, last) && part.to - part.from > last.to - last.from)) kept.push(part);
  }
  return kept;
}
