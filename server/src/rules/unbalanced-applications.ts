import { say } from '../base/message.ts';
import { correction, culprit, involved, printed, sides } from '../model/involved.ts';
import { shortName } from '../model/names.ts';
import type { Fault } from '../model/report.ts';
import { defineRule, type Problem } from './rule.ts';

export const unbalancedApplications = defineRule({
  id: 'unbalanced-applications',
  group: 'totals',
  title: '表三一列不平：一加二不等于三（七）加四',
  severity: 'error',
  since: '0.1.0',
  reads: 'tables',
  basis: '国办公开办函〔2021〕30号、〔2019〕60号，表三所印勾稽关系',
  docs: `表三每一列：本年新收加上年结转，应等于“（七）总计”加结转下年度。这是表上印着的勾稽关系。
行合计也不平、而且改动同一格就能全部平衡时，错误标在那一格上，并给出应有的数。
否则四格都可能错，不给出数字，四格都列为相关位置；“总计”列跟着不平的，不另报。`,
  *check(report) {
    for (const fault of report.faults()) if (fault.judgement.identity.id === 'balance') yield* problem(fault);
  },
});

function* problem(fault: Fault): Iterable<Problem> {
  const suspect = culprit(fault);
  const cell = suspect?.cell ?? fault.judgement.right[fault.judgement.right.length - 1];
  if (!cell) return;
  const { left, right, difference } = sides(fault.judgement);
  const column = fault.judgement.line.label;
  yield {
    span: cell.span,
    message: suspect
      ? say(
          '表三“{0}”的“{1}”为 {2}，改为 {3} 即可全部平衡：一加二为 {4}，三（七）加四为 {5}，相差 {6}',
          shortName(cell.row),
          column,
          printed(cell),
          suspect.value,
          left,
          right,
          difference,
        )
      : say(
          '表三“{0}”列不平：一加二为 {1}，三（七）加四为 {2}，相差 {3}，请核对这四格',
          column,
          left,
          right,
          difference,
        ),
    related: involved(fault, cell),
    fixes: suspect ? [{ ...correction(suspect), safety: 'ask' }] : [],
  };
}
