import type { Snapshot } from '../analysis/snapshot.ts';
import { verdictWords } from '../analysis/verdict.ts';
import { escapeHtml, escapeMarkdown } from '../base/escape.ts';
import { type Message, say } from '../base/message.ts';
import { type ReviewItem, reviewItems, severityWords } from './review-items.ts';
import { status } from './status.ts';

/** What a review sheet is written as. */
export type SheetFormat = 'markdown' | 'html';

/** Says a message in the user's language. */
type Tell = (message: Message) => string;

/** A sheet of paper as it is filled in: facts, findings with room for a remark, lines to sign on. */
interface Sheet {
  readonly language: string;
  readonly heading: string;
  readonly facts: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Said in place of an empty table. */
  readonly none: string;
  readonly blanks: readonly string[];
}

/** A report's review sheet in Markdown or as a page of its own; undefined for a text that is no report. */
export function reviewSheet(of: Snapshot, format: SheetFormat, tell: Tell): string | undefined {
  if (!of.report().recognised) return undefined;
  const sheet = sheetOf(of, tell);
  return format === 'html' ? htmlSheet(sheet) : markdownSheet(sheet);
}

function sheetOf(of: Snapshot, tell: Tell): Sheet {
  return {
    language: tell(say('zh-CN')),
    heading: tell(say('政府信息公开工作年度报告审核表')),
    facts: factsOf(of).map(tell),
    columns: columns.map(tell),
    rows: reviewItems(of).map((item, at) => rowOf(item, at + 1, tell)),
    none: tell(say('没有发现问题。')),
    blanks: blanks.map(tell),
  };
}

const columns: readonly Message[] = [
  say('序号'),
  say('位置'),
  say('级别'),
  say('问题和改法'),
  say('依据'),
  say('审核意见'),
];

const blanks: readonly Message[] = [say('总的意见：'), say('审核人：'), say('审核日期：')];

function factsOf(of: Snapshot): readonly Message[] {
  const { organ, year, edition } = of.report();
  const { verdict, errors, warnings, infos, identities } = status(of);
  const { held, broken, notAssessable } = identities;
  const unknown = say('没有写明');
  const accepted = of.accepted().length;
  return [
    say('单位：{0}', organ ?? unknown),
    say('报告年度：{0}', year === undefined ? unknown : say('{0} 年', year)),
    say('适用格式：{0} 年格式（{1}）', edition.id, edition.source),
    say('检查结论：{0}', verdictWords[verdict]),
    say('错误 {0} 处，警告 {1} 处，提示 {2} 处', errors, warnings, infos),
    ...(accepted === 0 ? [] : [say('另有已经接受的问题 {0} 处', accepted)]),
    say('勾稽关系：相符 {0} 项，不符 {1} 项，无法判断 {2} 项', held, broken, notAssessable),
  ];
}

function rowOf(item: ReviewItem, number: number, tell: Tell): readonly string[] {
  const { part, line, severity, message, quote, remedy, basis } = item;
  const what = [
    tell(message),
    ...(quote === '' ? [] : [tell(say('原文：{0}', quote))]),
    tell(say('改法：{0}', remedy)),
  ];
  const where = tell(say('{0}，第 {1} 行', part, line));
  return [String(number), where, tell(severityWords[severity]), what.join('\n'), basis, ''];
}

function markdownSheet({ heading, facts, columns, rows, none, blanks }: Sheet): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const cell = (words: string): string => words.split('\n').map(escapeMarkdown).join('<br>');
  const table =
    rows.length === 0
      ? [none]
      : [row(columns), row(columns.map(() => '---')), ...rows.map((cells) => row(cells.map(cell)))];
  return `${[
    `# ${heading}`,
    '',
    ...facts.map((fact) => `- ${escapeMarkdown(fact)}`),
    '',
    ...table,
    ...blanks.flatMap((label) => ['', label]),
  ].join('\n')}\n`;
}

const style = `body { font: 10.5pt/1.5 serif; margin: 2cm; color: #000; background: #fff }
h1 { font-size: 16pt; text-align: center }
table { border-collapse: collapse; width: 100% }
th, td { border: 1px solid #000; padding: 3pt 5pt; text-align: left; vertical-align: top; white-space: pre-line }
tr { break-inside: avoid }
thead { display: table-header-group }
.fact { margin: 0 }
table, .none { margin-top: 12pt }
.remark { min-width: 4cm }
.blank { border-bottom: 1px solid #000; margin-top: 1.2cm }
@media print { body { margin: 0 } }`;

function htmlSheet({ language, heading, facts, columns, rows, none, blanks }: Sheet): string {
  const last = columns.length - 1;
  const cells = (tag: 'th' | 'td', of: readonly string[]): string =>
    of
      .map((words, at) => `<${tag}${at === last ? ' class="remark"' : ''}>${escapeHtml(words)}</${tag}>`)
      .join('');
  const table =
    rows.length === 0
      ? [`<p class="none">${escapeHtml(none)}</p>`]
      : [
          `<table><thead><tr>${cells('th', columns)}</tr></thead><tbody>`,
          ...rows.map((row) => `<tr>${cells('td', row)}</tr>`),
          '</tbody></table>',
        ];
  return `${[
    '<!doctype html>',
    `<html lang="${language}"><head><meta charset="utf-8">`,
    `<title>${escapeHtml(heading)}</title>`,
    `<style>\n${style}\n</style></head><body>`,
    `<h1>${escapeHtml(heading)}</h1>`,
    ...facts.map((fact) => `<p class="fact">${escapeHtml(fact)}</p>`),
    ...table,
    ...blanks.map((label) => `<p class="blank">${escapeHtml(label)}</p>`),
    '</body></html>',
  ].join('\n')}\n`;
}
