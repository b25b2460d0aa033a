import type { Finding } from '../analysis/check.ts';
import { say } from '../base/message.ts';
import type { Severity } from '../rules/rule.ts';
import type { Outcome } from './outcome.ts';
import type { Voice } from './voice.ts';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** One file's outcome as workflow commands of GitHub Actions, which shows them beside the lines; they count from 1. */
export function outcomeGithub({ file, recognised, ignored, findings, lines }: Outcome, voice: Voice): string {
  if (ignored) return '';
  if (!recognised) {
    const reason = voice(say('不像政府信息公开工作年度报告，没有检查。'));
    return command('notice', { file: slashes(file) }, reason);
  }
  return findings.map((finding) => ofFinding(file, finding, lines, voice)).join('');
}

function ofFinding(file: string, finding: Finding, lines: Outcome['lines'], voice: Voice): string {
  const { rule, severity, message, span } = finding;
  const { start, end } = lines.rangeOf(span);
  // A column says nothing about a finding that goes on over several lines.
  const columns =
    start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : undefined;
  const place = { file: slashes(file), line: start.line + 1, endLine: end.line + 1, ...columns };
  return command(commands[severity], { ...place, title: `gouji ${rule}` }, voice(message));
}

/** One command; what would end it, or a property of it, is written with a percent sign. */
function command(
  name: string,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const written = Object.entries(properties).map(
    ([key, value]) => `${key}=${plain(`${value}`).replace(/:/g, '%3A').replace(/,/g, '%2C')}`,
  );
  return `::${name} ${written.join(',')}::${plain(message)}\n`;
}

const plain = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

const slashes = (path: string): string => path.replace(/\\/g, '/');
