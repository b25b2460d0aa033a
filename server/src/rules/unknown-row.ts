import { say } from '../base/message.ts';
import { labelKey } from '../model/label.ts';
import { wholeLine } from '../model/lines.ts';
import { shortName } from '../model/names.ts';
import type { BoundTable, UnknownRow } from '../model/report.ts';
import type { RowTemplate } from '../template/index.ts';
import { defineTableRule, type Problem } from './rule.ts';

export const unknownRow = defineTableRule({
  id: 'unknown-row',
  group: 'tables',
  title: '表格里有格式以外的行',
  severity: 'warning',
  since: '0.1.0',
  reads: 'rows',
  basis: '国办公开办函〔2021〕30号、〔2019〕60号所附表格',
  docs: `法定表格不能自行增加行，例如“法人小计”“其他主动公开文件”。
多出来的行不参与勾稽。修复是删去这一行，逐处询问。
如果正好在这个位置缺一行，就是行名写错了，只提示一条，修复是改成法定的行名，逐处询问。`,
  *ofTable(table, { text }) {
    for (const row of table.unknownRows.filter(({ label }) => !isHeading(table, label))) {
      if (!row.insteadOf) yield added(text, table, row);
      else if (!isScrap(table, row.label, row.insteadOf)) yield misnamed(table, row, row.insteadOf);
    }
  },
});

function added(text: string, table: BoundTable, { span, full, label }: UnknownRow): Problem {
  return {
    span,
    message: say('{0}没有“{1}”这一行，法定表格不能增加行', table.template.name, label.slice(0, 30)),
    fixes: [
      {
        title: say('删去“{0}”这一行', label.slice(0, 20)),
        safety: 'ask',
        edits: [{ span: wholeLine(text, full), insert: '' }],
      },
    ],
  };
}

function misnamed(table: BoundTable, { span, name, label }: UnknownRow, wanted: RowTemplate): Problem {
  return {
    span,
    message: say(
      '{0}没有“{1}”这一行，这里应是“{2}”',
      table.template.name,
      label.slice(0, 30),
      shortName(wanted),
    ),
    fixes: [
      {
        title: say('改为“{0}”', wanted.label),
        safety: 'ask',
        edits: [{ span: name, insert: wanted.label }],
      },
    ],
  };
}

/** A row whose label was lost on the way begins with the heading above it. */
const isHeading = ({ template }: BoundTable, label: string): boolean =>
  [
    ...template.groups.map((group) => group.label),
    ...template.rows.flatMap(({ columns }) => columns.flatMap((one) => [one.label, ...(one.variants ?? [])])),
  ].some((heading) => labelKey(heading).core === labelKey(label).core);

/** A few characters, all of them from the label wanted and the heading of its group: both were torn over several lines. */
function isScrap({ template }: BoundTable, label: string, wanted: RowTemplate): boolean {
  const { core } = labelKey(label);
  const group = template.groups.find(({ id }) => id === wanted.group);
  const whole = labelKey(wanted.label).core;
  return (
    2 * core.length < whole.length && [...core].every((one) => (whole + (group?.label ?? '')).includes(one))
  );
}
