import { say } from '../base/message.ts';
import { insertLines } from '../model/manuscript.ts';
import { remembered } from '../model/prose/words.ts';
import { presentSections } from '../model/sequence.ts';
import { defineRule } from './rule.ts';

export const problemsWithoutMeasures = defineRule({
  id: 'problems-without-measures',
  group: 'prose',
  title: '第五部分只写了问题，或者只写了改进',
  severity: 'warning',
  since: '0.1.0',
  reads: 'prose',
  basis: '《中华人民共和国政府信息公开条例》第五十条第（四）项：存在的主要问题及改进情况',
  docs: `第五部分既要写存在的主要问题，也要写改进情况，缺一不可。
按用词判断：问题、不足、差距、有待等算写了问题，改进、下一步、加强、将等算写了改进，写法不限。
内容是空的或者只写“无”，由 empty-section 报告；写明“从略”的摘录不报。
修正补上缺的一半的提示语，内容由起草人填写，需要逐条确认。`,

  *check(report) {
    const section = presentSections(report).find(({ template }) => template.id === 'problems');
    const own = report.passages().filter((passage) => passage.section === 'problems');
    const length = own.reduce((sum, { words }) => sum + words.text.length, 0);
    if (!section || length < 10 || own.some(({ words }) => words.text.includes('从略'))) return;
    const problems = own.some(({ words }) => saysOf(words).problems);
    const measures = own.some(({ words }) => saysOf(words).measures);
    if (problems && measures) return;
    const lines = [...(problems ? [] : ['存在的主要问题：']), ...(measures ? [] : ['改进措施：'])];
    yield {
      span: section.heading.span,
      message: problems
        ? say('第五部分写了问题，没有写怎样改进，请补上。')
        : measures
          ? say('第五部分写了改进，没有写存在的主要问题，请补上。')
          : say('第五部分看不出存在的主要问题和改进情况，两样都要写明。'),
      fixes: [
        {
          title: say('在第五部分补上“{0}”', lines.join('')),
          safety: 'ask',
          edits: [insertLines(report, section.body.to, lines)],
        },
      ],
    };
  },
});

/** What is wanting, in words that otherwise say what is to be done: 有待进一步加强, 不够规范. */
const complaints =
  /(?:有待|尚待|亟待|亟需|尚需|还需|仍需)(?:于)?(?:进一步|不断|持续|切实)?[一-龥]{2}|不(?:够|太|尽)?(?:规范|完善|健全|优化)|在[^，。；]{0,16}(?:推进|做好|规范|落实|加强)[^，。；]{0,16}(?:中|方面|上|过程)(?=[，、还仍])/g;

/** That there is no problem. */
const none = /(?:无|没有|不存在)(?:明显|突出|重大)?的?问题(?=[，。；]|$)/g;

const saysOf = remembered(({ text }) => ({
  problems:
    /问题|不足|短板|差距|薄弱|欠缺|不够|有待|困难|弱项|不高|不强|不全|不严|不及时|不到位|不平衡|偏少|偏慢|偏低|较少|滞后|单一|缺乏|缺少|堵点|难点/.test(
      text.replace(none, ''),
    ),
  measures:
    /下一步|改进|措施|将|加强|整改|提升|提高|完善|强化|进一步|今后|推进|健全|着力|努力|做好|优化|加大|规范|明年|改正|解决|力争|持续/.test(
      text.replace(complaints, ''),
    ),
}));
