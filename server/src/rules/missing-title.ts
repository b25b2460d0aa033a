import { say } from '../base/message.ts';
import { insertLines } from '../model/manuscript.ts';
import type { Report } from '../model/report.ts';
import { defineRule, type Fix } from './rule.ts';

export const missingTitle = defineRule({
  id: 'missing-title',
  group: 'structure',
  title: '没有报告标题',
  severity: 'warning',
  since: '0.1.0',
  reads: 'outline',
  basis: '各级行政机关年度报告的通行写法：“机关名称＋年份＋政府信息公开工作年度报告”',
  docs: `检查正文里有没有“某机关某年政府信息公开工作年度报告”这样一行标题。
标题可以分两行写，也可以带 Markdown 的 # 号。
修正只在开头补一行标题，机关名称留给起草人填写，需要逐条确认。
词语不对的标题由 title-wording 报告，写法不规范的标题由 title-form 报告，这里不重复。`,

  *check(report) {
    if (report.title) return;
    const at = report.text.startsWith('\ufeff') ? 1 : 0;
    yield {
      span: { from: at, to: at },
      message: say('没有找到报告标题。请在开头写明“机关名称＋年份＋政府信息公开工作年度报告”。'),
      fixes: [insertTitle(report, at)],
    };
  },
});

function insertTitle(report: Report, at: number): Fix {
  const year = report.year === undefined ? '' : `${report.year}年`;
  const edit = insertLines(report, at, [`${year}政府信息公开工作年度报告`]);
  return { title: say('在开头补一行标题（机关名称待填）'), safety: 'ask', edits: [edit] };
}
