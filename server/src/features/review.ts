import type { Snapshot } from '../analysis/snapshot.ts';
import { type IdentityCounts, identityCounts, tableRead } from '../analysis/verdict.ts';
import type { Span } from '../base/span.ts';
import type { Report, SectionBinding, TableBinding } from '../model/report.ts';
import type { SectionId, TableId } from '../template/index.ts';
import type { Finding } from './findings.ts';

/** How a part of a report stands with its reviewer: by its worst finding; `open` could not be read with certainty. */
export type PartStanding = 'error' | 'warning' | 'info' | 'open' | 'passed';

/** One of the six statutory sections, or what stands above them, as a reviewer goes through it. */
export interface ReviewPart {
  readonly id: SectionId | 'opening';
  /** As the form words it: `三、收到和处理政府信息公开申请情况`; empty for the opening. */
  readonly name: string;
  /** The heading's line, or the first line; undefined where the section is missing. */
  readonly span: Span | undefined;
  readonly standing: PartStanding;
  readonly tables: readonly ReviewTable[];
  /** In the order of the text. */
  readonly findings: readonly Finding[];
}

/** A statutory table, present or not. */
export interface ReviewTable {
  readonly id: TableId;
  /** `表三`. */
  readonly name: string;
  readonly title: string;
  /** Undefined where the table is missing. */
  readonly span: Span | undefined;
  readonly standing: PartStanding;
  readonly identities: IdentityCounts;
}

/** A report part by part, with these findings where they stand; nothing for another text. */
export function review(of: Snapshot, shown: readonly Finding[]): readonly ReviewPart[] {
  const report = of.report();
  if (!report.recognised) return [];
  const placed = byPart(report, shown);
  const opening = partOf(report, undefined, placed.get('opening') ?? []);
  return [
    opening,
    ...report.sections.map((section) => partOf(report, section, placed.get(section.template.id) ?? [])),
  ];
}

function partOf(
  report: Report,
  section: SectionBinding | undefined,
  findings: readonly Finding[],
): ReviewPart {
  const worst = worstOf(findings);
  if (!section) {
    const span = report.title?.span ?? { from: 0, to: 0 };
    return { id: 'opening', name: '', span, standing: worst, tables: [], findings };
  }
  const { id, ordinal, heading } = section.template;
  const tables = Object.values(report.tables)
    .filter(({ template }) => template.section === id)
    .map((table) => tableOf(report, table, findings));
  const missing = section.kind === 'missing';
  return {
    id,
    name: `${ordinal}、${heading}`,
    span: missing ? undefined : section.heading.span,
    standing: worse(missing ? 'error' : worst, ...tables.map(({ standing }) => standing)),
    tables,
    findings,
  };
}

function tableOf(report: Report, table: TableBinding, findings: readonly Finding[]): ReviewTable {
  const { id, name, title } = table.template;
  const identities = identityCounts(report, id);
  const base = { id, name, title, identities };
  if (table.kind === 'absent') return { ...base, span: undefined, standing: 'error' };
  const within = findings.filter(({ span }) => table.span.from <= span.from && span.from <= table.span.to);
  const sums = identities.broken > 0 ? 'error' : tableRead(table) ? 'passed' : 'open';
  return { ...base, span: table.span, standing: worse(sums, worstOf(within)) };
}

const weights: readonly PartStanding[] = ['error', 'open', 'warning', 'info', 'passed'];

const worse = (...standings: readonly PartStanding[]): PartStanding =>
  weights.find((one) => standings.includes(one)) ?? 'passed';

const worstOf = (findings: readonly Finding[]): PartStanding =>
  worse(...findings.map(({ severity }) => (severity === 'hint' ? 'info' : severity)));

/** The findings by the part they stand in; one that tells of a missing section belongs to that section. */
function byPart(
  { sections }: Report,
  shown: readonly Finding[],
): ReadonlyMap<ReviewPart['id'], readonly Finding[]> {
  const parts = new Map<ReviewPart['id'], Finding[]>();
  const lost = sections.filter((section) => section.kind === 'missing');
  for (const finding of shown) {
    const at = finding.span.from;
    const gap =
      finding.rule === 'missing-section' ? lost.findIndex(({ expectedAt }) => expectedAt === at) : -1;
    const [missing] = gap < 0 ? [] : lost.splice(gap, 1);
    const id = missing?.template.id ?? sectionAt(sections, at);
    parts.set(id, [...(parts.get(id) ?? []), finding]);
  }
  return parts;
}

/** The section that begins last before a place, in whatever order the report has them. */
function sectionAt(sections: readonly SectionBinding[], at: number): ReviewPart['id'] {
  let best: { readonly id: ReviewPart['id']; readonly from: number } = { id: 'opening', from: -1 };
  for (const section of sections) {
    if (section.kind === 'missing') continue;
    const { from } = section.heading.span;
    if (from <= at && from > best.from) best = { id: section.template.id, from };
  }
  return best.id;
}
