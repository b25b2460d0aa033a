import { say } from '../base/message.ts';
import { emptySpan, type Span } from '../base/span.ts';
import type { BoundTable, Report } from '../model/report.ts';
import type { ColumnTemplate } from '../template/index.ts';
import { defineTableRule, type Edit, type Fix, type Problem } from './rule.ts';

export const missingColumn = defineTableRule({
  id: 'missing-column',
  group: 'tables',
  title: '表头缺少或重复了法定的列',
  severity: 'warning',
  since: '0.1.0',
  reads: 'tables',
  basis: '国办公开办函〔2021〕30号、〔2019〕60号所附表格',
  docs: `表头的法定列名丢了，或者同一列名写了两次。
各行数字齐全时只是表头的问题，作警告；数字也不齐全时作错误。
只核对各格位置清楚的表（制表符、竖线）；用空格分开或一格一行的，表三其余列名都完整、只差一个时才判断。
“其他”“总计”在表中别处也有，复制时可能略去，这种排版里不判断；表头在换行中散开的不作判断。
列名随整块的行一起缺少的，由 missing-row 提示。
表头空着的格子就是丢掉的那一列时，可以直接补上，不动数字。`,
  *ofTable(table, report) {
    const { header } = table;
    if (!header.readable || header.missing.length + header.doubled.length === 0) return;
    const missing = header.missing.filter((column) => !goneWithRows(table, column));
    if (missing.length + header.doubled.length > 0)
      yield problem(report, { ...table, header: { ...header, missing } });
  },
});

/** Whether a heading is lost only where all the rows below it are: then the rows are what is missing. */
function goneWithRows({ template, rows, header }: BoundTable, { label }: ColumnTemplate): boolean {
  if (template.headings !== 'group') return false;
  const blocks = new Map<string | undefined, boolean>();
  for (const row of rows) {
    const { group, columns } = row.template;
    if (!columns.some((column) => column.label === label)) continue;
    blocks.set(group, (blocks.get(group) ?? false) || row.kind !== 'missing');
  }
  const wanted = [...blocks.values()].filter(Boolean).length;
  const found = header.labels.filter((one) => one.template.label === label).length;
  return wanted < blocks.size && found >= wanted;
}

function problem(report: Report, table: BoundTable): Problem {
  const { header, template } = table;
  const missing = header.missing.map(({ label }) => `“${label}”`).join('、');
  const doubled = header.doubled.map(({ template: { label } }) => `“${label}”`).join('、');
  const span = header.doubled[0]?.span ?? header.span ?? table.span;
  return {
    span: firstLine(report.text, header.missing.length > 0 ? (besideMissing(table) ?? span) : span),
    severity: complete(table) ? 'warning' : 'error',
    message:
      missing && doubled
        ? say('{0}表头缺少{1}列，{2}列重复', template.name, missing, doubled)
        : missing
          ? rowsShort(table)
            ? say('{0}缺少{1}列，表头没有，各行的数字也少', template.name, missing)
            : say('{0}表头缺少{1}列', template.name, missing)
          : say('{0}表头{1}列重复', template.name, doubled),
    related: header.doubled.map((label) => ({
      span: label.span,
      message: say('重复的“{0}”', label.template.label),
    })),
    fixes: repair(report, table),
  };
}

const rowsShort = ({ rows }: BoundTable): boolean =>
  rows.some((row) => row.kind === 'miscounted' && row.values.length < row.template.columns.length);

/** The heading of the column before the first one missing: the nearest place that can be pointed at. */
function besideMissing({ header, template }: BoundTable): Span | undefined {
  const columns = template.rows[0]?.columns ?? [];
  const at = columns.findIndex(({ label }) => label === header.missing[0]?.label);
  const before = columns[at - 1];
  return header.labels.find((label) => label.template.label === before?.label)?.pieces[0];
}

const firstLine = (text: string, { from, to }: Span): Span => {
  const end = text.slice(from, to).search(/[\r\n]/);
  return { from, to: end < 0 ? to : from + end };
};

const complete = (table: BoundTable): boolean =>
  table.rows.every(
    (row) => row.kind === 'read' && row.cells.every(({ quantity }) => quantity.kind === 'number'),
  );

/** One lost column whose empty cell stands in the header, and headings written twice: the header alone is mended. */
function repair({ text }: Report, table: BoundTable): readonly Fix[] {
  const { missing, doubled } = table.header;
  const [lost] = missing;
  if (missing.length > 1 || table.template.headings !== 'table') return [];
  const edits: Edit[] = doubled.map((label) => ({ span: label.span, insert: '' }));
  if (lost) {
    const place = emptyCellBehind(text, besideMissing(table));
    if (place === undefined) return [];
    edits.push({ span: emptySpan(place), insert: lost.label });
  }
  return [{ title: say('补正表头，不动数字'), safety: 'safe', edits }];
}

function emptyCellBehind(text: string, heading: Span | undefined): number | undefined {
  if (!heading) return undefined;
  const behind = text.slice(heading.to, heading.to + 80);
  const tab = /^[ \u3000]*\t[ \u3000]*(?=[\t\r\n]|$)/.exec(behind);
  const bar = /^[ \u3000]*\|[ \u3000]?(?=[ \u3000]*\|)/.exec(behind);
  const found = tab ?? bar;
  return found ? heading.to + found[0].length : undefined;
}
