import type { Snapshot } from '../analysis/snapshot.ts';
import { verdictWords } from '../analysis/verdict.ts';
import { type Message, say } from '../base/message.ts';
import { type ReviewItem, reviewItems, severityWords } from './review-items.ts';
import { status } from './status.ts';

/** The findings as lines for an e-mail, in reading order; nothing for a text that is no report. */
export function findingList(of: Snapshot): readonly Message[] {
  const report = of.report();
  if (!report.recognised) return [];
  const { verdict, errors, warnings, infos } = status(of);
  const items = reviewItems(of);
  const title = report.title?.text;
  return [
    ...(title === undefined ? [] : [say('《{0}》', title)]),
    say('检查结论：{0}', verdictWords[verdict]),
    say('错误 {0} 处，警告 {1} 处，提示 {2} 处', errors, warnings, infos),
    ...items.flatMap((item, at) => [...partLine(item, items[at - 1]), ...itemLines(item, at + 1)]),
  ];
}

const blank = say('{0}', '');

/** A section is named above the first finding in it. */
const partLine = ({ part }: ReviewItem, before: ReviewItem | undefined): readonly Message[] =>
  before && same(part, before.part) ? [] : [blank, say('【{0}】', part)];

const same = (a: Message, b: Message): boolean => a.key === b.key && a.args[0] === b.args[0];

function itemLines(item: ReviewItem, number: number): readonly Message[] {
  const { line, severity, message, quote, remedy } = item;
  return [
    say('{0}. 第 {1} 行（{2}）：{3}', number, line, severityWords[severity], message),
    ...(quote === '' ? [] : [say('　原文：{0}', quote)]),
    say('　改法：{0}', remedy),
  ];
}
