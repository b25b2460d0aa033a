import fc from 'fast-check';
import type { SectionId } from '../../../server/src/template/index.ts';
import type { Figures } from './figures.ts';

/** Who reports. All of them are invented. */
export interface Organ {
  readonly name: string;
  readonly self: string;
  /** Whether it may issue 规章. */
  readonly rulemaking: boolean;
}

const organs: readonly Organ[] = [
  { name: '云溪县教育局', self: '我局', rulemaking: false },
  { name: '青禾镇人民政府', self: '我镇', rulemaking: false },
  { name: '临江区柳桥街道办事处', self: '我街道', rulemaking: false },
  { name: '北原经济开发区管委会', self: '管委会', rulemaking: false },
  { name: '岭东省人民政府', self: '全省各级行政机关', rulemaking: true },
];

export const organ: fc.Arbitrary<Organ> = fc.constantFrom(...organs);

/** What the paragraphs say about the figures of the tables. */
export type Telling = 'figures' | 'nothing';

export const telling: fc.Arbitrary<Telling> = fc.constantFrom('figures', 'nothing');

/** The paragraphs of each section, without its table. What they say agrees with the tables. */
export function prose(
  figures: Figures,
  { name, self }: Organ,
  tell: Telling,
): Readonly<Record<SectionId, readonly string[]>> {
  const { year } = figures;
  return {
    overview: [
      `${year}年，${self}把政务公开列入年度任务清单，按月调度，各项工作有序推进。`,
      `（一）主动公开情况。${self}通过门户网站和便民服务大厅公布办事指南、财政预决算等信息，群众查阅更加方便。`,
      `（二）依申请公开情况。${onRequest(figures, self, tell)}`,
      `（三）政府信息管理情况。${self}逐件登记拟公开的文件，公开前完成保密审查，过期内容及时清理。`,
      `（四）政府信息公开平台建设情况。${self}改版了网站专栏，检索和下载功能运行平稳。`,
      `（五）监督保障情况。${name}开展了工作考核和社会评议，本年度没有发生责任追究的情形。`,
    ],
    disclosure: [],
    applications: [],
    review: [],
    problems: [
      '存在的主要问题：一是政策解读的形式偏少；二是专栏更新的节奏不够均匀。',
      '改进措施：一是增加图文解读；二是安排专人每周检查专栏，发现问题当日改正。',
    ],
    other: [
      `${year}年，${self}未收取信息处理费。`,
      `本报告所列数据的统计期限为${year}年1月1日至${year}年12月31日。`,
      '除上述内容外，没有其他需要报告的事项。',
    ],
  };
}

function onRequest(figures: Figures, self: string, tell: Telling): string {
  const opening = `${self}公布了受理地址和联系电话，申请渠道畅通。`;
  return tell === 'nothing' ? opening : opening + applicationsInWords(figures) + casesInWords(figures);
}

function applicationsInWords({ applications, year }: Figures): string {
  const total = (row: string): number => applications[row]?.[6] ?? 0;
  const [received, carriedIn, done, carriedOut] = ['received', 'carriedIn', 'outcomeTotal', 'carriedOut'].map(
    total,
  );
  if (received === 0 && carriedIn === 0) return `${year}年，未收到政府信息公开申请。`;
  return `${year}年，新收政府信息公开申请${received}件，上年结转${carriedIn}件，办结${done}件，结转下年度继续办理${carriedOut}件。`;
}

function casesInWords({ review }: Figures): string {
  const [reconsideration = 0, first = 0, second = 0] = [
    'reconsideration',
    'litigation',
    'litigationAfterReconsideration',
  ].map((block) => review[block]?.[4] ?? 0);
  return `因政府信息公开被申请行政复议${reconsideration}件，被提起行政诉讼${first + second}件。`;
}
