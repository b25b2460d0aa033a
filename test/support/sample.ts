import { type Notation, tableText } from '../../server/src/model/skeleton.ts';
import type { ColumnTemplate, RowTemplate } from '../../server/src/template/index.ts';
import { type EditionId, editionById, type SectionId, tableOf } from '../../server/src/template/index.ts';

/** A part of the sample report, by name; put together in this order. */
export const partNames = [
  'title',
  'preamble',
  'overview',
  'disclosure',
  'applications',
  'review',
  'problems',
  'other',
] as const;

export type PartName = (typeof partNames)[number];

export type Parts = Readonly<Record<PartName, string>>;

/**
 * A correct report of an invented bureau, in parts without line breaks at their ends; or the one it wrote the year
 * before, in other words and with the figures that this year's goes on from.
 */
export function sampleParts(
  edition: EditionId = '2021',
  notation: Notation = 'pipe',
  which: 'thisYear' | 'lastYear' = 'thisYear',
): Parts {
  const isLast = which === 'lastYear';
  const year = (edition === '2021' ? 2024 : 2020) - (isLast ? 1 : 0);
  const part = (id: SectionId, ...paragraphs: string[]): string =>
    [headingOf(edition, id), ...paragraphs].join('\n\n');
  const table = (id: 'disclosure' | 'applications' | 'review'): string =>
    tableText(tableOf(editionById(edition), id), notation, isLast ? figureBefore : figure);
  return {
    title: `云溪县教育局${year}年政府信息公开工作年度报告`,
    preamble: preamble(year, edition),
    overview: part('overview', ...(isLast ? overviewBefore : overview)(year)),
    disclosure: part('disclosure', table('disclosure')),
    applications: part('applications', table('applications')),
    review: part('review', table('review')),
    problems: part('problems', ...(isLast ? problemsBefore : problems)(year)),
    other: part('other', other(year)),
  };
}

/** Parts as one text; whatever is `undefined` is left out. */
export function joinParts(parts: Readonly<Partial<Record<PartName, string | undefined>>>): string {
  const present = partNames.map((name) => parts[name]).filter((text) => text !== undefined);
  return `${present.join('\n\n')}\n`;
}

const headingOf = (edition: EditionId, id: SectionId): string => {
  const section = editionById(edition).sections.find((candidate) => candidate.id === id);
  if (!section) throw new Error(`no section ${id}`);
  return `${section.ordinal}、${section.heading}`;
};

function preamble(year: number, edition: EditionId): string {
  const notice = edition === '2021' ? '国办公开办函〔2021〕30号' : '国办公开办函〔2019〕60号';
  return `本报告依据《中华人民共和国政府信息公开条例》和${notice}所附格式编制，所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`;
}

const overview = (year: number): readonly string[] => [
  '（一）主动公开情况',
  `${year}年，全局通过县政府网站发布各类教育信息312条，招生、资助两类信息全部按时公布。`,
  '（二）依申请公开情况',
  '全年新收政府信息公开申请8件，上年结转1件；答复8件，结转下年度继续办理1件。',
  '（三）政府信息管理情况',
  '对历年文件逐件标注公开属性，属性变动的及时调整。',
  '（四）政府信息公开平台建设情况',
  '专栏按事项归并为九类，旧链接全部核对。',
  '（五）监督保障情况',
  '信息公开列入各股室年度考核，接受社会评议，全年没有发生责任追究的情形。',
];

const problems = (year: number): readonly string[] => [
  '存在的主要问题：一是招生政策的解读偏少，家长看不明白；二是个别股室报送信息不及时。',
  `改进措施：${year + 1}年将为每份招生文件配发问答，并按月通报各股室的报送情况，加强业务培训。`,
];

const overviewBefore = (year: number): readonly string[] => [
  '（一）主动公开情况',
  `${year}年，结合学位供给紧张的情况，先后分三批公布片区划分和摇号结果，累计发出各类教育信息287条。`,
  '（二）依申请公开情况',
  '全年新收政府信息公开申请8件，上年结转1件；答复8件，结转下年度继续办理1件。',
  '（三）政府信息管理情况',
  '文件起草时同步填写公开审查表，属性不清的退回起草股室。',
  '（四）政府信息公开平台建设情况',
  '专栏改版后检索入口移到首页，手机端同步上线。',
  '（五）监督保障情况',
  '股室年度考核含信息公开，社会评议由县政务办组织，全年没有发生责任追究的情形。',
];

const problemsBefore = (year: number): readonly string[] => [
  '存在的主要问题：一是部分学校公示栏更新拖沓，家长反映较多；二是答复书的说理过于简单。',
  `改进措施：${year + 1}年将把学校公示栏纳入每月巡查，并请法律顾问逐份审看答复书。`,
];

const other = (year: number): string =>
  `依据《政府信息公开信息处理费管理办法》，${year}年没有发出收费通知，收取信息处理费0元。`;

/** The figures of table three that are not zero: natural persons, enterprises. */
const applications: Readonly<Record<string, readonly [number, number]>> = {
  received: [6, 2],
  carriedIn: [1, 0],
  granted: [3, 0],
  partial: [1, 1],
  'denied.thirdPartyRights': [0, 1],
  'unavailable.notHeld': [1, 0],
  'notProcessed.petition': [1, 0],
  outcomeTotal: [6, 2],
  carriedOut: [1, 0],
};

/** The figures of tables two and four that are not zero. */
const others: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  normativeDocuments: {
    issued: '2',
    repealed: '1',
    inForce: '9',
    made: '2',
    published: '2',
    totalPublished: '9',
  },
  licences: { decisions: '46', lastYear: '5' },
  otherServices: { decisions: '12', lastYear: '3', change: '-1' },
  penalties: { decisions: '3', lastYear: '4' },
  fees: { amount: '12.5000', lastYear: '2' },
  procurement: { projects: '6', amount: '152.3' },
  reconsideration: { upheld: '1', pending: '1', total: '2' },
  litigationAfterReconsideration: { upheld: '1', total: '1' },
};

function figure(row: RowTemplate, column: ColumnTemplate): string {
  const [persons, enterprises] = applications[row.id] ?? [0, 0];
  const known: Readonly<Record<string, number>> = {
    naturalPerson: persons,
    enterprise: enterprises,
    total: persons + enterprises,
  };
  return others[row.id]?.[column.id] ?? String(known[column.id] ?? 0);
}

/** This year one document more is in force than last year: two were made and one was repealed. */
const figureBefore = (row: RowTemplate, column: ColumnTemplate): string =>
  row.id === 'normativeDocuments' && column.id === 'inForce' ? '8' : figure(row, column);
