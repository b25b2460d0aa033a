import { say } from '../base/message.ts';
import { labelKey, similarity } from '../model/label.ts';
import type { BoundTable, LabelFound } from '../model/report.ts';
import { rewordingSafety } from '../model/rewording.ts';
import type { ColumnTemplate, RowTemplate } from '../template/index.ts';
import { defineTableRule, type Problem } from './rule.ts';

export const labelWording = defineTableRule({
  id: 'label-wording',
  group: 'tables',
  title: '行名或列名与格式不一致',
  severity: 'warning',
  since: '0.1.0',
  reads: 'rows',
  basis: '国办公开办函〔2021〕30号、〔2019〕60号所附表格',
  docs: `表格的行名、列名应与格式一字不差。
空格、换行、括号和逗号的全角半角不计较；在换行中断开、拼起来正确的行名也不提示。
修复是换成法定的字样，不动数字；只凭位置认出的列名，以及编号写错的，修复逐处询问。`,
  *ofTable(table) {
    for (const label of labels(table))
      if (label.wording === 'different' && label.pieces.length === 1) yield problem(table, label);
  },
});

function labels(table: BoundTable): readonly LabelFound<RowTemplate | ColumnTemplate>[] {
  const rows = table.rows.flatMap((row) =>
    (row.kind === 'read' || row.kind === 'miscounted') && row.label ? [row.label] : [],
  );
  return table.header.readable ? [...table.header.labels, ...rows] : rows;
}

function problem(table: BoundTable, label: LabelFound<RowTemplate | ColumnTemplate>): Problem {
  const wanted = statutory(label);
  return {
    span: label.span,
    message: say('{0}的“{1}”应为“{2}”', table.template.name, label.text, wanted),
    fixes: [
      {
        title: say('改为“{0}”', wanted),
        safety: recognised(label) ? rewordingSafety(label.text, wanted) : 'ask',
        edits: [{ span: label.span, insert: wanted }],
      },
    ],
  };
}

/** Whether the words tell what is meant; otherwise it is only the place, and somebody has to look. */
const recognised = ({ text, template }: LabelFound<RowTemplate | ColumnTemplate>): boolean =>
  similarity(labelKey(text).core, labelKey(template.label).core) >= 0.55;

const number = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.)/;

/** The statutory words, without the number if that stands in a cell of its own. */
function statutory({ template, text }: LabelFound<RowTemplate | ColumnTemplate>): string {
  const numbered = /^\s*(?:[一二三四五六七八九十]+\s*、|[（(]\s*[一二三四五六七八九十]+\s*[）)]|\d)/.test(
    text,
  );
  return numbered ? template.label : template.label.replace(number, '');
}
