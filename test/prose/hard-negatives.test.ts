import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { wording } from '../../server/src/base/message.ts';
import { rules } from '../../server/src/rules/index.ts';
import { findingsOf } from '../support/findings.ts';
import { joinParts, sampleParts } from '../support/sample.ts';

/**
 * Sentences that are right though they look wrong, for the sample's report on 2024:
 * 8 applications came in, 1 was carried in, 8 were finished, 1 was carried out;
 * 3 granted, 2 in part, 1 denied, 1 unavailable, 1 not processed;
 * 2 reconsiderations, 1 of them pending; 1 lawsuit after reconsideration;
 * normative documents: 2 issued, 1 repealed, 9 in force.
 */
const onRequest: readonly string[] = [
  // 受理 and 收到 with what was carried over, or without.
  '2024年，全局受理政府信息公开申请9件，其中上年结转1件、本年新收8件。',
  '全年共收到政府信息公开申请8件，加上2023年结转的1件，共办理9件，办结8件，1件结转2025年继续办理。',
  '共处理政府信息公开申请9件（新收8件，上年度结转1件），答复8件。',
  '收到申请8件，上年结转1件，已全部登记，其中办结8件，剩余1件结转至下一年度继续办理。',
  '本年度新收依申请公开8件，办结7件，另有上年结转的1件也已办结。',
  // Last year's figures, and how this year compares.
  '2023年收到政府信息公开申请5件，2024年收到8件，同比增长60%。',
  '全年收到政府信息公开申请8件，较上年增加3件，增长60%。',
  '全年收到政府信息公开申请8件，比2023年的5件多3件。',
  '去年收到政府信息公开申请5件，今年上半年收到政府信息公开申请3件。',
  '上年度办结政府信息公开申请5件，没有发生行政复议；本年度共收到政府信息公开申请8件。',
  '近三年共收到政府信息公开申请21件，年均7件。',
  '2021年以来累计受理政府信息公开申请33件。',
  '2024年第四季度收到政府信息公开申请2件，12月份收到1件。',
  // Parts of the whole: channels, applicants, units, subjects.
  '全年收到政府信息公开申请8件，其中网络申请5件、信函申请2件、当面申请1件。',
  '通过在线申请平台收到政府信息公开申请5件，通过邮政寄送收到3件。',
  '全年收到政府信息公开申请8件，其中自然人申请6件，商业企业申请2件。',
  '自然人提出的政府信息公开申请6件，法人提出的政府信息公开申请2件。',
  '收到涉及招生的政府信息公开申请4件，收到有关学区划分的政府信息公开申请3件。',
  '局办公室收到政府信息公开申请6件，直属学校收到政府信息公开申请2件。',
  '协助县政府办公室答复政府信息公开申请3件，收到转办的政府信息公开申请2件。',
  '指导各学校办理依申请公开12件，县教育系统各单位共收到政府信息公开申请30件。',
  '按期答复7件，延期答复1件；当场答复2件，撤回申请1件。',
  '办结的申请中，当年新收的7件，上年结转的1件。',
  '向申请人发出补正通知2件，收到补正材料2件，征求第三方意见3件。',
  '同一申请人重复提出政府信息公开申请2件。',
  // Other applications and other cases.
  '全年受理行政许可申请120件，办结行政许可申请118件，受理群众来信30件。',
  '办理人大代表建议6件、政协提案9件，办结15件，答复满意率100%。',
  '处理12345热线工单240件，办结240件，答复网民留言36条。',
  '收到政府信息公开方面的咨询电话50个，收到意见建议3条，均已答复。',
  // The whole county, in the report of one of its bureaus.
  '全县教育系统畅通申请渠道，共收到政府信息公开申请52件，办结50件。',
  '全县共收到政府信息公开申请152件，全县因政府信息公开被申请行政复议12件。',
  // Outcomes, in other words or counted with others.
  '答复的申请中，予以公开和部分公开5件，不予公开1件，无法提供1件，不予处理1件。',
  '办结的申请中，予以公开3件、部分公开2件、不予公开1件（保护第三方合法权益1件）、无法提供1件（本机关不掌握1件）。',
  '不予公开的主要是涉及个人隐私的信息，因本机关不掌握无法提供的有1件。',
  '拟制公文156件，标注主动公开48件、依申请公开36件、不予公开72件。',
  '文件公开属性审核中，主动公开20件，不予公开15件。',
  // Review and lawsuits.
  '因政府信息公开被申请行政复议2件，审结1件；被提起行政诉讼1件，结果维持。',
  '政府信息公开行政复议审结1件，行政诉讼1件。',
  '因政府信息公开引发的行政复议维持1件，尚未审结1件，没有被纠正的案件。',
  '全年没有发生因政府信息公开被行政复议机关撤销、责令纠正的情形，没有行政诉讼败诉案件。',
  '全局共有行政复议案件12件、行政诉讼案件20件，涉及招生、职称评审等。',
  '出庭应诉4件，代理行政复议案件6件，防止发生因政府信息公开引起的行政复议。',
  '2023年没有发生因政府信息公开被申请行政复议、提起行政诉讼的情况，2024年复议2件、诉讼1件。',
  '未经复议直接起诉的没有，复议后起诉1件。',
  // Approximations, shares, dates, numbers of documents.
  '收到申请后平均5.5个工作日办结，办结率100%，按时答复率达到100%，网上申请占62.5%。',
  '按照国办公开办函〔2021〕30号、县政办发〔2023〕12号要求，2024年3月15日召开专题会议。',
  '对照《2023年政务公开工作要点》和2023年度第三方评估反馈的12个问题，逐项完成整改。',
  '落实《云溪县“十四五”规划》和2023—2025年行动方案，公开进展情况4次。',
  '第9件申请于2024年12月30日收到，法定答复期限至2025年1月27日。',
  '每月编发通报1期，每季度抽查3次，累计培训120人次。',
];

