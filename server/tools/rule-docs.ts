import { findingsOf } from '../../test/support/findings.ts';
import { readMarked, withMarks } from '../../test/support/marked.ts';
import { type Case, completed, type Page } from '../../test/support/rule-page.ts';
import { runCase } from '../../test/support/run-case.ts';
import type { RuleFacts } from '../src/analysis/catalogue.ts';
import type { Finding } from '../src/analysis/check.ts';
import { wording } from '../src/base/message.ts';
import type { RuleGroup, Severity } from '../src/rules/rule.ts';

const severities: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  info: '提示',
  hint: '建议',
};

const groups: Readonly<Record<RuleGroup, string>> = {
  structure: '结构',
  tables: '表格',
  totals: '勾稽',
  prose: '文字',
  across: '跨文件',
  word: '忽略',
};

/** The page of a rule for those who meet its finding: what it is, why, and one example each way. */
export function rulePage(rule: RuleFacts, page: Page): string {
  const failing = page.cases.filter((one) => marksOf(one).some((label) => label.split(' ')[0] === rule.id));
  const passing = page.cases.filter((one) => !failing.includes(one));
  const [bad] = failing;
  const [good] = passing;
  return `${[
    `# ${rule.title}`,
    `\`${rule.id}\``,
    facts(rule, failing),
    rule.docs.trim().split('\n').join('\n\n'),
    ...choices(rule),
    ...(bad ? ['## 会报告的例子', ...example(bad, rule), ...repaired(bad)] : []),
    ...(good ? ['## 不报告的例子', `${good.name}：`, fenced(plain(good.report.text))] : []),
  ].join('\n\n')}\n`;
}

/** All rules by group, with links to their pages. */
export function rulesIndex(ofRule: readonly (readonly [RuleFacts, Page])[]): string {
  const parts = Object.entries(groups).flatMap(([group, name]) => {
    const listed = ofRule.filter(([rule]) => rule.group === group);
    if (listed.length === 0) return [];
    const rows = listed.map(([rule, page]) => {
      const link = `[${rule.id}](${rule.id}.md)`;
      return `| ${link} | ${rule.title} | ${severities[rule.severity]} | ${fixKinds(rule, page.cases)} |`;
    });
    return [`## ${name}`, ['| 规则 | 查什么 | 级别 | 修正 |', '|---|---|---|---|', ...rows].join('\n')];
  });
  return `${['# 规则', `共 ${ofRule.length} 条。规则的名称不变，可以放心引用。`, ...parts].join('\n\n')}\n`;
}

/** What kind of fixes a rule offers, told by what it offers on its own page. */
function fixKinds(rule: RuleFacts, cases: readonly Case[]): string {
  const kinds = new Set(
    cases.flatMap((one) =>
      findingsIn(one, rule).flatMap(({ fixes }) => (fixes ?? []).map(({ safety }) => safety)),
    ),
  );
  if (kinds.size === 0) return '无';
  if (kinds.size === 2) return '部分可批量，部分逐条确认';
  return kinds.has('safe') ? '可批量' : '逐条确认';
}

function facts(rule: RuleFacts, failing: readonly Case[]): string {
  return [
    '| | |',
    '|---|---|',
    `| 类别 | ${groups[rule.group]} |`,
    `| 级别 | ${severities[rule.severity]} |`,
    `| 修正 | ${fixKinds(rule, failing)} |`,
    `| 依据 | ${rule.basis} |`,
    `| 始于版本 | ${rule.since} |`,
  ].join('\n');
}

/** What may be chosen besides the severity, with one line of gouji.json for each. */
const choices = ({ id, options = [] }: RuleFacts): readonly string[] =>
  options.length === 0
    ? []
    : [
        '## 选项',
        options.map(({ name, title }) => `- \`${name}\`：${title}`).join('\n'),
        '写在 gouji.json 里，或者编辑器设置 `gouji.rules` 里：',
        `\`\`\`json\n${options.map(({ example }) => `{ "rules": { "${id}": ${spaced(example)} } }`).join('\n')}\n\`\`\``,
      ];

/** JSON on one line, with room inside its brackets. */
const spaced = (json: string): string => JSON.stringify(JSON.parse(json), null, 1).replace(/\n\s*/g, ' ');

const marksOf = (one: Case): readonly string[] => readMarked(one.report.text).marks.map(({ label }) => label);

const findings = new WeakMap<Case, readonly Finding[]>();

function findingsIn(one: Case, rule: RuleFacts): readonly Finding[] {
  const found =
    findings.get(one) ??
    findingsOf(readMarked(completed(one.report.text, one.options).lines.join('\n')).text);
  findings.set(one, found);
  return found.filter((finding) => finding.rule === rule.id);
}

/** The text with the places in «», and what is said of them. */
function example(one: Case, rule: RuleFacts): readonly string[] {
  const { text, marks } = readMarked(one.report.text);
  const own = marks.filter(({ label }) => label.split(' ')[0] === rule.id);
  const shown = withMarks(text, own).replace(/»\{[^{}]*\}/g, '»');
  const said = findingsIn(one, rule).map(({ message }) => `- ${wording(message)}`);
  return [`${one.name}（«» 标出所指之处）：`, fenced(shown), said.join('\n')];
}

function repaired(one: Case): readonly string[] {
  const [fixed] = one.fixed;
  const text = fixed && runCase(one).fixed(fixed.info);
  return text === undefined ? [] : [`选用修正**${fixed?.info}**之后：`, fenced(text.trimEnd())];
}

const plain = (source: string): string => readMarked(source).text;

const fenced = (text: string): string => `\`\`\`text\n${text}\n\`\`\``;
