import { say } from '../base/message.ts';
import { isTooSmall, stocksOf } from '../model/stock.ts';
import { defineRule } from './rule.ts';

export const documentStock = defineRule({
  id: 'document-stock',
  group: 'totals',
  title: '现行有效件数少于本年制发减去废止',
  severity: 'warning',
  since: '0.1.0',
  reads: 'disclosure',
  basis: '国办公开办函〔2021〕30号，表二第二十条第（一）项',
  docs: `规章、行政规范性文件的现行有效件数，不应少于本年制发件数减去本年废止件数。
同一年内制发又废止的情形很少，所以只作提醒；不提供修复，因为三格都可能有误。`,
  *check(report) {
    for (const [{ template }, stock] of stocksOf(report)) {
      if (!isTooSmall(stock)) continue;
      const { issued, repealed, inForce } = stock;
      yield {
        span: inForce.cell.span,
        message: say(
          '表二“{0}”现行有效 {1} 件，少于本年制发 {2} 减废止 {3}，请核对',
          template.label,
          inForce.value,
          issued.value,
          repealed.value,
        ),
        related: [issued, repealed].map(({ cell, value }) => ({
          span: cell.span,
          message: say('“{0}”：{1}', cell.column.label, value),
        })),
      };
    }
  },
});
