import { say } from '../base/message.ts';
import type { Span } from '../base/span.ts';
import { wholeLine } from '../model/lines.ts';
import { shortName } from '../model/names.ts';
import { tablesOfOneForm } from '../model/tables.ts';
import { defineRule } from './rule.ts';

export const duplicateRow = defineRule({
  id: 'duplicate-row',
  group: 'tables',
  title: '同一行出现两次',
  severity: 'error',
  since: '0.1.0',
  reads: 'rows',
  basis: '国办公开办函〔2021〕30号、〔2019〕60号所附表格',
  docs: `同一个法定行名在一张表里出现两次。
两行数字相同的，可以删去后一行；数字不同的，无法判断哪一行对，相关合计暂不核对，也不提供修复。`,
  *check(report) {
    for (const table of tablesOfOneForm(report)) {
      for (const row of table.rows) {
        if (row.kind !== 'read') continue;
        for (const again of row.duplicates) {
          const name = shortName(row.template);
          yield {
            span: again.span,
            message: again.agrees
              ? say('{0}“{1}”出现两次，数字相同', table.template.name, name)
              : say('{0}“{1}”出现两次，数字不同，请删去错的一行', table.template.name, name),
            related: [{ span: row.span, message: say('“{0}”第一次出现', name) }],
            fixes: again.agrees
              ? [
                  {
                    title: say('删去重复的“{0}”行', name),
                    safety: 'ask',
                    edits: [deletion(report.text, again.full)],
                  },
                ]
              : [],
          };
        }
      }
    }
  },
});

const deletion = (text: string, line: Span) => ({ span: wholeLine(text, line), insert: '' });
