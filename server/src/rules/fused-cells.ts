import { say } from '../base/message.ts';
import type { Span } from '../base/span.ts';
import { lineBreakOf } from '../model/manuscript.ts';
import { shortName } from '../model/names.ts';
import { separator } from '../model/notation.ts';
import type { BoundTable, Report, RowBinding } from '../model/report.ts';
import { tablesOfOneForm } from '../model/tables.ts';
import { defineRule, type Fix, type Problem } from './rule.ts';

export const fusedCells = defineRule({
  id: 'fused-cells',
  group: 'tables',
  title: '几格的数字连在一起',
  severity: 'warning',
  since: '0.1.0',
  reads: 'rows',
  basis: '国办公开办函〔2021〕30号、〔2019〕60号所附表格',
  docs: `一行的数字连成一串（如“规章000”），多半是从网页或 PDF 复制时丢了格子。
连着的全是 0、个数又与列数相同，才读作各列的 0，修复把它们分开，逐处询问。
不全是 0 的无法确定怎样分，由“数字个数不符”提示。`,
  *check(report) {
    for (const table of tablesOfOneForm(report)) {
      const told = new Set<number>();
      for (const row of table.rows) {
        if (row.kind !== 'read' || !row.fused || told.has(row.fused.from)) continue;
        told.add(row.fused.from);
        yield problem(report, table, row, row.fused);
      }
    }
  },
});

type Read = Extract<RowBinding, { kind: 'read' }>;

/** In table four three rows of the form stand on one line, fused together. */
function problem(report: Report, table: BoundTable, row: Read, fused: Span): Problem {
  const rows = table.rows.filter((other) => other.kind === 'read' && other.fused?.from === fused.from);
  const count = rows.reduce((sum, other) => sum + other.template.columns.length, 0);
  const name = rows.length > 1 ? table.template.title : shortName(row.template);
  return {
    span: fused,
    message: say('{0}“{1}”的 {2} 个数连在一起，应分格填写', table.template.name, name, count),
    fixes: [part(report, table, row, fused, count)],
  };
}

function part({ text }: Report, table: BoundTable, row: Read, fused: Span, count: number): Fix {
  const between = separator(table.layout, lineBreakOf(text));
  const parted = /[\s|]$/.test(text.slice(row.full.from, fused.from)) || fused.from === row.full.from;
  const figures = Array<string>(count).fill('0').join(between);
  return {
    title: say('分成 {0} 格', count),
    safety: 'ask',
    edits: [{ span: fused, insert: parted ? figures : between + figures }],
  };
}
