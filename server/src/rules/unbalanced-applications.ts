import { say } from '../base/message.ts';
import { tellFaults } from '../model/telling.ts';
import { defineRule } from './rule.ts';

export const unbalancedApplications = defineRule({
  id: 'unbalanced-applications',
  group: 'totals',
  title: '表三一列不平：一加二不等于三（七）加四',
  severity: 'error',
  since: '0.1.0',
  basis: '国办公开办函〔2021〕30号、〔2019〕60号，表三所印勾稽关系',
  docs: `表三每一列：本年新收加上年结转，应等于“（七）总计”加结转下年度。这是表上印着的勾稽关系。
行合计也不平、而且改动同一格就能全部平衡时，错误标在那一格上，并给出应有的数。
同一行两格填颠倒、整行错了一栏、一个数拆成两格，能由此全部解释而且只有一行说得通的，只报一处，说明是哪一种。
有同一单位上年的报告作参照时，要改的数和上年同一格一样、而且只有这一处如此的，说明像是沿用了上年的数，先给这一种改法。
上年结转换成上年报告的结转下年度就能平的，错误标在上年结转上，几列一起不平的也只报一处；上年结转本来就和上年一致的，不再怀疑它。
几格都说得通时看正文：正文写的数正合其中一格改后的数，错误就标在那一格上，并引正文原话。
仍分不出的，四格都列为相关位置，每种说得通的改法各给一个修复，逐处询问；“总计”列跟着不平的，不另报。`,
  check: (report) =>
    tellFaults(report, 'balance', {
      atSlip: (...slip) =>
        say(
          '表三“{0}”的“{1}”为 {2}，改为 {3} 即可全部平衡：一加二为 {4}，三（七）加四为 {5}，相差 {6}',
          ...slip,
        ),
      plain: (total, { left, right, difference }) =>
        say(
          '表三“{0}”列不平：一加二为 {1}，三（七）加四为 {2}，相差 {3}，请核对这四格',
          total.column.label,
          left,
          right,
          difference,
        ),
    }),
});
