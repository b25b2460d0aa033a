import { say } from '../base/message.ts';
import { shortName } from '../model/names.ts';
import { separator } from '../model/notation.ts';
import type { BoundTable, Report, RowBinding } from '../model/report.ts';
import { tablesOfOneForm } from '../model/tables.ts';
import { defineRule, type Fix } from './rule.ts';

export const fusedCells = defineRule({
  id: 'fused-cells',
  group: 'tables',
  title: '几格的数字连在一起',
  severity: 'warning',
  since: '0.1.0',
  basis: '国办公开办函〔2021〕30号、〔2019〕60号所附表格',
  docs: `一行的数字连成一串（如“规章000”），多半是从网页或 PDF 复制时丢了格子。
连着的全是 0、个数又与列数相同，才读作各列的 0，修复把它们分开，逐处询问。
不全是 0 的无法确定怎样分，由“数字个数不符”提示。`,
  *check(report) {
    for (const table of tablesOfOneForm(report)) {
      for (const row of table.rows) {
        if (row.kind !== 'read' || !row.fused) continue;
        yield {
          span: row.fused,
          message: say(
            '{0}“{1}”的 {2} 个数连在一起，应分格填写',
            table.template.name,
            shortName(row.template),
            row.cells.length,
          ),
          fixes: [part(report, table, row)],
        };
      }
    }
  },
});

function part({ text }: Report, table: BoundTable, row: Extract<RowBinding, { kind: 'read' }>): Fix {
  const between = separator(table.layout);
  const [first] = row.cells;
  const from = first?.span.from ?? row.span.from;
  const parted = /[\s|]$/.test(text.slice(row.full.from, from)) || from === row.full.from;
  const figures = row.cells.map(() => '0').join(between);
  return {
    title: say('分成 {0} 格', row.cells.length),
    safety: 'ask',
    edits: [{ span: row.fused ?? row.span, insert: parted ? figures : between + figures }],
  };
}
