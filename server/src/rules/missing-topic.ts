import { say } from '../base/message.ts';
import { chineseOrdinal } from '../base/numerals.ts';
import { withoutSpace } from '../base/wording.ts';
import { hashesFor, insertLines } from '../model/manuscript.ts';
import type { Heading, Report, TopicBinding } from '../model/report.ts';
import { type PresentSection, presentSections, renumbered } from '../model/sequence.ts';
import { defineRule, type Edit, type Fix } from './rule.ts';

export const missingTopic = defineRule({
  id: 'missing-topic',
  group: 'structure',
  title: '总体情况缺少应写的方面',
  severity: 'warning',
  since: '0.1.0',
  reads: 'outline',
  basis:
    '国办公开办函〔2021〕30号“报告内容（一）”：主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障',
  docs: `第一部分要写五个方面：主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障。
按关键词认，小标题怎么写都行，一个小标题可以写几个方面。
有小标题时看小标题和各段开头，正文里反复写到的也算；没有小标题时看全文。
整个部分是空的，由 empty-section 报告；写明“从略”的摘录无从判断，这里都不报。
修正在应在的位置补小标题并理顺序号，内容由起草人填写，需要逐条确认。`,

  *check(report) {
    const overview = presentSections(report).find(({ template }) => template.id === 'overview');
    const missing = report.topics.filter(({ treated }) => !treated);
    if (!overview || missing.length === 0 || !hasText(report, overview)) return;
    const names = missing.map(({ template }) => template.heading).join('、');
    yield {
      span: overview.heading.span,
      message: say('第一部分没有写{0}，五个方面都要写到。', names),
      fixes: fixesFor(report, overview, missing),
    };
  },
});

/** An excerpt that leaves the text out cannot be judged by it. */
function hasText({ text }: Report, { body }: PresentSection): boolean {
  const words = withoutSpace(text.slice(body.from, body.to));
  return /[\u4e00-\u9fff]{2}/.test(words) && !words.includes('从略');
}

function fixesFor(
  report: Report,
  overview: PresentSection,
  missing: readonly TopicBinding[],
): readonly Fix[] {
  const single = missing.map(
    (topic): Fix => ({
      title: say('补上小标题“{0}”', topic.template.heading),
      safety: 'ask',
      edits: insertTopics(report, overview, [topic]),
    }),
  );
  if (missing.length < 2) return single;
  const all: Fix = {
    title: say('补上全部 {0} 个小标题', missing.length),
    safety: 'ask',
    edits: insertTopics(report, overview, missing),
  };
  return [...single, all];
}

/** A new sub-heading, or one that is there, in the order they are to stand. */
type Entry =
  | { readonly at: number; readonly heading: Heading }
  | { readonly at: number; readonly topic: TopicBinding };

function insertTopics(
  report: Report,
  overview: PresentSection,
  wanted: readonly TopicBinding[],
): readonly Edit[] {
  const { from, to } = overview.body;
  const siblings = report.headings.filter(
    ({ span, level }) => from <= span.from && span.to <= to && level === 2,
  );
  const numbered = siblings.filter(({ ordinal }) => ordinal !== undefined);
  const plain = siblings.length > 0 && numbered.length === 0;
  const entries: readonly Entry[] = [
    ...numbered.map((heading) => ({ at: heading.span.from, heading })),
    ...wanted.map((topic) => ({ at: placeOf(report, overview, topic), topic })),
  ].sort((a, b) => a.at - b.at || Number('heading' in a) - Number('heading' in b));
  const inserts = new Map<number, string[]>();
  const edits: Edit[] = [];
  for (const [index, entry] of entries.entries()) {
    const ordinal = chineseOrdinal(index + 1);
    if ('heading' in entry) {
      if (entry.heading.ordinal !== ordinal) edits.push(renumbered(report.text, entry.heading, ordinal));
      continue;
    }
    const line = `${hashesFor(report, 2)}${plain ? '' : `（${ordinal}）`}${entry.topic.template.heading}`;
    inserts.set(entry.at, [...(inserts.get(entry.at) ?? []), line]);
  }
  return [...edits, ...[...inserts].map(([at, lines]) => insertLines(report, at, lines))];
}

/** Behind the nearest topic before it that has a heading, before the first one after it, or at the section's end. */
function placeOf(report: Report, overview: PresentSection, topic: TopicBinding): number {
  const rank = report.topics.indexOf(topic);
  const before = report.topics.slice(0, rank).findLast(({ heading }) => heading)?.heading;
  if (before) return before.body.to;
  const after = report.topics.slice(rank).find(({ heading }) => heading)?.heading;
  return after ? lineStartOf(report, after) : overview.body.to;
}

const lineStartOf = ({ tree }: Report, { span }: Heading): number =>
  tree.lines.findLast(({ full }) => full.from <= span.from)?.full.from ?? span.from;
