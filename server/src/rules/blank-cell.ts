import { type Message, say } from '../base/message.ts';
import { cover } from '../base/span.ts';
import { fillBlanks } from '../model/blanks.ts';
import { shortName } from '../model/names.ts';
import type { BoundTable, Cell, RowBinding } from '../model/report.ts';
import { boundTables } from '../model/tables.ts';
import { defineRule, type Fix, type Problem } from './rule.ts';

export const blankCell = defineRule({
  id: 'blank-cell',
  group: 'tables',
  title: '应填数字的格子空着',
  severity: 'warning',
  since: '0.1.0',
  basis: '国办公开办函〔2021〕30号、〔2019〕60号所附表格（填报惯例：没有发生填 0）',
  docs: `空白、“/”、“-”、“—”、“无”都不是数字；没有发生应填 0，因为空白看不出是没有还是漏填。
整行空着合为一条，整张表空着也合为一条。
有空格的合计暂不核对，也不把空格当作 0。
修复有填这一格、填这一行、填整张表三种，都逐处询问；“总计”列按六类之和填。`,
  *check(report) {
    for (const table of boundTables(report)) yield* problems(table);
  },
});

type Read = Extract<RowBinding, { kind: 'read' }>;

function* problems(table: BoundTable): Iterable<Problem> {
  const rows = table.rows.filter((row) => row.kind === 'read');
  const blanks = rows.flatMap(blankCells);
  const all = rows.reduce((sum, row) => sum + row.cells.length, 0);
  const [first] = blanks;
  if (!first) return;
  const wholeTable = fix(
    say('整张{0}的 {1} 个空格都填上', table.template.name, blanks.length),
    table,
    blanks,
  );
  if (blanks.length === all && rows.length > 1) {
    const span = rows.map((row) => row.span).reduce(cover);
    yield {
      span: { from: span.from, to: span.from },
      message: say('{0}的 {1} 格全部空着，没有发生应填 0', table.template.name, all),
      fixes: wholeTable,
    };
    return;
  }
  for (const row of rows) yield* inRow(table, row, wholeTable);
}

const blankCells = (row: Read): readonly Cell[] =>
  row.cells.filter(({ quantity }) => quantity.kind === 'blank');

function* inRow(table: BoundTable, row: Read, wholeTable: readonly Fix[]): Iterable<Problem> {
  const blanks = blankCells(row);
  const name = shortName(row.template);
  const wholeRow = fix(say('“{0}”的 {1} 个空格都填上', name, blanks.length), table, blanks);
  const [first] = blanks;
  if (first && blanks.length === row.cells.length && blanks.length > 1) {
    yield {
      span: row.label?.span ?? first.span,
      message: say('{0}“{1}”整行空着，没有发生应填 0', table.template.name, name),
      fixes: [...wholeRow, ...wholeTable],
    };
    return;
  }
  for (const cell of blanks) {
    yield {
      span: cell.span,
      message: message(table, name, cell),
      fixes: [...fix(undefined, table, [cell]), ...(blanks.length > 1 ? wholeRow : []), ...wholeTable],
    };
  }
}

function message(table: BoundTable, row: string, { column, quantity }: Cell): Message {
  const text = quantity.kind === 'blank' ? quantity.text : '';
  return text === ''
    ? say('{0}“{1}”的“{2}”空着，没有发生应填 0', table.template.name, row, column.label)
    : say('{0}“{1}”的“{2}”写的是“{3}”，没有发生应填 0', table.template.name, row, column.label, text);
}

function fix(title: Message | undefined, table: BoundTable, cells: readonly Cell[]): readonly Fix[] {
  const filling = fillBlanks(table, cells);
  const [first] = filling;
  if (!first) return [];
  return [{ title: title ?? say('这一格填 {0}', first.insert), safety: 'ask', edits: filling }];
}
