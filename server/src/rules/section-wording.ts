import { say } from '../base/message.ts';
import { similarity } from '../model/label.ts';
import { rewordingSafety } from '../model/rewording.ts';
import { type PresentSection, presentSections } from '../model/sequence.ts';
import { defineRule, type Severity } from './rule.ts';

export const sectionWording = defineRule({
  id: 'section-wording',
  group: 'structure',
  title: '章节标题用语与规定不符',
  severity: 'error',
  since: '0.1.0',
  reads: 'outline',
  basis: '国办公开办函〔2021〕30号“报告内容”：六个部分的标题',
  docs: `检查六个法定章节标题是否一字不差。
二、三、四部分连着法定表格，写错按错误报告；一、五、六部分按警告报告。
照《条例》第五十条原文写的标题也说得通，只作提示。
修正改回规定的标题，不动序号和正文，可以批量进行；标题里有数字，或者和规定的标题相差太远的，逐条确认。`,

  *check(report) {
    for (const section of presentSections(report)) {
      const { heading, template, wording } = section;
      if (wording === 'statutory') continue;
      yield {
        span: heading.title,
        severity: severityOf(section),
        message:
          wording === 'tolerated'
            ? say('标题“{0}”与规定的“{1}、{2}”略有不同。', heading.text, template.ordinal, template.heading)
            : say('标题“{0}”应为“{1}、{2}”。', heading.text, template.ordinal, template.heading),
        fixes: [
          {
            title: say('标题改为“{0}”', template.heading),
            safety: isSafe(section) ? 'safe' : 'ask',
            edits: [{ span: heading.title, insert: template.heading }],
          },
        ],
      };
    }
  },
});

function severityOf({ wording, template }: PresentSection): Severity {
  if (wording === 'tolerated') return 'info';
  return template.table === undefined ? 'warning' : 'error';
}

/** Half of the characters the same. */
const alike = 0.5;

/** Words that a number goes with are not taken away unasked, and neither are words that are hardly like the statutory ones. */
function isSafe({ heading, template }: PresentSection): boolean {
  const known = [template.heading, ...template.tolerated, ...template.aliases];
  return (
    rewordingSafety(heading.text, template.heading) === 'safe' &&
    known.some((words) => similarity(heading.text, words) >= alike)
  );
}
