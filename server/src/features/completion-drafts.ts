import { type Message, say } from '../base/message.ts';
import { contains, type Span } from '../base/span.ts';
import { blankReport } from '../model/blank-report.ts';
import { hashesFor, notationOf } from '../model/manuscript.ts';
import { gap, type Pieces } from '../model/pieces.ts';
import type { Report } from '../model/report.ts';
import {
  applicationsStatement,
  documentsStatement,
  evaluationStatement,
  feeStatement,
  outcomesStatement,
  periodStatement,
  problemStubs,
  topicHeading,
  type Year,
} from '../model/sentences.ts';
import { blankTable } from '../model/skeleton.ts';
import type { Line } from '../syntax/tree.ts';
import { type SectionId, tableOf } from '../template/index.ts';

/** A text on offer, before it is known what it takes the place of. */
export interface Draft {
  readonly label: string;
  readonly kind: 'heading' | 'sentence' | 'table' | 'report';
  readonly detail: Message;
  readonly pieces: Pieces;
}

/** A whole blank report, where nothing is written but the line being typed. */
export function wholeReportDrafts(report: Report, { full }: Line): readonly Draft[] {
  const { text } = report.tree;
  if (text.slice(0, full.from).trim() !== '' || text.slice(full.to).trim() !== '') return [];
  const { edition } = report;
  const outset = { organ: gap('机关名称'), year: yearOf(report), edition };
  return (['tab', 'pipe'] as const).map((notation) => ({
    label: notation === 'tab' ? '空白年报' : '空白年报（Markdown）',
    kind: 'report',
    detail: say('六个部分、空白表格和常用句，适用{0}', edition.source),
    pieces: blankReport({ ...outset, notation }),
  }));
}

/** Title, sections and topics that the report lacks; one half typed on this very line is still lacking. */
export function headingDrafts(report: Report, line: Line, hashes: string | undefined): readonly Draft[] {
  return [
    ...titleDraft(report, line, hashes),
    ...sectionDrafts(report, line, hashes),
    ...topicDrafts(report, line, hashes),
  ];
}

const on = (line: Line, span: Span): boolean => contains(line.full, span);

function titleDraft(report: Report, line: Line, hashes: string | undefined): readonly Draft[] {
  const { title, sections } = report;
  const first = sections.find((section) => section.kind === 'present');
  const below = first?.kind === 'present' && first.heading.span.from < line.full.from;
  if (below || (title && !on(line, title.span))) return [];
  const organ = report.organ !== undefined && title === undefined ? report.organ : gap('机关名称');
  return [
    {
      label: '年度报告标题',
      kind: 'heading',
      detail: say('机关名称 + 年度 + 政府信息公开工作年度报告'),
      pieces: [hashes ?? '', organ, yearOf(report), '年政府信息公开工作年度报告'],
    },
  ];
}

function sectionDrafts(report: Report, line: Line, hashes: string | undefined): readonly Draft[] {
  const marks = hashes ?? hashesFor(report, 1);
  return report.sections.flatMap((section): readonly Draft[] => {
    if (section.kind === 'present' && !on(line, section.heading.span)) return [];
    const { ordinal, heading, table, source } = section.template;
    const label = `${ordinal}、${heading}`;
    const alone: Draft = {
      label,
      kind: 'heading',
      detail: say('法定标题，依据：{0}', source),
      pieces: [marks + label],
    };
    if (table === undefined || report.tables[table].kind === 'bound') return [alone];
    const template = tableOf(report.edition, table);
    const rows = blankTable(template, notationOf(report));
    return [
      alone,
      {
        label: `${label}（附空白${template.name}）`,
        kind: 'heading',
        detail: say('法定标题和空白表格，数字待填'),
        pieces: [`${marks + label}\n\n${rows}`],
      },
    ];
  });
}

function topicDrafts(report: Report, line: Line, hashes: string | undefined): readonly Draft[] {
  const overview = report.sections.find(({ template }) => template.id === 'overview');
  if (overview?.kind !== 'present' || !contains(overview.body, line.span)) return [];
  const before = report.headings.filter(
    ({ level, ordinal, span }) =>
      level === 2 && ordinal !== undefined && overview.body.from <= span.from && span.from < line.full.from,
  );
  const marks = hashes ?? hashesFor(report, 2);
  return report.topics
    .filter(({ treated, heading }) => !treated || (heading && on(line, heading.span)))
    .map(({ template }) => ({
      label: topicHeading(before.length + 1, template.heading),
      kind: 'heading',
      detail: say('总体情况应写的方面'),
      pieces: [marks + topicHeading(before.length + 1, template.heading)],
    }));
}

/** The model sentences of the section a place lies in. */
export function sentenceDrafts(report: Report, offset: number): readonly Draft[] {
  const year = yearOf(report);
  const written = report.tree.text;
  const at = { from: offset, to: offset };
  switch (sectionAt(report, at)) {
    case undefined:
      return isPreamble(report, offset) && !written.includes('统计期限')
        ? [sentence('编制依据和统计期限', periodStatement(year, report.edition))]
        : [];
    case 'overview':
      return [
        sentence('申请件数（取自表三）', applicationsStatement(report, year)),
        sentence('办理结果（取自表三）', outcomesStatement(report)),
        sentence('规范性文件件数（取自表二）', documentsStatement(report, year)),
        ...(report.organKind === 'government' ? [sentence('考核、评议、追责', evaluationStatement)] : []),
      ];
    case 'problems':
      return [sentence('存在的主要问题', problemStubs[0] ?? []), sentence('改进措施', problemStubs[1] ?? [])];
    case 'other':
      return [sentence('信息处理费收取情况', feeStatement(year))];
    default:
      return [];
  }
}

const sentence = (label: string, pieces: Pieces): Draft => ({
  label,
  kind: 'sentence',
  detail: say('常用句，空处由起草人填写'),
  pieces,
});

/** The blank table of the section a place lies in, if it has none yet. */
export function tableDrafts(report: Report, offset: number): readonly Draft[] {
  const section = sectionAt(report, { from: offset, to: offset });
  const table = Object.values(report.tables).find(({ template }) => template.section === section);
  if (table?.kind !== 'absent') return [];
  return [
    {
      label: `空白${table.template.name}`,
      kind: 'table',
      detail: say('{0}，数字待填', table.template.title),
      pieces: [blankTable(table.template, notationOf(report))],
    },
  ];
}

function sectionAt({ sections }: Report, at: Span): SectionId | undefined {
  const found = sections.find((section) => section.kind === 'present' && contains(section.body, at));
  return found?.template.id;
}

/** Whether a place lies before the first section. */
const isPreamble = ({ sections }: Report, offset: number): boolean =>
  sections.every((section) => section.kind === 'missing' || offset <= section.heading.span.from);

const yearOf = ({ year }: Report): Year => (year === undefined ? gap('年度') : String(year));
