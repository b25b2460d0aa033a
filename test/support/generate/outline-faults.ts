import type { SectionTemplate } from '../../../server/src/template/index.ts';

/** A fault that can be made in the outline of a correct report. */
export interface OutlineFault {
  readonly name: string;
  readonly rule: string;
  /** The text with the fault; headings of level one begin with `hashes`. */
  readonly by: (text: string, hashes: string) => string;
}

const headingOf = ({ ordinal, heading }: SectionTemplate, hashes: string): string =>
  `${hashes}${ordinal}、${heading}\n`;

/** Title and sections of a report, each from its heading to the next. */
function parts(text: string, sections: readonly SectionTemplate[], hashes: string): string[] {
  const starts = [0, ...sections.map((section) => text.indexOf(headingOf(section, hashes)))];
  return starts.map((from, at) => text.slice(from, starts[at + 1] ?? text.length));
}

export function outlineFaults(sections: readonly SectionTemplate[]): readonly OutlineFault[] {
  const changed =
    (by: (all: string[]) => readonly string[]) =>
    (text: string, hashes: string): string =>
      by(parts(text, sections, hashes)).join('');
  const replaced =
    (from: string, to: string) =>
    (text: string): string =>
      text.replace(from, to);
  return [
    ...sections.flatMap(({ ordinal, heading, table }, index): OutlineFault[] => [
      {
        name: `${heading} is left out`,
        rule: 'missing-section',
        by: changed((all) => all.filter((_, at) => at !== index + 1)),
      },
      {
        name: `${heading} is numbered otherwise`,
        rule: 'misnumbered-heading',
        by: (text, hashes) => text.replace(`${hashes}${ordinal}、${heading}`, `${hashes}七、${heading}`),
      },
      {
        name: `${heading} has lost a character`,
        rule: 'section-wording',
        by: replaced(heading, heading.slice(0, -2) + heading.slice(-1)),
      },
      {
        name: `${heading} stands twice`,
        rule: 'duplicate-section',
        by: (text, hashes) =>
          text.replace(`${hashes}${ordinal}、${heading}`, (found) => `${found}\n\n${found}`),
      },
      ...(table
        ? [
            {
              name: `${heading} has no table`,
              rule: 'missing-table',
              by: changed((all) =>
                all.map((part, at) =>
                  at === index + 1 ? `${part.split('\n')[0]}\n\n本年度没有这类事项。\n\n` : part,
                ),
              ),
            },
          ]
        : []),
    ]),
    ...sections.slice(1).map(
      ({ heading }, index): OutlineFault => ({
        name: `${heading} stands before the section before`,
        rule: 'misordered-section',
        by: changed((all) => {
          const [first = '', second = ''] = all.slice(index + 1, index + 3);
          return [
            ...all.slice(0, index + 1),
            `${second.trimEnd()}\n\n`,
            `${first.trimEnd()}\n\n`,
            ...all.slice(index + 3),
          ];
        }),
      }),
    ),
    {
      name: 'there is no title',
      rule: 'missing-title',
      by: changed(([, ...rest]) => rest),
    },
    {
      name: 'the title names other information',
      rule: 'title-wording',
      by: replaced('政府信息公开工作年度报告', '政务信息公开工作年度报告'),
    },
    { name: 'the title says no year', rule: 'title-form', by: replaced('2023年政府信息', '政府信息') },
    {
      name: 'there is nothing under the last heading',
      rule: 'empty-section',
      by: changed((all) => all.map((part, at) => (at === 5 ? `${part.split('\n')[0]}\n\n` : part))),
    },
    {
      name: 'a topic of the first section is not treated',
      rule: 'missing-topic',
      by: (text) => text.replace(/^（三）政府信息管理情况。.*\n\n/m, ''),
    },
    {
      name: 'a 人民政府 says nothing of evaluation',
      rule: 'missing-evaluation',
      by: (text) =>
        text
          .replaceAll('云溪县教育局', '云溪县人民政府')
          .replace(/（五）监督保障情况。.*/, '（五）监督保障情况。全年组织两次业务培训。'),
    },
  ];
}
