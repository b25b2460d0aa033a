import { say } from '../base/message.ts';
import { chineseOrdinal } from '../base/numerals.ts';
import { hashesFor, insertLines, lineBreakOf } from '../model/manuscript.ts';
import type { Report } from '../model/report.ts';
import { type PresentSection, presentSections } from '../model/sequence.ts';
import { defineRule, type Fix } from './rule.ts';

export const emptySection = defineRule({
  id: 'empty-section',
  group: 'structure',
  title: '标题下面没有内容',
  severity: 'warning',
  since: '0.1.0',
  reads: 'outline',
  basis: '国办公开办函〔2021〕30号：报告事项不能遗漏；《条例》第五十条第（四）项',
  docs: `检查一、五、六部分的标题下面有没有文字；第五部分只写“无”也算没有内容。
二、三、四部分以表格为内容，缺表由 missing-table 报告，这里不重复。
第六部分只写“无”的，由 missing-fee-statement 报告。
修正补上写作的框架，内容由起草人填写，需要逐条确认。`,

  *check(report) {
    for (const section of presentSections(report)) {
      if (section.template.table !== undefined || !isEmpty(report, section)) continue;
      const { heading } = section;
      const words = report.text.slice(heading.span.from, heading.span.to);
      yield {
        span: heading.span,
        message: say('“{0}”下面没有内容。', words),
        fixes: [fill(report, section, words)],
      };
    }
  },
});

/** Page numbers and strokes are no content; 无 is none for the problems and their remedies. */
function isEmpty({ text }: Report, { template, body }: PresentSection): boolean {
  const words = text.slice(body.from, body.to).replace(/[\s\d\-—.。*#\u200b]+/g, '');
  return words === '' || (template.id !== 'other' && /^[（(]?(?:无|暂无|没有)[)）]?$/.test(words));
}

function fill(report: Report, { template, body }: PresentSection, words: string): Fix {
  const stub = stubOf(report, template.id);
  const written = report.text.slice(body.from, body.to);
  const rest = written.trim();
  const from = body.from + written.indexOf(rest);
  const edit =
    rest === ''
      ? insertLines(report, body.to, stub)
      : { span: { from, to: from + rest.length }, insert: stub.join(lineBreakOf(report.text).repeat(2)) };
  return { title: say('在“{0}”下面补上写作框架', words), safety: 'ask', edits: [edit] };
}

function stubOf(report: Report, section: string): readonly string[] {
  if (section === 'problems') return ['存在的主要问题：', '改进措施：'];
  if (section === 'other') return ['本年度收取信息处理费　　元。'];
  const hashes = hashesFor(report, 2);
  return report.edition.topics.map(({ heading }, at) => `${hashes}（${chineseOrdinal(at + 1)}）${heading}`);
}
