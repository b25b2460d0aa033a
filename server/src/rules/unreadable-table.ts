import { type Message, say } from '../base/message.ts';
import { emptySpan, type Span } from '../base/span.ts';
import { sumsOf } from '../model/identities.ts';
import type { BoundTable, RowBinding } from '../model/report.ts';
import { tablesOfOneForm } from '../model/tables.ts';
import { defineRule, type Problem } from './rule.ts';

export const unreadableTable = defineRule({
  id: 'unreadable-table',
  group: 'tables',
  title: '表格没有全部读准，部分勾稽关系不作核对',
  severity: 'info',
  since: '0.1.0',
  reads: 'tables',
  basis: '核对原则：只有全部格子读准的勾稽关系才下结论',
  docs: `表格有空格、缺行、错列或读不准的数字时，涉及这些格子的勾稽关系不作核对，每张表只说明一次。
这不是说报告有错，而是说有些地方没有核对到；把提示的格子补齐后会自动核对。
两份报告左右并排在一页上（如两年的比对件）时，整篇不作核对，请先分成两个文件。`,
  ofUnreadable: true,
  *check(report) {
    if (report.sideBySide) {
      yield {
        span: report.sideBySide,
        severity: 'warning',
        message: say('两份报告并排在同一页上，左右混在一起无法核对，请分成两个文件'),
      };
      return;
    }
    for (const table of tablesOfOneForm(report)) yield* heldBack(table);
  },
  ofTable: heldBack,
});

function* heldBack(table: BoundTable): Iterable<Problem> {
  const held = sumsOf(table).unassessed();
  // Rows with too many or too few figures, or none, or by a name of their own have findings of their own.
  const silent = (row: RowBinding): boolean =>
    row.kind === 'unreadable' && !table.unknownRows.some(({ insteadOf }) => insteadOf === row.template);
  if (held > 0 || table.rows.some(silent)) yield { span: place(table), message: message(table, held) };
}

function message({ template: { name }, rows }: BoundTable, identities: number): Message {
  const unreadable = rows.filter((row) => row.kind === 'unreadable');
  const missing = rows.filter((row) => row.kind === 'missing').length;
  const [first] = unreadable;
  if (first && identities === 0)
    return say('{0}有 {1} 行未能读准（{2}）', name, unreadable.length, first.reason);
  if (first)
    return say(
      '{0}有 {1} 行未能读准（{2}），{3} 项勾稽关系不作核对',
      name,
      unreadable.length,
      first.reason,
      identities,
    );
  if (missing > 0) return say('{0}缺 {1} 行，{2} 项勾稽关系不作核对', name, missing, identities);
  return say('{0}有空格、写错的数字或读不准的行，{1} 项勾稽关系不作核对', name, identities);
}

/** The first row that holds something back. */
function place(table: BoundTable): Span {
  for (const row of table.rows) {
    if (row.kind === 'missing') return emptySpan(row.expectedAt);
    if (row.kind !== 'read') return row.span;
    const cell = row.cells.find(({ quantity }) => quantity.kind !== 'number');
    if (cell) return cell.span;
    const [again] = row.duplicates;
    if (again && !again.agrees) return again.span;
  }
  return table.span;
}
