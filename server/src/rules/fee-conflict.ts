import { say } from '../base/message.ts';
import { certainCells } from '../model/identities.ts';
import type { Cell, ProseFact, Report } from '../model/report.ts';
import { defineRule } from './rule.ts';

export const feeConflict = defineRule({
  id: 'fee-conflict',
  group: 'prose',
  title: '信息处理费多于表二的行政事业性收费',
  severity: 'info',
  since: '0.1.0',
  basis: '《政府信息公开信息处理费管理办法》；国办公开办函〔2021〕30号，表二第二十条第（八）项',
  docs: `信息处理费按行政事业性收费管理，正文写的实收金额（元）不应多于表二的行政事业性收费（万元）。
各地记账口径可能不同，所以只作提示，不提供修复。`,

  *check(report) {
    const cell = feeCell(report);
    if (cell?.quantity.kind !== 'number') return;
    const { value, printed } = cell.quantity;
    const collected = report.facts().filter((fact) => isCollected(report, fact) && fact.value > value);
    for (const { span, value: fee } of collected) {
      yield {
        span,
        message: say('正文写收取信息处理费 {0} 元，表二行政事业性收费为 {1} 万元，请核对。', fee, printed),
        related: [{ span: cell.span, message: say('“{0}”：{1}', cell.row.label, printed) }],
      };
    }
  },
});

function feeCell({ tables: { disclosure } }: Report): Cell | undefined {
  const row =
    disclosure.kind === 'bound' ? disclosure.rows.find(({ template }) => template.id === 'fees') : undefined;
  // One ten-thousandth of 万元 is one 元, the unit an amount is counted in.
  return row && certainCells(row)?.find(({ column }) => column.id === 'amount');
}

const isCollected = ({ text }: Report, { subjects, approximate, span, clause }: ProseFact): boolean =>
  subjects.includes('processingFee') &&
  !approximate &&
  /(?:收取|实收|征收)[^，。；]{0,24}$/.test(text.slice(Math.max(clause.from, span.from - 40), span.from));
