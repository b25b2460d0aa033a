import { say } from '../base/message.ts';
import { contains, type Span } from '../base/span.ts';
import { wholeLine } from '../model/lines.ts';
import { lineAt } from '../model/manuscript.ts';
import { shortName } from '../model/names.ts';
import type { BoundTable, Report, RowBinding } from '../model/report.ts';
import { defineTableRule, type Fix, type Problem } from './rule.ts';

/** From so many rows on it is a column that is missing or added. */
const manyRows = 4;

export const valueCount = defineTableRule({
  id: 'value-count',
  group: 'tables',
  title: '一行的数字个数与列数不符',
  severity: 'error',
  since: '0.1.0',
  reads: 'rows',
  basis: '国办公开办函〔2021〕30号、〔2019〕60号所附表格',
  docs: `一行的数字应与表格的列一一对应：表三每行 7 个，表四一行 15 个，表二按各项的列数。
个数不符时，哪个数属于哪一列无法确定，这一行的合计暂不核对。
表格里单独成行、不属于任何一格的数字（如分页处的页码）作警告，不计入各行。
许多行都多（少）同样几个数，是多（少）了列，合为一条；表头也少同一列的，由“表头缺少或重复了法定的列”提示。
多出来的全是 0 时，可以删去多余的 0，逐处询问；其余情形不提供修复。`,
  *ofTable(table, report) {
    const told = new Set<number>();
    for (const row of table.rows) {
      if (row.kind !== 'miscounted' || told.has(row.span.from)) continue;
      const alike = table.template.headings === 'table' ? rowsLike(table, row) : [];
      for (const one of alike.length < manyRows ? [row] : alike) told.add(one.span.from);
      if (alike.length < manyRows) yield problem(table, row);
      else if (!columnLost(table, row)) yield inMany(table, row, alike);
    }
    for (const stray of table.strays) yield strayNumber(report, table, stray);
  },
});

type Miscounted = Extract<RowBinding, { kind: 'miscounted' }>;

const rowsLike = ({ rows }: BoundTable, { values }: Miscounted): readonly Miscounted[] =>
  rows.filter((row) => row.kind === 'miscounted').filter((row) => row.values.length === values.length);

/** Whether the header has lost as many columns as the row has values: then the header is told. */
const columnLost = ({ header, template }: BoundTable, { values }: Miscounted): boolean =>
  header.readable && header.missing.length === (template.rows[0]?.columns.length ?? 0) - values.length;

function strayNumber({ text, tree }: Report, { template }: BoundTable, stray: Span): Problem {
  const inMarkup = tree.markup.some((region) => contains(region, stray));
  const line = lineAt(tree, stray.from);
  return {
    span: stray,
    severity: 'warning',
    message: say(
      '{0}里单独成行的“{1}”不属于任何一格，像是页码',
      template.name,
      text.slice(stray.from, stray.to),
    ),
    fixes:
      inMarkup || !line
        ? []
        : [
            {
              title: say('删去这一行'),
              safety: 'ask',
              edits: [{ span: wholeLine(text, line.full), insert: '' }],
            },
          ],
  };
}

function inMany({ template }: BoundTable, row: Miscounted, alike: readonly Miscounted[]): Problem {
  return {
    span: placeOf(row),
    message: say(
      '{0}有 {1} 行各有 {2} 个数，应各有 {3} 个，请核对是否多了或少了一列',
      template.name,
      alike.length,
      row.values.length,
      row.template.columns.length,
    ),
    related: alike
      .filter((other) => other !== row)
      .map((other) => ({ span: placeOf(other), message: say('“{0}”', shortName(other.template)) })),
  };
}

function problem(table: BoundTable, row: Miscounted): Problem {
  const sameLine = table.rows.filter(
    (other) => other.kind === 'miscounted' && other.span.from === row.span.from,
  );
  const wanted = sameLine.reduce((sum, other) => sum + other.template.columns.length, 0);
  const name = sameLine.length > 1 ? table.template.title : shortName(row.template);
  return {
    span: placeOf(row),
    message: say('{0}“{1}”应有 {2} 个数，实有 {3} 个', table.template.name, name, wanted, row.values.length),
    fixes: row.cells ? [dropNoughts(row, wanted)] : [],
  };
}

/** From the first to the last of its values. */
function placeOf({ values, span }: Miscounted) {
  const [first] = values;
  const last = values[values.length - 1];
  return first && last ? { from: first.span.from, to: last.span.to } : span;
}

function dropNoughts(row: Miscounted, wanted: number): Fix {
  return {
    title: say('删去多余的 {0} 个 0', row.values.length - wanted),
    safety: 'ask',
    edits: row.values.slice(wanted).map(({ span }) => ({ span, insert: '' })),
  };
}
