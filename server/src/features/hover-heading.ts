import { type Message, say } from '../base/message.ts';
import type { Heading, Report } from '../model/report.ts';
import { sectionGuidance, topicGuidance } from '../template/guidance.ts';
import type { SectionTemplate } from '../template/index.ts';
import { guidanceOf } from './hover-label.ts';

/** What a section or topic has to contain, by its heading; nothing for any other heading. */
export function aboutHeading(report: Report, heading: Heading): readonly Message[] {
  const section = report.sections.find(({ template }) => template.id === heading.section);
  if (section) return aboutSection(report, section.template);
  const topic = report.topics.find((one) => one.heading === heading);
  if (!topic) return [];
  const { id, heading: words, source } = topic.template;
  const guidance = topicGuidance(id);
  return [
    say('**总体情况应写的五个方面之一：{0}**', words),
    ...guidanceOf({ ...guidance, basis: guidance.basis ?? source }),
  ];
}

function aboutSection(report: Report, template: SectionTemplate): readonly Message[] {
  const { id, ordinal, heading, source } = template;
  const { counts, basis } = sectionGuidance(id);
  return [
    say('**法定标题：{0}、{1}**', ordinal, heading),
    counts,
    say('依据：{0}', basis === undefined ? source : `${source}；${basis}`),
    ...(id === 'overview' ? report.topics.map(topicState) : []),
    ...tableState(report, template),
  ];
}

const topicState = ({ template, treated }: Report['topics'][number]): Message =>
  treated ? say('- ✓ {0}', template.heading) : say('- ✗ {0}：没有写到', template.heading);

function tableState(report: Report, { table: id }: SectionTemplate): readonly Message[] {
  const table = id && report.tables[id];
  if (!table) return [];
  if (table.kind === 'absent') return [say('这一部分还没有{0}。', table.template.name)];
  const outcomes = report
    .judgements()
    .filter((judgement) => judgement.table === table.template)
    .map(({ outcome }) => outcome.state);
  if (outcomes.length === 0) return [];
  const count = (state: string): number => outcomes.filter((one) => one === state).length;
  return [
    say(
      '{0}的勾稽关系：相符 {1} 项，不符 {2} 项，无法判断 {3} 项。',
      table.template.name,
      count('held'),
      count('broken'),
      count('notAssessable'),
    ),
  ];
}

/** What was read from the title. */
export const aboutTitle = ({ organ, year, edition }: Report): readonly Message[] => [
  organ === undefined ? say('**机关：未能读出**') : say('**机关：{0}**', organ),
  year === undefined
    ? say('- 报告年度：未写明')
    : say('- 报告年度：{0} 年（统计期 1 月 1 日至 12 月 31 日）', year),
  say('- 适用格式：{0}（{1}）', edition.title, edition.source),
];
