import { say } from '../base/message.ts';
import { withoutSpace } from '../base/wording.ts';
import { insertLines } from '../model/manuscript.ts';
import { presentSections } from '../model/sequence.ts';
import { defineRule } from './rule.ts';

export const missingEvaluation = defineRule({
  id: 'missing-evaluation',
  group: 'structure',
  title: '人民政府的报告没有写考核、评议和责任追究',
  severity: 'warning',
  since: '0.1.0',
  reads: 'outline',
  basis:
    '《中华人民共和国政府信息公开条例》第五十条第（四）项；国办公开办函〔2021〕30号“报告内容（一）”监督保障',
  docs: `各级人民政府的年度报告还要写明工作考核、社会评议和责任追究结果情况，通常写在“监督保障”里。
全文三项一项也没有提到的，作警告；只提到其中一项的，提示另外两项。部门、街道办事处和管委会不作要求。
“监督保障”整个没有写的，由 missing-topic 报告，这里不重复。
修正在“监督保障”末尾补一句，结果由起草人填写，需要逐条确认。`,

  *check(report) {
    if (report.organKind !== 'government') return;
    const overview = presentSections(report).find(({ template }) => template.id === 'overview');
    const oversight = report.topics.find(({ template }) => template.id === 'oversight');
    if (!overview || !oversight?.treated) return;
    const prose = presentSections(report).filter(({ template }) => template.table === undefined);
    const texts = prose.map(({ body }) => report.text.slice(body.from, body.to));
    if (texts.some((text) => speaksOf(text, /从略/))) return;
    const missing = matters.filter(({ words }) => !texts.some((text) => speaksOf(text, words)));
    if (missing.length < 2) return;
    const { heading } = oversight;
    const at = heading ? heading.body.to : overview.body.to;
    const told = matters.find((matter) => !missing.includes(matter))?.name;
    const [first, second] = missing.map(({ name }) => name);
    yield {
      span: (heading ?? overview.heading).span,
      ...(missing.length === matters.length
        ? {
            message: say('“监督保障”没有写工作考核、社会评议和责任追究结果情况，人民政府的报告应当写明。'),
            fixes: [
              {
                title: say('在“监督保障”末尾补上考核、评议、责任追究（结果待填）'),
                safety: 'ask',
                edits: [insertLines(report, at, ['工作考核、社会评议和责任追究结果情况：'])],
              },
            ],
          }
        : {
            severity: 'info',
            message: say(
              '只写了{2}，没有写{0}和{1}结果情况，人民政府的报告应当写明。',
              first ?? '',
              second ?? '',
              told ?? '',
            ),
            fixes: [
              {
                title: say('在“监督保障”末尾补上{0}和{1}（结果待填）', first ?? '', second ?? ''),
                safety: 'ask',
                edits: [insertLines(report, at, [`${first}和${second}结果情况：`])],
              },
            ],
          }),
    };
  },
});

/** The three matters by their key words; an excerpt that leaves its text out cannot be judged. */
const matters: readonly { readonly name: string; readonly words: RegExp }[] = [
  { name: '工作考核', words: /考核|考评|绩效/ },
  { name: '社会评议', words: /评议|评价|满意度|测评|评估|评查/ },
  { name: '责任追究', words: /追究|追责|问责/ },
];

/** A line break or a tag may stand inside a word. */
const speaksOf = (text: string, words: RegExp): boolean => words.test(text) || words.test(withoutSpace(text));
