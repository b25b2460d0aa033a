import { say } from '../base/message.ts';
import type { Span } from '../base/span.ts';
import { wholeLine } from '../model/lines.ts';
import { shortName } from '../model/names.ts';
import type { BoundTable, RowBinding } from '../model/report.ts';
import { defineTableRule, type Problem } from './rule.ts';

export const duplicateRow = defineTableRule({
  id: 'duplicate-row',
  group: 'tables',
  title: '同一行出现两次',
  severity: 'error',
  since: '0.1.0',
  reads: 'rows',
  basis: '国办公开办函〔2021〕30号、〔2019〕60号所附表格',
  docs: `同一个法定行名在一张表里出现两次。
两行数字相同的，可以删去后一行；数字不同的，无法判断哪一行对，相关合计暂不核对，也不提供修复。
整张表出现两次的，只提示一条；两张表数字全部相同的，可以删去后一张。`,
  *ofTable(table, { text }) {
    const found = duplicatesIn(table);
    const second = secondTable(table, found);
    if (second) yield wholeTable(table, second);
    else for (const one of found) yield problem(text, table, one);
  },
});

type Read = Extract<RowBinding, { kind: 'read' }>;

interface Duplicate {
  readonly row: Read;
  readonly again: Read['duplicates'][number];
}

const duplicatesIn = ({ rows }: BoundTable): readonly Duplicate[] =>
  rows.flatMap((row) => (row.kind === 'read' ? row.duplicates.map((again) => ({ row, again })) : []));

/** All duplicates, if they are most of the table and stand together behind it. */
function secondTable({ rows }: BoundTable, found: readonly Duplicate[]): readonly Duplicate[] | undefined {
  if (found.length < 3 || found.length * 2 < rows.length) return undefined;
  const first = Math.min(...found.map(({ again }) => again.full.from));
  return found.every(({ row }) => row.full.to <= first) ? found : undefined;
}

function problem(text: string, { template }: BoundTable, { row, again }: Duplicate): Problem {
  const name = shortName(row.template);
  return {
    span: again.span,
    message: again.agrees
      ? say('{0}“{1}”出现两次，数字相同', template.name, name)
      : say('{0}“{1}”出现两次，数字不同，请删去错的一行', template.name, name),
    related: [{ span: row.span, message: say('“{0}”第一次出现', name) }],
    fixes: again.agrees
      ? [
          {
            title: say('删去重复的“{0}”行', name),
            safety: 'ask',
            edits: [{ span: wholeLine(text, again.full), insert: '' }],
          },
        ]
      : [],
  };
}

function wholeTable({ template, rows }: BoundTable, found: readonly Duplicate[]): Problem {
  const places = found.map(({ again }) => again).sort((a, b) => a.full.from - b.full.from);
  const different = places.filter(({ agrees }) => !agrees);
  // The headings of the second table go with it.
  const end = Math.max(...rows.map((row) => (row.kind === 'read' ? row.full.to : 0)));
  const last = places.at(-1)?.full.to ?? end;
  return {
    span: places[0]?.span ?? { from: end, to: end },
    message:
      different.length === 0
        ? say('{0}出现了两次，数字相同', template.name)
        : say('{0}出现了两次，有 {1} 行数字不同，请留下对的一张', template.name, different.length),
    related: different.map(({ span }) => ({ span, message: say('这一行与前一张表不同') })),
    fixes:
      different.length === 0
        ? [
            {
              title: say('删去后一张{0}', template.name),
              safety: 'ask',
              edits: [deletion({ from: end, to: last })],
            },
          ]
        : [],
  };
}

const deletion = (span: Span) => ({ span, insert: '' });
