import { say } from '../base/message.ts';
import { yearPattern } from '../base/numerals.ts';
import { lineBreakOf } from '../model/manuscript.ts';
import type { Report, Title } from '../model/report.ts';
import { hasStatutoryName, titleWords } from '../model/title-words.ts';
import { defineRule, type Problem } from './rule.ts';

export const titleWording = defineRule({
  id: 'title-wording',
  group: 'structure',
  title: '标题用语不是“政府信息公开工作年度报告”',
  severity: 'error',
  since: '0.1.0',
  reads: 'outline',
  basis: '《中华人民共和国政府信息公开条例》第四十九条、第五十条“政府信息公开工作年度报告”',
  docs: `检查标题是否写作“政府信息公开工作年度报告”。
“政务信息公开”“信息公开”“工作报告”等写法都不是条例规定的名称。
只少了“工作”二字，或者年份插在中间的，按警告提示。
“某某县人民政府信息公开工作年度报告”可以看作两个“政府”合写成一个，不报。
修正把标题改成规定写法，机关名称和年份不动，需要逐条确认。`,

  *check(report) {
    const { title } = report;
    if (!title || hasStatutoryName(title.text)) return;
    yield problem(report, title, titleWords(title.text));
  },
});

/** The term is right, only 工作 is lost or the words stand in another order. */
const nearly = new RegExp(`政府信息公开(?:工作)?(?:${yearPattern})?年?度?(?:的?年度)?(?:工作)?报告$`);

function problem(report: Report, { span }: Title, words: string): Problem {
  const found = words.slice(words.search(/(?:政府信息|政务信息|信息|政务)公开/));
  const near = nearly.test(words) && /年度/.test(found);
  const wanted = rewritten(report, words);
  return {
    span,
    message: say('标题写作“{0}”，应为“政府信息公开工作年度报告”。', found),
    ...(near ? { severity: 'warning' as const } : {}),
    fixes: [
      {
        title: say('标题改为“{0}”', wanted),
        safety: 'ask',
        edits: [{ span, insert: onItsLines(report, span.from, span.to, wanted) }],
      },
    ],
  };
}

/** Organ and year in the order they have, then the statutory name. */
function rewritten({ organ = '', year }: Report, words: string): string {
  const ofYear = year === undefined ? '' : `${year}年`;
  const first = new RegExp(`^${yearPattern}`).test(words) ? ofYear + organ : organ + ofYear;
  return `${first}政府信息公开工作年度报告`;
}

/** A title of two lines keeps the organ on the first. */
function onItsLines({ text, organ }: Report, from: number, to: number, wanted: string): string {
  const [first = '', ...rest] = text.slice(from, to).split(/[\r\n]+/);
  if (rest.length === 0 || organ === undefined || first.replace(/\s/g, '') !== organ) return wanted;
  return organ + lineBreakOf(text) + wanted.slice(organ.length);
}
