import { type Message, say } from '../base/message.ts';
import { shortName } from '../model/names.ts';
import type { BoundTable, Cell } from '../model/report.ts';
import { rewordingSafety } from '../model/rewording.ts';
import { defineTableRule, type Fix, type Problem } from './rule.ts';

export const malformedNumber = defineTableRule({
  id: 'malformed-number',
  group: 'tables',
  title: '格子里不是规范的数字',
  severity: 'error',
  since: '0.1.0',
  reads: 'tables',
  basis: '国办公开办函〔2021〕30号、〔2019〕60号所附表格',
  docs: `表格里的件数应是 0 或正整数的阿拉伯数字，不带单位、文字、小数和负号；金额不带单位（2019 年表式的“采购总金额”列名里没有单位，可以带）。
2019 年表式的“本年增/减”可以带正负号或“增”“减”。
全角数字、千位分隔符（1,234、1 234）、“.0”读得懂，作为信息提示。
格子里换了行、数字分在两行的，无法确定是一个数还是几个数，作为信息提示，不下结论。
只有数值确定无疑时才提供修复（３ 改为 3，3件 改为 3）；括号里的说明带着别的数的，逐处询问；“12.5”“三”“1 2”“09”之类不替您猜。`,
  *ofTable(table) {
    for (const row of table.rows) {
      const cells = row.kind === 'read' ? row.cells : row.kind === 'miscounted' ? (row.cells ?? []) : [];
      for (const cell of cells) if (isOdd(cell)) yield* problem(table, cell);
    }
  },
});

/** Nearly all cells are plain figures, and no more is done for them than this. */
const isOdd = ({ quantity }: Cell): boolean =>
  quantity.kind === 'malformed' || (quantity.kind === 'number' && quantity.notation !== undefined);

const money = /^[\d０-９,，.．]+\s*[万亿]?元$/;

function* problem(table: BoundTable, cell: Cell): Iterable<Problem> {
  const { quantity, row, column, span } = cell;
  const name = shortName(row);
  if (quantity.kind === 'malformed') {
    if (column.unitInCell && money.test(quantity.text)) return;
    if (quantity.torn) {
      yield {
        span,
        severity: 'info',
        message: say(
          '{0}“{1}”的“{2}”里，数字分成了两行，无法确定是一个数还是几个数',
          table.template.name,
          name,
          column.label,
        ),
        fixes: [],
      };
      return;
    }
    yield {
      span,
      message: say(
        '{0}“{1}”的“{2}”写的是“{3}”，{4}',
        table.template.name,
        name,
        column.label,
        quantity.text.slice(0, 20),
        /^[0０][\d０-９]/.test(quantity.text)
          ? say('数字不能以 0 开头，可能是几个数连在一起，或一个数断成两截')
          : wanted(cell),
      ),
      fixes:
        quantity.meant === undefined
          ? []
          : [rewrite(cell, quantity.meant, rewordingSafety(quantity.text, quantity.meant))],
    };
  } else if (quantity.kind === 'number' && quantity.notation) {
    yield {
      span,
      severity: 'info',
      message: say('{0}“{1}”的“{2}”宜写作 {3}', table.template.name, name, column.label, quantity.printed),
      fixes: [rewrite(cell, quantity.printed, 'safe')],
    };
  }
}

function wanted({ column: { measure } }: Cell): Message {
  switch (measure) {
    case 'count':
      return say('应为 0 或正整数，不带单位和文字');
    case 'change':
      return say('应为整数，减少用负号');
    case 'amount':
      return say('应为数字，不带单位和文字');
  }
}

const rewrite = ({ span }: Cell, figure: string, safety: Fix['safety']): Fix => ({
  title: say('改写为 {0}', figure),
  safety,
  edits: [{ span, insert: figure }],
});
