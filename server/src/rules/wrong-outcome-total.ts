import { say } from '../base/message.ts';
import { tellFaults } from '../model/telling.ts';
import { defineRule } from './rule.ts';

export const wrongOutcomeTotal = defineRule({
  id: 'wrong-outcome-total',
  group: 'totals',
  title: '表三“（七）总计”不等于各办理结果之和',
  severity: 'error',
  since: '0.1.0',
  basis: '国办公开办函〔2021〕30号、〔2019〕60号，表三“（七）总计”行',
  docs: `表三每一列的“（七）总计”，应等于同一列各办理结果之和（2021 年格式 21 行，2019 年格式 19 行）。
只有这一列的格子全部读准才核对。
改动“（七）总计”一格（连同据它相加的合计，或与它串了列的另一格）就能全部平衡时，给出应有的数。
同一行两格填颠倒、整行错了一栏、一个数拆成两格，能由此全部解释而且只有一行说得通的，只报一处，说明是哪一种。
有同一单位上年的报告作参照时，要改的数和上年同一格一样、而且只有这一处如此的，说明像是沿用了上年的数，先给这一种改法。
正文写的数正合一格改后的数时，错误标在那一格上，并引正文原话；仍分不出的，每种说得通的改法各给一个修复。
各行总计照一列的错跟着不平的，“总计”列不另报。
修复逐处询问，不成批执行。`,
  check: (report) =>
    tellFaults(report, 'outcome-total', {
      atSlip: (...slip) =>
        say(
          '表三“{0}”的“{1}”为 {2}，改为 {3} 即可全部平衡：各办理结果之和 {4}，（七）总计 {5}，相差 {6}',
          ...slip,
        ),
      plain: (total, { left, right, difference }) =>
        say(
          '表三“（七）总计”的“{0}”为 {1}，各办理结果之和为 {2}，相差 {3}',
          total.column.label,
          right,
          left,
          difference,
        ),
    }),
});
