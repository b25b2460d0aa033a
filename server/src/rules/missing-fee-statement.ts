import { say } from '../base/message.ts';
import { insertLines, lineBreakOf } from '../model/manuscript.ts';
import { inText, type Passage } from '../model/prose/passages.ts';
import { placed, remembered } from '../model/prose/words.ts';
import type { Report } from '../model/report.ts';
import { type PresentSection, presentSections } from '../model/sequence.ts';
import { defineRule, type Fix } from './rule.ts';

export const missingFeeStatement = defineRule({
  id: 'missing-fee-statement',
  group: 'prose',
  title: '第六部分没有报告信息处理费',
  severity: 'error',
  since: '0.1.0',
  reads: 'prose',
  basis: '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）：收费情况纳入政府信息公开工作年度报告',
  docs: `从 2021 年起，第六部分每年都要报告信息处理费的收取情况，没有收取也要写明。
只写“无”，或者通篇没有提到信息处理费的，是错误；说到收费、却没有点明信息处理费的，是警告。
别的部分已经写明的，以及写明“从略”的摘录，不报；第六部分是空的，由 empty-section 报告。
修正补上通行的一句，件数和金额留空由起草人填写，需要逐条确认。`,

  *check(report) {
    if (report.edition.id !== '2021') return;
    const section = presentSections(report).find(({ template }) => template.id === 'other');
    if (!section) return;
    const passages = report.passages();
    const own = passages.filter((passage) => passage.section === 'other');
    if (own.length === 0 || passages.some(({ words }) => namesFee(words))) return;
    if (own.some(({ words }) => words.text.includes('从略'))) return;
    const vague = own.flatMap((passage) => chargesIn(passage)).at(0);
    const fixes = [fix(report, section, own)];
    yield vague
      ? {
          span: vague,
          severity: 'warning',
          message: say('第六部分说到收费，但没有点明信息处理费收取了多少。'),
          fixes,
        }
      : {
          span: section.heading.span,
          message: say('第六部分没有报告信息处理费，没有收取也应当写明。'),
          fixes,
        };
  },
});

const namesFee = remembered(({ text }) => text.includes('处理费'));

function chargesIn(passage: Passage) {
  const at = passage.words.text.search(/收费|费用|缴费/);
  return at < 0 ? [] : [inText(passage, placed(passage.words, at, at + 2))];
}

function fix(report: Report, { body }: PresentSection, own: readonly Passage[]): Fix {
  const year = report.year === undefined ? '本年度' : `${report.year}年`;
  const statement = `依据《政府信息公开信息处理费管理办法》，${year}发出收费通知　　件，总金额　　元，实际收取信息处理费　　元。`;
  const title = say('补上信息处理费的收取情况（件数和金额待填）');
  const [only] = own;
  if (!only || own.length > 1 || !/^[（]?(?:无|暂无|没有)[）]?[。.]?$/.test(only.words.text))
    return { title, safety: 'ask', edits: [insertLines(report, body.to, [statement])] };
  const lineBreak = lineBreakOf(report.text);
  const insert = [statement, '没有其他需要报告的事项。'].join(lineBreak.repeat(2));
  return {
    title,
    safety: 'ask',
    edits: [{ span: inText(only, { from: 0, to: only.words.source.length }), insert }],
  };
}
