import { type Message, say } from '../base/message.ts';
import type { SectionId, TopicId } from './types.ts';

/** What belongs in a row, column, section or topic, in our own words. */
export interface Guidance {
  readonly counts: Message;
  /** Where that is laid down. */
  readonly basis?: string;
  /** Set where it is how reports are commonly made, not the wording of a notice that says so. */
  readonly practice?: true;
}

/** What counts in a row of the form; a row without an entry needs no explanation. */
export const rowGuidance = (row: string): Guidance | undefined => rows[row];

/** What counts in a column of the form. */
export const columnGuidance = (column: string): Guidance | undefined => columns[column];

export const sectionGuidance = (section: SectionId): Guidance => sections[section];

export const topicGuidance = (topic: TopicId): Guidance => topics[topic];

const rows: Readonly<Record<string, Guidance>> = {
  regulations: {
    counts: say('规章的件数。只有有规章制定权的机关才会不为 0；县级部门、乡镇和街道填 0。'),
    basis: '《条例》第二十条第（一）项',
    practice: true,
  },
  normativeDocuments: {
    counts: say('行政规范性文件的件数，口径与司法行政部门的备案、清理结果一致。'),
    basis: '《条例》第二十条第（一）项',
    practice: true,
  },
  licences: {
    counts: say('本年作出的全部行政许可决定，依法不公开的也计入。'),
    basis: '《条例》第二十条第（五）项',
    practice: true,
  },
  otherServices: {
    counts: say('行政许可以外的对外管理服务事项。'),
    basis: '《条例》第二十条第（五）项',
    practice: true,
  },
  penalties: {
    counts: say('本年作出的全部行政处罚决定，依法不公开的也计入。'),
    basis: '《条例》第二十条第（六）项',
    practice: true,
  },
  coercions: {
    counts: say('本年作出的全部行政强制决定，依法不公开的也计入。'),
    basis: '《条例》第二十条第（六）项',
    practice: true,
  },
  fees: {
    counts: say('行政事业性收费的实际收取情况；2021 年格式填金额，单位为万元，最多四位小数。'),
    basis: '《条例》第二十条第（八）项',
    practice: true,
  },
  procurement: {
    counts: say('政府集中采购的项目数和总金额。'),
    basis: '《条例》第二十条第（九）项',
    practice: true,
  },
  received: {
    counts: say('统计期内（1 月 1 日至 12 月 31 日）新收到的政府信息公开申请。一件申请只计入一类申请人。'),
    basis: '《条例》第五十条第（二）项',
    practice: true,
  },
  carriedIn: {
    counts: say('上年收到、结转到本年办理的申请，应与上年报告的“四、结转下年度继续办理”逐列一致。'),
    basis: '《条例》第五十条第（二）项',
    practice: true,
  },
  granted: {
    counts: say('把信息提供给了申请人，或者告知了已主动公开信息的获取方式和途径。'),
    basis: '《条例》第三十六条第（一）（二）项',
    practice: true,
  },
  partial: {
    counts: say('能够区分处理、只给了一部分的申请。计入这一行的，不再计入其他任何一行。'),
    basis: '《条例》第三十七条；表三本行所印说明',
  },
  'denied.stateSecret': {
    counts: say('依法确定为国家秘密，不予公开。'),
    basis: '《条例》第十四条',
    practice: true,
  },
  'denied.prohibitedByLaw': {
    counts: say('法律、行政法规禁止公开。规章和地方性法规不在此列。'),
    basis: '《条例》第十四条',
    practice: true,
  },
  'denied.securityAndStability': {
    counts: say('公开后可能危及国家安全、公共安全、经济安全、社会稳定。'),
    basis: '《条例》第十四条',
  },
  'denied.thirdPartyRights': {
    counts: say('涉及商业秘密、个人隐私等，公开会损害第三方合法权益。'),
    basis: '《条例》第十五条、第三十二条',
    practice: true,
  },
  'denied.internalAffairs': {
    counts: say('三类内部事务信息：人事管理、后勤管理、内部工作流程。'),
    basis: '《条例》第十六条第一款',
  },
  'denied.processInformation': {
    counts: say('四类过程性信息：讨论记录、过程稿、磋商信函、请示报告。'),
    basis: '《条例》第十六条第二款',
    practice: true,
  },
  'denied.enforcementFile': {
    counts: say('行政执法案卷中的信息。'),
    basis: '《条例》第十六条第二款',
    practice: true,
  },
  'denied.administrativeInquiry': {
    counts: say('工商登记、不动产登记资料等另有查询规定的信息，告知按那些规定办理。'),
    basis: '《条例》第三十六条第（七）项',
    practice: true,
  },
  'unavailable.notHeld': {
    counts: say('经检索没有这项信息，或者信息由其他机关负责公开。'),
    basis: '《条例》第三十六条第（四）（五）项',
    practice: true,
  },
  'unavailable.needsCreation': {
    counts: say('没有现成的信息，需要加工、分析才能得出。'),
    basis: '《条例》第三十八条',
    practice: true,
  },
  'unavailable.stillUnclear': {
    counts: say('申请人补正以后，仍然看不出要什么信息。'),
    basis: '《条例》第三十条',
    practice: true,
  },
  'notProcessed.petition': {
    counts: say('以申请公开的名义进行信访、投诉、举报，告知了相应的渠道。'),
    basis: '《条例》第三十九条第一款',
    practice: true,
  },
  'notProcessed.duplicate': {
    counts: say('同一申请人就已经答复过的内容又提出申请。'),
    basis: '《条例》第三十六条第（六）项',
    practice: true,
  },
  'notProcessed.publication': {
    counts: say('要求提供报纸、期刊、书籍等公开出版物，告知了获取途径。'),
    basis: '《条例》第三十九条第二款',
    practice: true,
  },
  'notProcessed.excessive': {
    counts: say('申请的数量、频次明显超过合理范围，说明的理由又不成立。'),
    basis: '《条例》第三十五条',
    practice: true,
  },
  'notProcessed.reissue': {
    counts: say('要求确认，或者重新出具已经拿到的信息。'),
    practice: true,
  },
  'otherOutcome.notCorrected': {
    counts: say('没有正当理由、到期不补正，视为放弃申请。'),
    basis: '《条例》第三十条',
  },
  'otherOutcome.feeUnpaid': {
    counts: say('收到收费通知后 20 个工作日内没有缴费，视为放弃申请。'),
    basis: '《政府信息公开信息处理费管理办法》',
    practice: true,
  },
  'otherOutcome.other': {
    counts: say('前面各行都不能归入的，如申请人撤回申请。'),
    practice: true,
  },
  otherOutcome: {
    counts: say(
      '前面各行都不能归入的，如逾期不补正、逾期不缴费、撤回申请。2019 年格式只有这一行，不再细分。',
    ),
    practice: true,
  },
  outcomeTotal: {
    counts: say('本年办结的全部申请，是（一）至（六）各行之和；只加填数字的行，不加小标题。'),
    basis: '表三“（七）总计”行',
  },
  carriedOut: {
    counts: say('到 12 月 31 日还没有办结、转到下年办理的申请；下年报告的“上年结转”要与它一致。'),
    basis: '《条例》第五十条第（二）项',
    practice: true,
  },
  reconsideration: {
    counts: say('因政府信息公开被申请行政复议的案件，按到 12 月 31 日的结果分列。'),
    basis: '《条例》第五十条第（三）项',
    practice: true,
  },
  litigation: {
    counts: say('没有经过复议、直接起诉的案件。复议机关作共同被告的，只由被诉公开行为的机关计入。'),
    basis: '国办公开办函〔2016〕201号',
  },
  litigationAfterReconsideration: {
    counts: say('先经复议、再起诉的案件。复议机关作共同被告的，只由被诉公开行为的机关计入。'),
    basis: '国办公开办函〔2016〕201号',
  },
};

