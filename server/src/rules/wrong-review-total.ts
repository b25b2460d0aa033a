import { say } from '../base/message.ts';
import { shortName } from '../model/names.ts';
import { tellFaults } from '../model/telling.ts';
import { defineRule } from './rule.ts';

export const wrongReviewTotal = defineRule({
  id: 'wrong-review-total',
  group: 'totals',
  title: '表四一组的总计不等于四种结果之和',
  severity: 'error',
  since: '0.1.0',
  basis: '国办公开办函〔2021〕30号、〔2019〕60号，表四“总计”列',
  docs: `表四的行政复议、未经复议直接起诉、复议后起诉三组，每组总计应等于结果维持、结果纠正、其他结果、尚未审结之和。
五格中哪一格错了无从判断，所以标在总计上，其余四格列为相关位置，各写明应有的数；只有一格像是两位数字写颠倒时，标在那一格上。
正文写明案件总数，只与一种改法相合时，标在那一格上，并引正文原话。
每种说得通的改法各给一个修复，逐处询问，不成批执行。`,
  check: (report) =>
    tellFaults(report, 'review-total', {
      atSlip: (...slip) =>
        say('表四“{0}”的“{1}”为 {2}，改为 {3} 即可平衡：四种结果之和 {4}，总计 {5}，相差 {6}', ...slip),
      plain: (total, { left, right, difference }) =>
        say(
          '表四“{0}”的总计为 {1}，四种结果之和为 {2}，相差 {3}，五格中必有一格有误',
          shortName(total.row),
          right,
          left,
          difference,
        ),
    }),
});
