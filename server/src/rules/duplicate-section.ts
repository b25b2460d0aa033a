import { say } from '../base/message.ts';
import { emptySpan } from '../base/span.ts';
import { lineAt, linesWithGap } from '../model/manuscript.ts';
import type { Heading, Report } from '../model/report.ts';
import { presentSections } from '../model/sequence.ts';
import { defineRule, type Fix } from './rule.ts';

export const duplicateSection = defineRule({
  id: 'duplicate-section',
  group: 'structure',
  title: '章节标题重复',
  severity: 'warning',
  since: '0.1.0',
  reads: 'outline',
  basis: '国办公开办函〔2021〕30号“报告内容”：六个部分各写一次',
  docs: `检查同一个法定章节标题是否出现了两次。
下面有正文的那一个算数，其余的标为重复。
正文前面成串的目录不算重复。
一个文件里接着另一份完整的年报时，只检查前一份，并在后一份的标题处说明。
重复的标题下面什么也没有时，可以删去这一行，需要逐条确认；两处都有正文的，请自行合并。`,

  *check(report) {
    for (const { heading, duplicates } of presentSections(report)) {
      for (const duplicate of duplicates) {
        const words = report.text.slice(duplicate.span.from, duplicate.span.to);
        yield {
          span: duplicate.span,
          message: say('“{0}”出现了两次。', words),
          related: [{ span: heading.span, message: say('正文在这里') }],
          fixes: removal(report, duplicate, words),
        };
      }
    }
    if (report.followedBy?.kind === 'report') {
      const { at } = report.followedBy;
      yield {
        span: lineAt(report.tree, at)?.span ?? emptySpan(at),
        message: say('从这里起是另一份年报，只检查前面一份，请把两份年报分成两个文件。'),
      };
    }
  },
});

function removal({ tree, text }: Report, { span, body }: Heading, words: string): readonly Fix[] {
  if (text.slice(span.to, body.to).trim() !== '') return [];
  return [
    {
      title: say('删去重复的“{0}”', words),
      safety: 'ask',
      edits: [{ span: linesWithGap(tree, span.from), insert: '' }],
    },
  ];
}
