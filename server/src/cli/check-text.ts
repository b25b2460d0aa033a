import { lineText } from '../analysis/account.ts';
import type { Finding } from '../analysis/check.ts';
import { type LineIndex, lineIndex } from '../analysis/line-index.ts';
import { verdictWords } from '../analysis/verdict.ts';
import { type Message, say } from '../base/message.ts';
import type { Span } from '../base/span.ts';
import type { Severity } from '../rules/rule.ts';
import type { Outcome, Totals } from './outcome.ts';
import type { Voice } from './voice.ts';

const severities: Readonly<Record<Severity, Message>> = {
  error: say('错误'),
  warning: say('警告'),
  info: say('提示'),
  hint: say('建议'),
};

/** One file's outcome for a person: a line for each finding, then a line that sums up. */
export function outcomeText(outcome: Outcome, verbose: boolean, voice: Voice): string {
  const { file, recognised, ignored, findings, lines } = outcome;
  if (ignored) return `${file}: ${voice(say('按设置不检查。'))}\n`;
  if (!recognised) return `${file}: ${voice(say('不像政府信息公开工作年度报告，没有检查。'))}\n`;
  const found = findings.flatMap((finding) => [
    `${file}:${place(finding.span, lines)} ${voice(severities[finding.severity])} ${finding.rule} ${voice(finding.message)}`,
    ...(verbose ? details(finding, lines, voice) : []),
  ]);
  const checked = verbose ? accountText(outcome, voice) : [];
  return `${[...found, `${file}: ${summary(outcome, voice)}`, ...checked].join('\n')}\n`;
}

/** Everything that was checked, with how it came out and on what ground. */
const accountText = ({ account }: Outcome, voice: Voice): readonly string[] =>
  account().flatMap(({ title, lines }) => [
    `  ${voice(title)}`,
    ...lines.map((line) => `    ${voice(lineText(line))}`),
  ]);

/** The last line, over several files. */
export function totalsText({ files, errors, warnings, infos }: Totals, voice: Voice): string {
  return `${voice(say('共 {0} 份：{1} 个错误，{2} 个警告，{3} 个提示。', files, errors, warnings, infos))}\n`;
}

function details(
  { related = [], elsewhere = [], fixes = [] }: Finding,
  lines: LineIndex,
  voice: Voice,
): readonly string[] {
  return [
    ...related.map((other) => `    ${place(other.span, lines)} ${voice(other.message)}`),
    ...elsewhere.map(
      ({ of: { report, source }, span, message }) =>
        `    ${source}:${place(span, lineIndex(report.tree.source))} ${voice(message)}`,
    ),
    ...fixes.map(({ title }) => `    ${voice(say('可改：{0}', voice(title)))}`),
  ];
}

function summary(outcome: Outcome, voice: Voice): string {
  const { verdict, findings, found, identities, accepted, lapsed } = outcome;
  const count = (wanted: Severity): number => found.filter(({ severity }) => severity === wanted).length;
  const { held, broken, notAssessable } = identities;
  const parts = [
    voice(verdictWords[verdict]),
    voice(say('{0} 个错误，{1} 个警告，{2} 个提示', count('error'), count('warning'), count('info'))),
    voice(say('勾稽关系 {0} 条成立、{1} 条不成立、{2} 条无法核对', held, broken, notAssessable)),
  ];
  const more = [
    ...(findings.length < found.length ? [say('只列出最要紧的 {0} 条。', findings.length)] : []),
    ...(accepted > 0 ? [say('另有 {0} 条已接受，不再列出。', accepted)] : []),
    ...(lapsed > 0 ? [say('接受过的 {0} 条已失效：问题已改好，或者数字、文字改了。', lapsed)] : []),
  ];
  return [say('{0}。{1}；{2}。', ...parts), ...more].map(voice).join('');
}

/** Line and column as people count them, from 1. */
function place(span: Span, lines: LineIndex): string {
  const { line, character } = lines.positionOf(span.from);
  return `${line + 1}:${character + 1}`;
}