const proactive: readonly string[] = [
  '全年主动公开政府信息312条，其中招生类120条、资助类96条、财务类45条、动态类51条。',
  '全年主动公开政府信息312条，其中主要是招生类120条、资助类96条。',
  '全年主动公开政府信息312条，其中招生类120条、资助类96条、财务类45条。',
  '全年主动公开政府信息312条，其中网站发布270条（招生类120条、资助类96条、财务类45条）。',
  '通过网站发布信息312条，其中政府网站300条、微信公众号180条，同时公布的不重复计算。',
  '2023年公开信息298条，2024年公开信息312条，增加14条，增长4.7%。',
  '公开行政许可决定40件、行政处罚决定2件，公开规范性文件3件。',
  '全年制发公文156件，公开文件48件，发布政策解读12篇。',
  '制发行政规范性文件2件，废止1件，现行有效9件；公开历年规范性文件23件。',
  '清理规范性文件66件，拟废止12件，参与制定县政府规范性文件1件。',
  '全县制发行政规范性文件12件，现行有效90件。',
  '以县政府名义印发规范性文件4件，以县政府办公室名义印发规范性文件6件。',
  '2023年制发规范性文件5件，2023年12月31日现行有效的规范性文件8件。',
  '对现行有效的规范性文件逐件标注效力，废止和失效的文件及时移出目录。',
  '认真学习《政府信息公开条例》，公开条件成熟的信息，做好信息条目的整理，共同完成份额任务。',
  '公民、法人和其他组织可以依法申请公开政府信息，申请公开政府信息的受理机构地址已经公布。',
  '编制2025年工作计划，2025年将公开办事指南60项，预计收到申请10件左右。',
];

const elsewhere: readonly (readonly ['problems' | 'other', string])[] = [
  [
    'problems',
    '2023年存在的2个问题已经整改。2024年的主要问题是解读偏少，全年只有12篇。2025年计划发布解读30篇，争取收到的申请全部按期答复，行政复议控制在5件以内。',
  ],
  [
    'problems',
    '一是2022年以前的目录还有40件没有更新，存在薄弱环节；下一步，将用两年时间补齐，2025年完成20件。',
  ],
  ['other', '2024年发出收费通知0件，没有收取信息处理费。2023年收取信息处理费300元。'],
  ['other', '本年度行政规范性文件的件数依据清理结果统计，2023年报告为10件，本机关未收取信息处理费。'],
];

const minding = new Set(rules.filter(({ group }) => group === 'prose').map(({ id }) => id));

/** What the rules on prose say of the sample with some of its sections written anew. */
function said(
  parts: Readonly<Partial<Record<'overview' | 'problems' | 'other', string>>>,
): readonly string[] {
  return findingsOf(joinParts({ ...sampleParts(), ...parts }))
    .filter(({ rule }) => minding.has(rule))
    .map(({ rule, message }) => `${rule}: ${wording(message)}`);
}

const overview = (proactively: string, requested: string): string =>
  [
    '一、总体情况',
    '（一）主动公开情况',
    proactively,
    '（二）依申请公开情况',
    `畅通依申请公开渠道。${requested}`,
    '（三）政府信息管理情况',
    '逐件标注公开属性。',
    '（四）政府信息公开平台建设情况',
    '专栏链接全部核对。',
    '（五）监督保障情况',
    '接受社会评议，没有发生责任追究的情形。',
  ].join('\n\n');

const headings = { problems: '五、存在的主要问题及改进情况', other: '六、其他需要报告的事项' } as const;

describe('right sentences that look wrong', () => {
  test('there are sixty and more', () =>
    assert.ok(onRequest.length + proactive.length + elsewhere.length >= 60));

  for (const sentence of onRequest)
    test(sentence, () => assert.deepEqual(said({ overview: overview('公开信息312条。', sentence) }), []));

  for (const sentence of proactive)
    test(sentence, () => assert.deepEqual(said({ overview: overview(sentence, '申请均已答复。') }), []));

  for (const [section, sentence] of elsewhere)
    test(sentence, () => assert.deepEqual(said({ [section]: `${headings[section]}\n\n${sentence}` }), []));

  test('they are right when they are wrapped, too', () => {
    for (const sentence of onRequest) {
      const wrapped = `畅通依申请公开渠道。${sentence}`.replace(/(.{30})(?=.)/g, '$1\n');
      assert.deepEqual(said({ overview: overview('公开信息312条。', wrapped) }), [], wrapped);
    }
  });
});
