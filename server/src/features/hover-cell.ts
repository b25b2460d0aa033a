import { type Message, say } from '../base/message.ts';
import { certainCell } from '../model/cells.ts';
import { reportBefore } from '../model/last-year.ts';
import type { BoundTable, Cell, Judgement, Report } from '../model/report.ts';
import { columnGuidance, rowGuidance } from '../template/guidance.ts';
import { columnPath, guidanceOf, rowPath } from './hover-label.ts';
import { verdictOn } from './hover-prose.ts';
import { judgementsOf, statedBy } from './relations.ts';

/** Everything known of a cell: where it is, what counts, its sums worked out, the prose that states it, last year. */
export const aboutCell = (
  report: Report,
  table: BoundTable,
  cell: Cell,
  others: readonly Report[],
): readonly Message[] => [
  say(
    '**{0}　{1} × {2}**',
    table.template.name,
    rowPath(table.template, cell.row),
    columnPath(table.template, cell.column),
  ),
  ...guidanceOf(rowGuidance(cell.row.id)),
  ...columnNote(cell),
  ...judgementsOf(report, cell).map(worked),
  ...statedBy(report, cell).map((fact) => verdictOn(report, fact)),
  ...lastYear(report, cell, others),
];

/** The column is explained by name; that of a total is told by its sum. */
function columnNote({ column }: Cell): readonly Message[] {
  const guidance = columnGuidance(column.id);
  return guidance ? [say('{0}：{1}', column.label, guidance.counts)] : [];
}

/** An identity with its figures: `3 + 1 = 4`. */
function worked(judgement: Judgement): Message {
  const { outcome, left, right } = judgement;
  const name = nameOf(judgement);
  if (outcome.state === 'notAssessable') return say('- ？ {0}：有的格子空着或没有读准，暂不核对', name);
  const sums = [expression(left), expression(right)] as const;
  if (outcome.state === 'held') return say('- ✓ {0}：{1} = {2}', name, ...sums);
  const difference = Math.abs(outcome.left - outcome.right);
  if (right.length > 1)
    return say(
      '- ✗ {0}：{1} = {2}，而 {3} = {4}，相差 {5}',
      name,
      sums[0],
      outcome.left,
      sums[1],
      outcome.right,
      difference,
    );
  return say(
    '- ✗ {0}：{1} = {2}，表中为 {3}，相差 {4}',
    name,
    sums[0],
    outcome.left,
    outcome.right,
    difference,
  );
}

function nameOf({ identity, line }: Judgement): Message {
  switch (identity.id) {
    case 'balance':
      return say('“{0}”列 一 + 二 =（七）总计 + 四', line.label);
    case 'outcome-total':
      return say('“{0}”列 各办理结果之和 =（七）总计', line.label);
    case 'applicant-total':
      return say('本行 六类申请人之和 = 总计');
    case 'review-total':
      return say('本行 四种结果之和 = 总计');
  }
}

/** More addends than this are shown without the noughts among them. */
const fewAddends = 6;

function expression(cells: readonly Cell[]): string {
  const figures = cells.map(({ quantity }) => (quantity.kind === 'number' ? quantity.value : 0));
  const shown = figures.length > fewAddends ? figures.filter((figure) => figure !== 0) : figures;
  return shown.length === 0 ? '0' : shown.join(' + ');
}

/** The same cell in last year's report; for what was carried in, what that report carried out. */
function lastYear(report: Report, cell: Cell, others: readonly Report[]): readonly Message[] {
  const before = reportBefore(report, others);
  if (!before) return [];
  const rowId = cell.row.id === 'carriedIn' ? 'carriedOut' : cell.row.id;
  const found = certainCell(before, rowId, cell.column.id);
  if (found?.quantity.kind !== 'number') return [];
  const { printed } = found.quantity;
  return rowId === cell.row.id
    ? [say('上年（{0} 年）同一格：{1}', before.year ?? '', printed)]
    : [say('上年（{0} 年）“{1}”：{2}', before.year ?? '', found.row.label, printed)];
}
