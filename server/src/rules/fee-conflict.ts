import { say } from '../base/message.ts';
import { certainCells } from '../model/identities.ts';
import type { Cell, ProseFact, Report } from '../model/report.ts';
import { defineRule, type Problem } from './rule.ts';

export const feeConflict = defineRule({
  id: 'fee-conflict',
  group: 'prose',
  title: '信息处理费多于表二的行政事业性收费，或者收费的单位像是写错了',
  severity: 'info',
  since: '0.1.0',
  basis: '《政府信息公开信息处理费管理办法》；国办公开办函〔2021〕30号，表二第二十条第（八）项',
  docs: `信息处理费按行政事业性收费管理，正文写的实收金额（元）不应多于表二的行政事业性收费（万元）。
各地记账口径可能不同，所以只作提示，这一种不提供修复。
表二的金额与正文的元数相同（一百以上），或者乡镇、街道填了一万（即一亿元）以上，像是把元填进了以万元为单位的栏，可以改为除以一万以后的数，需要确认。`,

  *check(report) {
    const cell = feeCell(report);
    if (cell?.quantity.kind !== 'number') return;
    const { value, printed } = cell.quantity;
    yield* inYuan(report, cell, printed);
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

/** As many 元 as this are no coincidence with an amount in 万元; a town collects no such amount in 万元. */
const telling = { alike: 100, impossible: 10_000 } as const;

/** The amount of table two written in 元, where it is told so by the text or by its size. */
function* inYuan(report: Report, { span, row }: Cell, printed: string): Iterable<Problem> {
  const amount = Number(printed.replaceAll(',', ''));
  const same = report
    .facts()
    .find((fact) => isCollected(report, fact) && fact.value === amount && amount >= telling.alike);
  if (!same && !(amount >= telling.impossible && isTown(report))) return;
  const inTenThousands = String(Number((amount / 10_000).toFixed(4)));
  yield {
    span,
    message: same
      ? say('表二“{0}”填 {1} 万元，正文写的是 {1} 元，像是把元填进了万元。', row.label, printed)
      : say('表二“{0}”填 {1} 万元，超过一亿元，像是把元填进了万元。', row.label, printed),
    related: same ? [{ span: same.span, message: say('正文：{0} 元', same.value) }] : [],
    fixes: [
      {
        title: say('把 {0} 改为 {1}', printed, inTenThousands),
        safety: 'ask',
        edits: [{ span, insert: inTenThousands }],
      },
    ],
  };
}

/** The lowest organs that report. */
const isTown = ({ organKind, organ }: Report): boolean =>
  organKind === 'subdistrict' || /[乡镇](?:人民政府)?$/.test(organ ?? '');

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
