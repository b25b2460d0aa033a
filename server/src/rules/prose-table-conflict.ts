import { type Message, say } from '../base/message.ts';
import { sumsOf } from '../model/identities.ts';
import { shortName } from '../model/names.ts';
import type { Cell, ProseFact, Reading, Report } from '../model/report.ts';
import { boundTables } from '../model/tables.ts';
import type { TableTemplate } from '../template/index.ts';
import { defineRule, type Problem } from './rule.ts';

export const proseTableConflict = defineRule({
  id: 'prose-table-conflict',
  group: 'prose',
  title: '正文的数字与表格不一致',
  severity: 'warning',
  since: '0.1.0',
  basis: '国办公开办函〔2021〕30号：正文与表二、表三、表四说的是同一件事，数字应当一致',
  docs: `核对正文里的申请、结转、办理结果、行政复议、行政诉讼和规范性文件件数与表格是否一致。
新收和结转下年度不一致是错误，其余是警告。
“收到”“受理”既可以只算本年新收，也可以连同上年结转，两种都认；“新收”只算本年新收。
“申请量为零”“未有公民、法人和其他组织申请公开”“无结转”等说法按零核对；收到的申请按申请人分的，与各栏核对。
复议、诉讼可以不算尚未审结的，办结、答复可以不算上年结转的，也都认。
约数、百分比、日期、文号、其他年份和历年累计的数字，以及只说线上、自然人、某个部门等一部分的数字不核对。
只与读准的格子核对；格子所在的合计本身不平的，先改表格，这里不重复报告。
正文和表格可能有一处写错，所以不提供修复。`,

  *check(report) {
    const facts = report.facts().filter(({ readings }) => readings.length > 0);
    if (facts.every(agrees)) return;
    const doubtful = unsettled(report);
    for (const fact of facts) {
      const [nearest] = fact.readings;
      if (!nearest || agrees(fact) || settledNearby(fact, facts)) continue;
      if (fact.readings.some(({ cells }) => cells.some((cell) => doubtful.has(cell)))) continue;
      yield problem(report, fact, nearest);
    }
  },
});

const agrees = ({ readings, value }: ProseFact): boolean =>
  readings.some((reading) => reading.value === value);

/** The same paragraph may count one thing twice, for the whole and for a part, or part by part. */
function settledNearby(fact: ProseFact, facts: readonly ProseFact[]): boolean {
  const alike = facts.filter(
    (other) => other.passage.from === fact.passage.from && kindOf(other) === kindOf(fact),
  );
  const sum = alike.reduce((total, { value }) => total + value, 0);
  return alike.some(agrees) || (alike.length > 1 && fact.readings.some(({ value }) => value === sum));
}

/** What a number counts; 新收 may be a part of 收到. */
const kindOf = ({ subjects }: ProseFact): string =>
  subjects.map((subject) => (subject === 'newlyReceived' ? 'received' : subject)).join();

/** The cells of sums that do not come out: the table is put right before the text is held against it. */
const unsettled = (report: Report): ReadonlySet<Cell> =>
  new Set(
    boundTables(report).flatMap((table) =>
      sumsOf(table)
        .broken()
        .flatMap(({ left, right }) => [...left, ...right]),
    ),
  );

const graveOnes: ReadonlySet<string> = new Set(['received', 'newlyReceived', 'carriedOut']);

function problem(report: Report, fact: ProseFact, { cells, value }: Reading): Problem {
  const { text } = report;
  const grave = fact.subjects.some((subject) => graveOnes.has(subject));
  const place = placeOf(report, cells);
  const said = text.slice(fact.full.from, fact.full.to).replace(/\s+/g, '');
  return {
    span: fact.span,
    ...(grave ? { severity: 'error' as const } : {}),
    message:
      fact.unit === ''
        ? say('正文说没有，{0}为 {1}，请核对。', place, value)
        : say('正文写 {0}，{1}为 {2}，相差 {3}，请核对。', said, place, value, Math.abs(value - fact.value)),
    related: cells.map((cell) => ({
      span: cell.span,
      message: say(
        '{0}“{1}”的“{2}”：{3}',
        tableWith(report, cell)?.name ?? '',
        shortName(cell.row),
        cell.column.label,
        shown(cell),
      ),
    })),
  };
}

const shown = ({ quantity }: Cell): string => (quantity.kind === 'number' ? quantity.printed : '');

const tableWith = (report: Report, { row }: Cell): TableTemplate | undefined =>
  boundTables(report).find(({ template }) => template.rows.some(({ id }) => id === row.id))?.template;

/** Cells as a reader finds them in the form: one of them, those of a group of rows or of columns, or several rows. */
function placeOf(report: Report, cells: readonly Cell[]): Message {
  const [first] = cells;
  const table = first && tableWith(report, first);
  if (!table) return say('表格');
  const { name, groups, rows } = table;
  const [row, column] = [shortName(first.row), first.column.label];
  if (cells.length === 1) return say('{0}“{1}”的“{2}”', name, row, column);
  const labelOf = (group: string | undefined) => groups.find(({ id }) => id === group)?.label;
  if (cells.every((cell) => cell.row === first.row))
    return say('{0}“{1}”的“{2}”合计', name, row, labelOf(first.column.group) ?? column);
  const { group } = first.row;
  const all = rows.filter((other) => other.group === group).length === cells.length;
  const label = all && cells.every((cell) => cell.row.group === group) ? labelOf(group) : undefined;
  return label === undefined
    ? say('{0}“{1}”的“{2}”合计', name, cells.map((cell) => shortName(cell.row)).join('、'), column)
    : say('{0}“{1}”各项的“{2}”合计', name, label, column);
}
