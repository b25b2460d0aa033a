import { lazy } from '../base/lazy.ts';
import { comparable } from '../base/wording.ts';
import type { TopicTemplate } from '../template/index.ts';
import type { Heading, SectionBinding, TopicBinding } from './report.ts';

/** Which of the five topics section one treats: its sub-headings tell, or without such headings its text. */
export function bindTopics(
  text: string,
  templates: readonly TopicTemplate[],
  sections: readonly SectionBinding[],
  headings: readonly Heading[],
): readonly TopicBinding[] {
  const overview = sections.find((section) => section.template.id === 'overview');
  if (overview?.kind !== 'present')
    return templates.map((template) => ({ template, heading: undefined, treated: false }));
  const { from, to } = overview.body;
  const inside = headings.filter(({ span }) => from <= span.from && span.to <= to);
  const opens = lazy(() => paragraphStarts(text.slice(from, to)));
  const all = lazy(() => comparable(text.slice(from, to)));
  const carried = carriesText(from, to, inside);
  return templates.map((template) => {
    const heading = inside.find((candidate) => names(comparable(candidate.text), template));
    const treated =
      heading !== undefined ||
      opens().some((start) => names(start, template)) ||
      (!carried && names(all(), template)) ||
      template.told?.test(all()) === true ||
      dwellsOn(all(), template);
    return { template, heading, treated };
  });
}

const names = (words: string, { keywords }: TopicTemplate): boolean =>
  keywords.some((keyword) => words.includes(keyword));

/** Under headings of other words a topic is treated if it is named again and again, and not just in passing. */
const dwellsOn = (words: string, { keywords }: TopicTemplate): boolean =>
  keywords.some((keyword) => words.split(keyword).length > 2);

/** Whether section one is written under its sub-headings: two at least, with no more text before than below them. */
function carriesText(from: number, to: number, inside: readonly Heading[]): boolean {
  const [first, second] = inside;
  if (!first || !second) return false;
  return to - first.span.from >= first.span.from - from;
}

/** How far into a paragraph its topic is named: `一是主动公开`, `（三）府信息管理`. */
const opening = 12;

function paragraphStarts(body: string): readonly string[] {
  return body.split(/[\r\n]+/).map((line) => comparable(line.slice(0, opening * 3)).slice(0, opening));
}
