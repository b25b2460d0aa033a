import { type Message, say } from '../base/message.ts';
import { insertTable, notationOf } from '../model/manuscript.ts';
import type { AbsentTable, Report } from '../model/report.ts';
import { blankTable } from '../model/skeleton.ts';
import { defineRule, type Problem } from './rule.ts';

export const missingTable = defineRule({
  id: 'missing-table',
  group: 'tables',
  title: '该有法定表格的部分没有表格',
  severity: 'error',
  since: '0.1.0',
  reads: 'outline',
  basis: '国办公开办函〔2021〕30号、〔2019〕60号所附表格；《条例》第五十条',
  docs: `第二、三、四部分各有一张法定表格，必须以文字形式的表格发布。
部分在、表格不在，只有一张表格的图片，或者只有表头、没有一行，都会提示。
整个部分缺失时由“缺少法定部分”提示，这里不重复。
修复会插入本年度格式的空白表格，数字留空待填；已有表头的，不再另插一张。`,
  *check(report) {
    for (const table of Object.values(report.tables))
      if (table.kind === 'absent') yield* problem(table, report);
  },
});

function* problem(table: AbsentTable, report: Report): Iterable<Problem> {
  const { template, expectedAt, picture, begun } = table;
  const section = report.sections.find(({ template: { id } }) => id === template.section);
  if (expectedAt === undefined || section?.kind !== 'present') return;
  yield {
    span: picture ?? begun ?? section.heading.span,
    message: message(table),
    fixes: begun
      ? []
      : [
          {
            title: say('插入空白的{0}（数字待填）', template.name),
            safety: 'ask',
            edits: [insertTable(report.tree, expectedAt, blankTable(template, notationOf(report)))],
          },
        ],
  };
}

function message({ template: { name, title }, picture, begun }: AbsentTable): Message {
  if (picture) return say('{0}“{1}”只有图片，应改为文字表格', name, title);
  if (begun) return say('{0}“{1}”只有表头，没有一行数字', name, title);
  return say('{0}“{1}”没有表格，本部分应填报法定表格', name, title);
}
