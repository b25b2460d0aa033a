import { ruleFacts } from '../analysis/catalogue.ts';
import { lineIndex } from '../analysis/line-index.ts';
import type { Snapshot } from '../analysis/snapshot.ts';
import { type Message, say } from '../base/message.ts';
import type { Span } from '../base/span.ts';
import type { Severity } from '../rules/rule.ts';
import type { Finding } from './findings.ts';
import { review } from './review.ts';

/** A finding as it is told to somebody who does not have the report open. */
export interface ReviewItem {
  /** The section it belongs to, as the form words it. */
  readonly part: Message;
  /** Of the text, from 1. */
  readonly line: number;
  readonly severity: Severity;
  readonly message: Message;
  /** The words it is about, as they stand; empty where something is missing. */
  readonly quote: string;
  /** What settles it. */
  readonly remedy: Message;
  /** The legal or documentary source. */
  readonly basis: string;
}

/** How grave a finding is, in a word. */
export const severityWords: Readonly<Record<Severity, Message>> = {
  error: say('错误'),
  warning: say('警告'),
  info: say('提示'),
  hint: say('建议'),
};

/** Every finding in reading order: section by section, and from top to bottom. */
export function reviewItems(of: Snapshot): readonly ReviewItem[] {
  const { positionOf } = lineIndex(of.text);
  return review(of, of.findings()).flatMap(({ id, name, findings }) =>
    findings.map((finding) => ({
      part: id === 'opening' ? say('标题和前言') : say('{0}', name),
      line: positionOf(finding.span.from).line + 1,
      severity: finding.severity,
      message: finding.message,
      quote: quoteOf(of.text, finding.span),
      remedy: remedyOf(finding),
      basis: ruleFacts(finding.rule)?.basis ?? '',
    })),
  );
}

/** Of many ways to settle a finding, so many are told. */
const mostRemedies = 3;

function remedyOf({ fixes = [] }: Finding): Message {
  const [first, ...others] = fixes.slice(0, mostRemedies).map(({ title }) => title);
  return first
    ? others.reduce((before, next) => say('{0}；或者：{1}', before, next), first)
    : say('核实后改正');
}

const longestQuote = 80;

/** The sentence, or the row of a table, that a place stands in. */
function quoteOf(text: string, { from, to }: Span): string {
  if (from === to) return '';
  const ends = /[。！？；\r\n]/;
  let start = from;
  let end = Math.max(from + 1, to);
  while (start > 0 && from - start < longestQuote && !ends.test(text.charAt(start - 1))) start -= 1;
  while (end < text.length && end - from < longestQuote && !ends.test(text.charAt(end - 1))) end += 1;
  const words = [...text.slice(start, end).replace(/\s+/g, ' ').trim()];
  return words.length <= longestQuote ? words.join('') : `${words.slice(0, longestQuote).join('')}…`;
}
