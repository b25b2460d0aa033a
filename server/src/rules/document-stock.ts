import { say } from '../base/message.ts';
import { certainCells } from '../model/identities.ts';
import type { Cell } from '../model/report.ts';
import { boundTables } from '../model/tables.ts';
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
    for (const table of boundTables(report)) {
      for (const row of table.rows) {
        const cells = certainCells(row) ?? [];
        const [issued, repealed, inForce] = ['issued', 'repealed', 'inForce'].map((id) =>
          cells.find(({ column }) => column.id === id),
        );
        if (!issued || !repealed || !inForce) continue;
        const [made, ended, stock] = [count(issued), count(repealed), count(inForce)];
        if (made === undefined || ended === undefined || stock === undefined || stock >= made - ended)
          continue;
        yield {
          span: inForce.span,
          message: say(
            '表二“{0}”现行有效 {1} 件，少于本年制发 {2} 减废止 {3}，请核对',
            row.template.label,
            stock,
            made,
            ended,
          ),
          related: [issued, repealed].map((cell) => ({
            span: cell.span,
            message: say('“{0}”：{1}', cell.column.label, count(cell) ?? ''),
          })),
        };
      }
    }
  },
});

const count = ({ quantity }: Cell): number | undefined =>
  quantity.kind === 'number' ? quantity.value : undefined;
