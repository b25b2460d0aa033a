import { say } from '../base/message.ts';
import { emptySpan } from '../base/span.ts';
import { blankRow } from '../model/blank-row.ts';
import { lineBreakOf } from '../model/manuscript.ts';
import { shortName } from '../model/names.ts';
import type { BoundTable, Report, RowBinding } from '../model/report.ts';
import { tablesOfOneForm } from '../model/tables.ts';
import { defineRule, type Fix, type Problem } from './rule.ts';

export const missingRow = defineRule({
  id: 'missing-row',
  group: 'tables',
  title: '表格缺少法定的行',
  severity: 'error',
  since: '0.1.0',
  reads: 'rows',
  basis: '国办公开办函〔2021〕30号、〔2019〕60号所附表格',
  docs: `法定表格的每一行都要有，没有发生也不能删行。
按行名对照格式逐行核对，与行的先后和空行无关；接连缺少的几行合为一条提示。
修复会按相邻行的写法补上空白行，数字留空待填；表二整块（如“第二十条第（五）项”）都缺的，要连表头一起补，不提供修复。`,
  *check(report) {
    for (const table of tablesOfOneForm(report))
      for (const run of runs(table)) yield problem(report, table, run);
  },
});

type Missing = Extract<RowBinding, { kind: 'missing' }>;

/** Rows missing one after the other, which belong in the same place. */
function runs(table: BoundTable): readonly (readonly Missing[])[] {
  const result: Missing[][] = [];
  let open: Missing[] | undefined;
  for (const row of table.rows) {
    if (row.kind !== 'missing') open = undefined;
    else if (open && open[0]?.expectedAt === row.expectedAt) open.push(row);
    else {
      open = [row];
      result.push(open);
    }
  }
  return result;
}

function problem(report: Report, table: BoundTable, run: readonly Missing[]): Problem {
  const names = run.map((row) => `“${shortName(row.template)}”`);
  const listed = names.length > 3 ? `${names.slice(0, 3).join('、')}……` : names.join('、');
  return {
    span: emptySpan(run[0]?.expectedAt ?? table.span.to),
    message: say('{0}缺少 {1} 行：{2}', table.template.name, run.length, listed),
    fixes: insertRows(report, table, run),
  };
}

function insertRows({ text, tree }: Report, table: BoundTable, run: readonly Missing[]): readonly Fix[] {
  const at = run[0]?.expectedAt;
  if (withoutBlock(table, run)) return [];
  const lines = run.map((row) => blankRow(tree, table, row.template));
  if (at === undefined || lines.some((line) => line === undefined)) return [];
  const atLineStart = at === 0 || text.charAt(at - 1) === '\n' || text.charAt(at - 1) === '\r';
  const lineBreak = lineBreakOf(text);
  const insert = lines.map((line) => (atLineStart ? line + lineBreak : lineBreak + line)).join('');
  return [
    {
      title: say('补上这 {0} 行（数字待填）', run.length),
      safety: 'ask',
      edits: [{ span: emptySpan(at), insert }],
    },
  ];
}

/** Whether a row's whole block is gone, so that it would come to stand under the headings of another. */
function withoutBlock({ template, rows }: BoundTable, run: readonly Missing[]): boolean {
  if (template.headings !== 'group') return false;
  const there = new Set(rows.flatMap((row) => (row.kind === 'missing' ? [] : [row.template.group])));
  return run.some((row) => !there.has(row.template.group));
}
