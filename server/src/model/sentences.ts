import { chineseOrdinal } from '../base/numerals.ts';
import type { Edition } from '../template/index.ts';
import { certainFigure } from './cells.ts';
import { type Blank, figureGap, type Pieces } from './pieces.ts';
import type { Report } from './report.ts';

/** A year that is known, or a gap for it. */
export type Year = string | Blank;

/** The paragraph before section one: basis and period of the statistics. */
export const periodStatement = (year: Year, { source }: Edition): Pieces => [
  `本报告依据《中华人民共和国政府信息公开条例》和${source}所附格式编制，所列数据的统计期限自`,
  year,
  '年1月1日起至',
  year,
  '年12月31日止。',
];

/** The statement on the processing fee in section six. */
export const feeStatement = (year: Year): Pieces => [
  '依据《政府信息公开信息处理费管理办法》，',
  year,
  '年发出收费通知',
  figureGap('件数'),
  '件，总金额',
  figureGap('金额'),
  '元，实际收取信息处理费',
  figureGap('实收'),
  '元。',
];

/** The matters that a 人民政府 has to report under 监督保障. */
export const evaluationStatement: Pieces = ['工作考核、社会评议和责任追究结果情况：'];

/** The two halves of section five. */
export const problemStubs: readonly Pieces[] = [['存在的主要问题：'], ['改进措施：']];

/** The applications of the year in one sentence, with the totals of table three as far as they are certain. */
export const applicationsStatement = (report: Report, year: Year): Pieces => [
  year,
  '年，新收政府信息公开申请',
  total(report, 'received', '新收'),
  '件，上年结转',
  total(report, 'carriedIn', '上年结转'),
  '件；办结',
  total(report, 'outcomeTotal', '办结'),
  '件，结转下年度继续办理',
  total(report, 'carriedOut', '结转下年度'),
  '件。',
];

/** The outcomes one after the other, as table three groups them. */
export function outcomesStatement(report: Report): Pieces {
  const { template } = report.tables.applications;
  const outcomes = ['granted', 'partial', 'denied', 'unavailable', 'notProcessed', 'otherOutcome'];
  const names = ['予以公开', '部分公开', '不予公开', '无法提供', '不予处理', '其他处理'];
  const parts = outcomes.flatMap((id, at): Pieces => {
    const rows = template.rows.filter((row) => row.id === id || row.group === id).map((row) => row.id);
    return [`${at === 0 ? '' : '、'}${names[at]}`, sumOf(report, rows, names[at] ?? id), '件'];
  });
  return ['办结的申请中，', ...parts, '。'];
}

/** The normative documents of the year, with the figures of table two as far as they are certain. */
export const documentsStatement = (report: Report, year: Year): Pieces => [
  year,
  '年，制发行政规范性文件',
  figureOf(report, 'normativeDocuments', 'issued', '制发'),
  '件，废止',
  figureOf(report, 'normativeDocuments', 'repealed', '废止'),
  '件，现行有效',
  figureOf(report, 'normativeDocuments', 'inForce', '现行有效'),
  '件。',
];

/** A heading of section one: `（二）依申请公开情况`. */
export const topicHeading = (place: number, heading: string): string =>
  `（${chineseOrdinal(place)}）${heading}`;

const total = (report: Report, row: string, name: string): string | Blank => sumOf(report, [row], name);

const figureOf = (report: Report, row: string, column: string, name: string): string | Blank => {
  const value = certainFigure(report, row, column);
  return value === undefined ? figureGap(name) : String(value);
};

/** The totals of some rows added up; a gap if one of them is not certain. */
function sumOf(report: Report, rows: readonly string[], name: string): string | Blank {
  const values = rows.map((row) => certainFigure(report, row, 'total'));
  const known = values.filter((value) => value !== undefined);
  if (known.length === 0 || known.length < values.length) return figureGap(name);
  return String(known.reduce((sum, value) => sum + value, 0));
}
