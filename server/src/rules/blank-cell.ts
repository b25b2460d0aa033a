import { lazy } from '../base/lazy.ts';
import { type Message, say } from '../base/message.ts';
import { cover } from '../base/span.ts';
import { fillBlanks, isTotal } from '../model/blanks.ts';
import { shortName } from '../model/names.ts';
import type { BoundTable, Cell, RowBinding } from '../model/report.ts';
import type { ColumnTemplate } from '../template/index.ts';
import { defineTableRule, type Fix, type Problem } from './rule.ts';

export const blankCell = defineTableRule({
  id: 'blank-cell',
  group: 'tables',
  title: '应填数字的格子空着',
  severity: 'warning',
  since: '0.1.0',
  reads: 'tables',
  basis: '国办公开办函〔2021〕30号、〔2019〕60号所附表格（填报惯例：没有发生填 0）',
  docs: `空白、“/”、“-”、“—”、“无”都不是数字；没有发生应填 0，因为空白看不出是没有还是漏填。
一行、一列或整张表大半空着的，合为一条。
有空格的合计暂不核对，也不把空格当作 0。
修复有填这一格、填这一行或这一列、填整张表，都逐处询问；合计的格子按相加的数填。
填上以后与表中合计不符的，不提供修复。`,
  ofTable: problems,
});

type Read = Extract<RowBinding, { kind: 'read' }>;

function* problems(table: BoundTable): Iterable<Problem> {
  if (!table.rows.some(hasBlank)) return;
  const rows = table.rows.filter((row) => row.kind === 'read');
  const blanks = rows.flatMap(blankCells);
  const cells = rows.reduce((sum, row) => sum + row.cells.length, 0);
  if (rows.length > 1 && blanks.length * 2 > cells) {
    yield wholeTable(table, rows, blanks, cells);
    return;
  }
  const told = new Set<Cell>();
  const all = lazy(() => fillAll(table, blanks));
  const tell = (some: readonly Cell[]) => {
    for (const cell of some) told.add(cell);
    return blanks.length > some.length ? all() : [];
  };
  for (const row of rows) {
    const own = blankCells(row);
    if (own.length > 1 && own.length * 2 > row.cells.length) yield inRow(table, row, own, tell(own));
  }
  for (const column of table.template.headings === 'table' ? (rows[0]?.template.columns ?? []) : []) {
    const own = blanks.filter((cell) => cell.column === column && !told.has(cell));
    if (own.length > 2 && own.length * 2 > rows.length) yield inColumn(table, column, own, tell(own));
  }
  for (const cell of blanks) if (!told.has(cell)) yield alone(table, cell, tell([cell]));
}

const isBlank = ({ quantity }: Cell): boolean => quantity.kind === 'blank';

const hasBlank = (row: RowBinding): boolean => row.kind === 'read' && row.cells.some(isBlank);

const blankCells = (row: Read): readonly Cell[] => row.cells.filter(isBlank);

const fillAll = (table: BoundTable, blanks: readonly Cell[]): readonly Fix[] =>
  fix(say('整张{0}的 {1} 个空格都填上', table.template.name, blanks.length), table, blanks);

function wholeTable(
  table: BoundTable,
  rows: readonly Read[],
  blanks: readonly Cell[],
  cells: number,
): Problem {
  const { from } = rows.map((row) => row.span).reduce(cover);
  const { name } = table.template;
  const fixes = fillAll(table, blanks);
  if (blanks.length === cells)
    return {
      span: { from, to: from },
      message: say('{0}的 {1} 格全部空着，没有发生应填 0', name, cells),
      fixes,
    };
  return {
    span: blanks[0]?.span ?? { from, to: from },
    message:
      fixes.length > 0
        ? say('{0}的 {1} 格空着 {2} 格，没有发生应填 0', name, cells, blanks.length)
        : say('{0}的 {1} 格空着 {2} 格，都填 0 与合计不符，请逐格核对', name, cells, blanks.length),
    related: places(blanks),
    fixes,
  };
}

function inRow(table: BoundTable, row: Read, blanks: readonly Cell[], rest: readonly Fix[]): Problem {
  const name = shortName(row.template);
  const [first] = blanks;
  return {
    span: row.label?.span ?? first?.span ?? row.span,
    message:
      blanks.length === row.cells.length
        ? say('{0}“{1}”整行空着，没有发生应填 0', table.template.name, name)
        : say('{0}“{1}”有 {2} 格空着，没有发生应填 0', table.template.name, name, blanks.length),
    related: blanks.length === row.cells.length ? [] : places(blanks),
    fixes: [...fix(say('“{0}”的 {1} 个空格都填上', name, blanks.length), table, blanks), ...rest],
  };
}

function inColumn(
  table: BoundTable,
  column: ColumnTemplate,
  blanks: readonly Cell[],
  rest: readonly Fix[],
): Problem {
  const [first] = blanks;
  const heading = table.header.labels.find(({ template }) => template === column);
  const total = first && isTotal(table, first);
  return {
    span: heading?.pieces[0] ?? first?.span ?? table.span,
    message: total
      ? say('{0}“{1}”列有 {2} 格空着，应填各行之和', table.template.name, column.label, blanks.length)
      : say('{0}“{1}”列有 {2} 格空着，没有发生应填 0', table.template.name, column.label, blanks.length),
    related: places(blanks),
    fixes: [...fix(say('“{0}”列的 {1} 个空格都填上', column.label, blanks.length), table, blanks), ...rest],
  };
}

const places = (blanks: readonly Cell[]) =>
  blanks.map(({ span, row, column }) => ({
    span,
    message: say('“{0}”的“{1}”', shortName(row), column.label),
  }));

function alone(table: BoundTable, cell: Cell, rest: readonly Fix[]): Problem {
  const { span, row, column, quantity } = cell;
  const text = quantity.kind === 'blank' ? quantity.text : '';
  const [filling] = fillBlanks(table, [cell]);
  return {
    span,
    message: say(
      '{0}“{1}”的“{2}”{3}，{4}',
      table.template.name,
      shortName(row),
      column.label,
      text === '' ? say('空着') : say('写的是“{0}”', text),
      advice(table, cell, filling?.insert),
    ),
    fixes: [
      ...(filling
        ? [{ title: say('这一格填 {0}', filling.insert), safety: 'ask', edits: [filling] } as const]
        : []),
      ...rest,
    ],
  };
}

function advice(table: BoundTable, cell: Cell, figure: string | undefined): Message {
  if (figure !== undefined && isTotal(table, cell)) return say('相加应为 {0}', figure);
  if (figure !== undefined) return say('没有发生应填 0');
  return isTotal(table, cell) ? say('应填合计') : say('填 0 与合计不符，请核对后填写');
}

function fix(title: Message, table: BoundTable, cells: readonly Cell[]): readonly Fix[] {
  const edits = fillBlanks(table, cells);
  return edits.length > 0 ? [{ title, safety: 'ask', edits }] : [];
}
