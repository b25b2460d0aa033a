import { say } from '../base/message.ts';
import { ordinalValue } from '../base/numerals.ts';
import { type NumberingRun, numberingRuns } from '../model/numbering.ts';
import type { Heading, Report } from '../model/report.ts';
import {
  numberedByPlace,
  numberingOf,
  ordinalLike,
  type PresentSection,
  presentSections,
  renumbered,
} from '../model/sequence.ts';
import { defineRule, type Edit, type Problem } from './rule.ts';

export const misnumberedHeading = defineRule({
  id: 'misnumbered-heading',
  group: 'structure',
  title: '标题序号不对',
  severity: 'warning',
  since: '0.1.0',
  reads: 'outline',
  basis: '国办公开办函〔2021〕30号“报告内容”；GB/T 9704—2012：层次序数依次为“一、”“（一）”“1.”“（1）”',
  docs: `检查标题的序号和写法。
法定章节的序号与规定不符，按警告报告；各部分按现有次序连续编号的，说明是缺了或移了某一部分，由别的规则报告，这里不重复。
下级标题只在从一开始、前后连得上的一串序号里，找出跳号、重号和写错的一个，作为提示。
写法不规范的序号，如“（一）、”“1、”，每串只提示一次。
表格里的编号一概不看。
改汉字序号和标点的修正可以批量进行；牵涉阿拉伯数字的需要逐条确认。`,

  *check(report) {
    yield* sectionNumbers(report);
    for (const run of numberingRuns(report)) {
      yield* brokenRun(report, run);
      yield* styleOfRun(report, run);
    }
  },
});

function* sectionNumbers(report: Report): Iterable<Problem> {
  const present = presentSections(report);
  const bare = present.filter(({ heading }) => heading.ordinal === undefined);
  const styled = present.filter(({ heading }) => heading.ordinal !== undefined && !isRegular(heading));
  const wrong = numberedByPlace(report)
    ? []
    : present.filter((section) => isWrong(section) && isRegular(section.heading));
  const [firstBare] = bare;
  const [firstStyled] = styled;
  if (firstBare) yield sectionProblem(report, bare, say('标题“{0}”前缺少序号“{1}、”。', ...named(firstBare)));
  if (firstStyled)
    yield sectionProblem(report, styled, say('标题“{0}”的序号应写作“{1}、”。', ...named(firstStyled)));
  for (const section of wrong) {
    yield sectionProblem(report, [section], say('标题“{0}”的序号应为“{1}、”。', ...named(section)));
  }
}

const named = ({ heading, template }: PresentSection): [string, string] => [heading.text, template.ordinal];

/** Written as the form writes its sections, apart from which number it is. */
const isRegular = ({ regular, ordinal }: Heading): boolean =>
  regular && ordinal !== undefined && /^\D/.test(ordinal);

const isWrong = ({ heading, template }: PresentSection): boolean =>
  heading.ordinal !== undefined && ordinalValue(heading.ordinal) !== ordinalValue(template.ordinal);

/** One problem for all headings with the same fault; it stands on the first. */
function sectionProblem(
  report: Report,
  sections: readonly PresentSection[],
  message: Problem['message'],
): Problem {
  const edits = sections.map(
    ({ heading, template }): Edit => ({
      span: numberingOf(report.text, heading),
      insert: `${template.ordinal}、`,
    }),
  );
  const digits = edits.some(({ span }) => /\d/.test(report.text.slice(span.from, span.to)));
  const [first] = sections;
  const span = first ? placeOf(report, first.heading) : { from: 0, to: 0 };
  const title =
    sections.length === 1 && first
      ? say('序号改为“{0}、”', first.template.ordinal)
      : say('{0} 个章节标题都改为规定的序号', sections.length);
  return { span, message, fixes: [{ title, safety: digits ? 'ask' : 'safe', edits }] };
}

/** The numbering, or where there is none the whole heading. */
function placeOf({ text }: Report, heading: Heading) {
  const span = numberingOf(text, heading);
  return span.from === span.to ? heading.span : span;
}

function* brokenRun(report: Report, run: NumberingRun): Iterable<Problem> {
  const values = run.headings.map(({ ordinal }) => ordinalValue(ordinal ?? ''));
  const at = values.findIndex((value, index) => value !== index + 1);
  const heading = run.headings[at];
  if (at < 1 || !heading) return;
  const wrong = wrongOnes(values, at).flatMap((index) => {
    const one = run.headings[index];
    return one ? [{ heading: one, ordinal: ordinalLike(index + 1, one.ordinal ?? '') }] : [];
  });
  const [first] = wrong;
  if (!first || excused(report, run, at, values[at] ?? 0)) return;
  yield {
    span: placeOf(report, heading),
    severity: 'info',
    message: say('“{0}”的序号与前面接不上，应为“{1}”。', heading.text, first.ordinal),
    fixes: [
      {
        title: wrong.length === 1 ? say('序号改为“{0}”', first.ordinal) : say('从这里起依次改正序号'),
        safety: run.level === 2 ? 'safe' : 'ask',
        edits: wrong.map((one) => renumbered(report.text, one.heading, one.ordinal)),
      },
    ],
  };
}

/** Which of a run from its first wrong number on are to change; none where the numbers follow no plan. */
function wrongOnes(values: readonly (number | undefined)[], at: number): readonly number[] {
  const rest = values.slice(at);
  if (rest.slice(1).every((value, index) => value === at + index + 2)) return [at];
  const start = values[at];
  const shifted = start !== undefined && rest.every((value, index) => value === start + index);
  return shifted ? rest.map((_, index) => at + index) : [];
}

/** A number that was left out may stand in the text after all, or belong to a topic that is missing. */
function excused(report: Report, { headings, level }: NumberingRun, at: number, value: number): boolean {
  const before = headings[at - 1];
  const heading = headings[at];
  if (!before || !heading) return true;
  if (value <= at + 1) return false;
  const overview = presentSections(report).find(({ template }) => template.id === 'overview');
  const inOverview =
    overview !== undefined && heading.span.from < overview.body.to && overview.body.from < heading.span.from;
  if (inOverview && report.topics.some(({ treated }) => !treated)) return true;
  const between = report.text.slice(before.span.to, heading.span.from);
  const missing = Array.from({ length: value - at - 1 }, (_, index) =>
    ordinalLike(at + 1 + index, heading.ordinal ?? ''),
  );
  return missing.some(
    (ordinal) => between.includes(level === 2 ? ordinal : `${ordinal}.`) || between.includes(`${ordinal}、`),
  );
}

function* styleOfRun(report: Report, { headings, level }: NumberingRun): Iterable<Problem> {
  const odd = headings.filter(({ regular }) => !regular);
  const [first] = odd;
  if (!first) return;
  const edits = odd.map(
    (heading): Edit => ({ span: numberingOf(report.text, heading), insert: styled(heading, level) }),
  );
  yield {
    span: placeOf(report, first),
    severity: 'info',
    message: say('“{0}”的序号写法不规范，应写作“{1}”。', first.text, styled(first, level)),
    fixes: [
      {
        title:
          odd.length === 1
            ? say('序号写作“{0}”', styled(first, level))
            : say('这一串 {0} 个序号都改为规范写法', odd.length),
        safety: 'safe',
        edits,
      },
    ],
  };
}

/** The number as the standard writes it on a level. */
function styled({ ordinal = '' }: Heading, level: number): string {
  if (level === 2) return `（${ordinal}）`;
  return level === 3 ? `${ordinal}.` : `（${ordinal}）`;
}
