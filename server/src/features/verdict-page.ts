import { account, lineText } from '../analysis/account.ts';
import type { Snapshot } from '../analysis/snapshot.ts';
import { verdictOf, verdictWords } from '../analysis/verdict.ts';
import { type Message, say } from '../base/message.ts';

/** A line of Markdown: the mark in front, and the words. */
export interface PageLine {
  readonly mark: '# ' | '## ' | '- ' | '';
  readonly words: Message;
}

/** What was checked in a report, what passed, what could not be checked and why; nothing for another text. */
export function verdictPage(of: Snapshot): readonly PageLine[] {
  const report = of.report();
  if (!report.recognised) return [];
  const parts = account(of).flatMap(({ title, lines }): PageLine[] => [
    { mark: '## ', words: title },
    ...lines.map((line): PageLine => ({ mark: '- ', words: lineText(line) })),
  ]);
  return [
    { mark: '# ', words: say('检查结论：{0}', verdictWords[verdictOf(report, of.findings())]) },
    { mark: '', words: say('✓ 没有问题　✗ 有问题　? 无法核对　– 按设置不检查') },
    ...parts,
  ];
}