const columns: Readonly<Record<string, Guidance>> = {
  naturalPerson: { counts: say('以个人名义提出的申请。'), practice: true },
  enterprise: { counts: say('公司和其他商业企业提出的申请。'), practice: true },
  researchInstitute: { counts: say('高校、研究所等科研机构提出的申请。'), practice: true },
  socialOrganisation: { counts: say('社会公益组织提出的申请。'), practice: true },
  legalService: { counts: say('律师事务所等法律服务机构提出的申请。'), practice: true },
  other: { counts: say('以上各类之外的法人或者其他组织提出的申请。'), practice: true },
  issued: { counts: say('统计期内制定并发出的件数。'), practice: true },
  repealed: { counts: say('统计期内宣布废止的件数；自然失效的不算废止。'), practice: true },
  inForce: { counts: say('到 12 月 31 日仍然有效的件数，含往年制发的。'), practice: true },
  made: { counts: say('本年新制作的件数。'), practice: true },
  published: { counts: say('本年新公开的件数。'), practice: true },
  totalPublished: { counts: say('到年底对外公开的总件数。'), practice: true },
  decisions: { counts: say('统计期内作出的决定件数，不论是否公开。'), practice: true },
  lastYear: { counts: say('上一年的项目数量。'), practice: true },
  change: { counts: say('比上一年增加或者减少的数量；减少用负数表示。'), practice: true },
  upheld: { counts: say('复议决定或者判决维持了原来的处理。'), practice: true },
  corrected: { counts: say('原来的处理被撤销、变更、确认违法或者责令重做。'), practice: true },
  otherResult: { counts: say('维持、纠正以外的结果，如撤回、不予受理。'), practice: true },
  pending: { counts: say('到 12 月 31 日还没有结果的案件。'), practice: true },
};

const sections: Readonly<Record<SectionId, Guidance>> = {
  overview: {
    counts: say(
      '概述全年执行《条例》的情况，写明主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面；不能遗漏，也不宜铺开。',
    ),
  },
  disclosure: { counts: say('以表二报告主动公开政府信息的情况，没有的填 0。') },
  applications: {
    counts: say(
      '以表三报告收到和处理政府信息公开申请的情况，按申请人分列；每一列都要“一 + 二 =（七）总计 + 四”。',
    ),
  },
  review: { counts: say('以表四报告因政府信息公开被申请行政复议、提起行政诉讼的情况。') },
  problems: { counts: say('写明存在的主要问题，也写明改进情况，两者缺一不可；不要照抄往年。') },
  other: {
    counts: say('报告信息处理费的收取情况，没有收取也要写明；数据口径的说明和本地要求的其他事项也写在这里。'),
    basis: '《政府信息公开信息处理费管理办法》',
  },
};

const topics: Readonly<Record<TopicId, Guidance>> = {
  proactive: { counts: say('公开了哪些信息、多少条，重点领域如何公开，政策如何解读。'), practice: true },
  onRequest: { counts: say('收到、办结、结转多少件，结果如何；数字要与表三一致。'), practice: true },
  management: {
    counts: say('信息如何审查、更新和清理；行政规范性文件的件数要与表二一致。'),
    practice: true,
  },
  platform: { counts: say('网站、专栏、新媒体、查阅场所等平台建设和维护了什么。'), practice: true },
  oversight: {
    counts: say('培训、检查、考核；各级人民政府还要写工作考核、社会评议和责任追究结果。'),
    basis: '《条例》第五十条第（四）项',
  },
};
