import { type Message, say } from '../base/message.ts';
import { lineAt, lineBreakOf } from '../model/manuscript.ts';
import type { Report } from '../model/report.ts';
import {
  displacedSections,
  numberedByPlace,
  type PresentSection,
  presentSections,
  renumbered,
} from '../model/sequence.ts';
import { defineRule, type Edit, type Fix } from './rule.ts';

export const misorderedSection = defineRule({
  id: 'misordered-section',
  group: 'structure',
  title: '章节次序颠倒',
  severity: 'warning',
  since: '0.1.0',
  reads: 'outline',
  basis: '国办公开办函〔2021〕30号“报告内容”：六个部分的次序',
  docs: `检查六个法定部分是否按规定的次序排列。
只标出需要移动的部分，并使移动的次数最少。
修正把整个部分连同表格移到应在的位置；序号若是按现在的次序编的，同时改回法定序号。
移动牵涉整段文字，需要逐条确认。`,

  *check(report) {
    for (const section of displacedSections(report)) {
      const target = targetOf(report, section);
      yield {
        span: section.heading.span,
        message: whereItBelongs(section, target),
        related: [{ span: target.section.heading.span, message: say('应与这一部分相邻') }],
        fixes: [move(report, section, target)],
      };
    }
  },
});

function whereItBelongs({ template: moving }: PresentSection, { section, side }: Target): Message {
  const { ordinal, heading } = section.template;
  return side === 'after'
    ? say('“{0}、{1}”的次序不对，应在“{2}、{3}”之后。', moving.ordinal, moving.heading, ordinal, heading)
    : say('“{0}、{1}”的次序不对，应在“{2}、{3}”之前。', moving.ordinal, moving.heading, ordinal, heading);
}

interface Target {
  readonly section: PresentSection;
  readonly side: 'before' | 'after';
}

/** The nearest section before it that stays where it is, or else the first one that stays. */
function targetOf(report: Report, moving: PresentSection): Target {
  const displaced = new Set(displacedSections(report));
  const present = presentSections(report);
  const staying = present.filter((section) => !displaced.has(section));
  const rank = present.indexOf(moving);
  const before = staying.findLast((section) => present.indexOf(section) < rank);
  return before ? { section: before, side: 'after' } : { section: staying[0] ?? moving, side: 'before' };
}

function move(report: Report, moving: PresentSection, { section, side }: Target): Fix {
  const { text, tree } = report;
  const from = lineAt(tree, moving.heading.span.from)?.full.from ?? moving.heading.span.from;
  const at = side === 'after' ? section.body.to : (lineAt(tree, section.heading.span.from)?.full.from ?? 0);
  const numbers = restoredOrdinals(report);
  const inside = numbers.filter(({ span }) => from <= span.from && span.to <= moving.body.to);
  const outside = numbers.filter((edit) => !inside.includes(edit));
  const moved = withoutGap(spliced(text, from, moving.body.to, inside));
  return {
    title: say('把“{0}、{1}”整个移到应在的位置', moving.template.ordinal, moving.template.heading),
    safety: 'ask',
    edits: [
      { span: { from: removedFrom(text, from, moving.body.to), to: moving.body.to }, insert: '' },
      { span: { from: at, to: at }, insert: fitted(text, at, moved) },
      ...outside,
    ],
  };
}

/** What stood at the end of the text takes the blank lines before it along. */
function removedFrom(text: string, from: number, to: number): number {
  if (to < text.length) return from;
  const ended = /(?:\r\n|[\r\n])$/.exec(text)?.[0].length ?? 0;
  return Math.min(from, withoutGap(text.slice(0, from)).length + ended);
}

/** Without the blank lines at the end; tabs that end the last row of a table stay. */
function withoutGap(lines: string): string {
  const end = lines.trimEnd().length;
  const lineEnd = lines.slice(end).search(/[\r\n]/);
  return lineEnd < 0 ? lines : lines.slice(0, end + lineEnd);
}

function restoredOrdinals(report: Report): readonly Edit[] {
  if (!numberedByPlace(report)) return [];
  return presentSections(report)
    .filter(({ heading, template }) => heading.ordinal !== template.ordinal)
    .map(({ heading, template }) => renumbered(report.text, heading, template.ordinal));
}

/** A stretch of the text with edits made in it. */
function spliced(text: string, from: number, to: number, edits: readonly Edit[]): string {
  let at = from;
  let result = '';
  for (const { span, insert } of edits) {
    result += text.slice(at, span.from) + insert;
    at = span.to;
  }
  return result + text.slice(at, to);
}

/** Lines moved stand apart from their new neighbours by a blank line. */
function fitted(text: string, at: number, moved: string): string {
  const lineBreak = lineBreakOf(text);
  if (at < text.length) return moved + lineBreak + lineBreak;
  const ended = /[\r\n]$/.test(text);
  return (ended ? lineBreak : lineBreak + lineBreak) + moved + (ended ? lineBreak : '');
}
