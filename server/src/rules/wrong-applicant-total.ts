import { say } from '../base/message.ts';
import { shortName } from '../model/names.ts';
import { tellFaults } from '../model/telling.ts';
import { defineRule } from './rule.ts';

export const wrongApplicantTotal = defineRule({
  id: 'wrong-applicant-total',
  group: 'totals',
  title: '表三一行的总计不等于六类申请人之和',
  severity: 'error',
  since: '0.1.0',
  basis: '国办公开办函〔2021〕30号、〔2019〕60号，表三“总计”列',
  docs: `表三每一行的“总计”，应等于自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他六格之和。
本行与所在列都不平，而且改动同一格就能全部平衡时，错误标在那一格上，并给出应有的数。
同一行两格填颠倒、整行错了一栏、一个数拆成两格，能由此全部解释而且只有一行说得通的，只报一处，说明是哪一种。
有同一单位上年的报告作参照时，要改的数和上年同一格一样、而且只有这一处如此的，说明像是沿用了上年的数，先给这一种改法。
正文写的数正合一格改后的数时，错误标在那一格上，并引正文原话；仍分不出的，每种说得通的改法各给一个修复。
总计错了、（七）总计照它相加的，只报一处，一并改正。
只有本行的格子全部读准才核对；有空白、写错或读不准的格子时不下结论。
修复逐处询问，不成批执行。`,
  check: (report) =>
    tellFaults(report, 'applicant-total', {
      atSlip: (...slip) =>
        say('表三“{0}”的“{1}”为 {2}，改为 {3} 即可全部平衡：本行六类之和 {4}，总计 {5}，相差 {6}', ...slip),
      plain: (total, { left, right, difference }) =>
        say(
          '表三“{0}”的总计为 {1}，六类申请人之和为 {2}，相差 {3}',
          shortName(total.row),
          right,
          left,
          difference,
        ),
    }),
});
