import { say } from '../base/message.ts';
import { shortName } from '../model/names.ts';
import type { BoundTable, RowBinding } from '../model/report.ts';
import { tablesOfOneForm } from '../model/tables.ts';
import { defineRule, type Fix, type Problem } from './rule.ts';

export const valueCount = defineRule({
  id: 'value-count',
  group: 'tables',
  title: '一行的数字个数与列数不符',
  severity: 'error',
  since: '0.1.0',
  basis: '国办公开办函〔2021〕30号、〔2019〕60号所附表格',
  docs: `一行的数字应与表格的列一一对应：表三每行 7 个，表四一行 15 个，表二按各项的列数。
个数不符时，哪个数属于哪一列无法确定，这一行的合计暂不核对。
多出来的全是 0 时，可以删去多余的 0，逐处询问；其余情形不提供修复。`,
  *check(report) {
    for (const table of tablesOfOneForm(report)) {
      const told = new Set<number>();
      for (const row of table.rows) {
        if (row.kind !== 'miscounted' || told.has(row.span.from)) continue;
        told.add(row.span.from);
        yield problem(table, row);
      }
    }
  },
});

type Miscounted = Extract<RowBinding, { kind: 'miscounted' }>;

function problem(table: BoundTable, row: Miscounted): Problem {
  const sameLine = table.rows.filter(
    (other) => other.kind === 'miscounted' && other.span.from === row.span.from,
  );
  const wanted = sameLine.reduce((sum, other) => sum + other.template.columns.length, 0);
  const [first] = row.values;
  const last = row.values[row.values.length - 1];
  const name = sameLine.length > 1 ? table.template.title : shortName(row.template);
  return {
    span: first && last ? { from: first.span.from, to: last.span.to } : row.span,
    message: say('{0}“{1}”应有 {2} 个数，实有 {3} 个', table.template.name, name, wanted, row.values.length),
    fixes: row.cells ? [dropNoughts(row, wanted)] : [],
  };
}

function dropNoughts(row: Miscounted, wanted: number): Fix {
  return {
    title: say('删去多余的 {0} 个 0', row.values.length - wanted),
    safety: 'ask',
    edits: row.values.slice(wanted).map(({ span }) => ({ span, insert: '' })),
  };
}
