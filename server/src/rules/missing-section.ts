import { type Message, say } from '../base/message.ts';
import { hashesFor, insertLines, notationOf } from '../model/manuscript.ts';
import type { Report, SectionBinding } from '../model/report.ts';
import { numberedByPlace, presentSections, renumbered } from '../model/sequence.ts';
import { blankTable } from '../model/skeleton.ts';
import { defineRule, type Edit, type Fix } from './rule.ts';

export const missingSection = defineRule({
  id: 'missing-section',
  group: 'structure',
  title: '缺少法定章节',
  severity: 'error',
  since: '0.1.0',
  reads: 'outline',
  basis: '《中华人民共和国政府信息公开条例》第五十条；国办公开办函〔2021〕30号“报告内容”',
  docs: `检查六个法定部分是否齐全：总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况，其他需要报告的事项。
问题标在这一部分应在的位置。
标题写法略有出入的部分仍然认得，由 section-wording 报告，不算缺少。
修正在应在的位置补上标题，有法定表格的同时补一张空表，标题丢了而表格还在的只补标题；数字一律留空，由起草人填写，需要逐条确认。
后面各部分的序号若因缺少这一部分而顺次提前，会一并改回法定序号。`,

  *check(report) {
    for (const section of report.sections) {
      if (section.kind !== 'missing') continue;
      const { expectedAt } = section;
      yield {
        span: { from: expectedAt, to: expectedAt },
        message: whereItBelongs(report, section),
        fixes: [insertSection(report, section)],
      };
    }
  },
});

type Missing = Extract<SectionBinding, { readonly kind: 'missing' }>;

function whereItBelongs(report: Report, { template }: Missing): Message {
  const { ordinal, heading } = template;
  const rank = report.sections.findIndex((section) => section.template.id === template.id);
  const before = report.sections.slice(0, rank).findLast((section) => section.kind === 'present')?.template;
  if (before) {
    return say(
      '缺少“{0}、{1}”这一部分，应在“{2}、{3}”之后。',
      ordinal,
      heading,
      before.ordinal,
      before.heading,
    );
  }
  const after = report.sections.slice(rank).find((section) => section.kind === 'present')?.template;
  if (after) {
    return say(
      '缺少“{0}、{1}”这一部分，应在“{2}、{3}”之前。',
      ordinal,
      heading,
      after.ordinal,
      after.heading,
    );
  }
  return say('缺少“{0}、{1}”这一部分，六个部分一个也不能少。', ordinal, heading);
}

/** A table that is there already is not inserted a second time. */
function insertSection(report: Report, { template, expectedAt, body }: Missing): Fix {
  const heading = `${hashesFor(report, 1)}${template.ordinal}、${template.heading}`;
  const table = body ? undefined : report.edition.tables.find(({ id }) => id === template.table);
  const skeleton = table ? [heading, blankTable(table, notationOf(report))] : [heading];
  return {
    title: table
      ? say('补上“{0}、{1}”和空白表格', template.ordinal, template.heading)
      : say('补上“{0}、{1}”标题', template.ordinal, template.heading),
    safety: 'ask',
    edits: [insertLines(report, expectedAt, skeleton), ...restoredOrdinals(report)],
  };
}

/** Where the numbering closed the gap, the sections get their own numbers back. */
function restoredOrdinals(report: Report): readonly Edit[] {
  if (!numberedByPlace(report)) return [];
  return presentSections(report)
    .filter(({ heading, template }) => heading.ordinal !== template.ordinal)
    .map(({ heading, template }) => renumbered(report.text, heading, template.ordinal));
}
