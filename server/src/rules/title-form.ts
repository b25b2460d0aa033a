import { say } from '../base/message.ts';
import { yearPattern } from '../base/numerals.ts';
import type { Span } from '../base/span.ts';
import { lineAt, linesWithGap } from '../model/manuscript.ts';
import type { Report, Title } from '../model/report.ts';
import { presentSections } from '../model/sequence.ts';
import { hasStatutoryName } from '../model/title-words.ts';
import { defineRule, type Edit, type Problem } from './rule.ts';

export const titleForm = defineRule({
  id: 'title-form',
  group: 'structure',
  title: '标题写法不规范',
  severity: 'warning',
  since: '0.1.0',
  reads: 'outline',
  basis: '各级行政机关年度报告的通行写法：“机关名称＋年份＋政府信息公开工作年度报告”',
  docs: `检查标题的写法：字与字之间有没有空格，机关名称后面有没有冒号，有没有年份，“年度”是否写了两遍，标题是否落在“一、总体情况”下面。
年份两边的空格不算。
去掉空格和冒号的修正不改变任何文字，可以批量进行；补年份、删重复的“度”、移动标题需要逐条确认。
“年度”写了两遍的标题很常见，只作提示。
标题用语本身不对的，由 title-wording 整个改写，这里不再挑空格、冒号和“年度”。`,

  *check(report) {
    const { title } = report;
    if (!title) return;
    // A title that has to be reworded is written anew altogether.
    if (hasStatutoryName(title.text)) {
      yield* spaced(report, title);
      yield* colon(report, title);
      yield* doubled(report, title);
    }
    yield* withoutYear(report, title);
    yield* belowHeading(report, title);
  },
});

/** The fixed words of a title, with or without blanks between them. */
const fixedWords = /(?:政\s*[府务]\s*信\s*息|信\s*息|政\s*务)\s*公\s*开[\s\S]*$/;

/** Blanks between two characters on the same line; those beside a number are left alone. */
const gap = /(?<=[\u4e00-\u9fff])[ \t\u3000\u00a0]+(?=[\u4e00-\u9fff])/g;

function* spaced({ text }: Report, { span }: Title): Iterable<Problem> {
  const words = fixedWords.exec(text.slice(span.from, span.to));
  if (!words) return;
  const start = span.from + words.index;
  const edits = [...words[0].matchAll(gap)].map((found): Edit => {
    const from = start + found.index;
    return { span: { from, to: from + found[0].length }, insert: '' };
  });
  if (edits.length === 0) return;
  yield {
    span: { from: start, to: span.to },
    message: say('标题“{0}”字与字之间有空格，应连写。', words[0].replace(/\s+/g, ' ')),
    fixes: [{ title: say('去掉标题里的空格'), safety: 'safe', edits }],
  };
}

function* colon({ text }: Report, { span }: Title): Iterable<Problem> {
  const found = /[：:](?=[\s\S])/.exec(text.slice(span.from, span.to));
  if (!found) return;
  const from = span.from + found.index;
  const place = { from, to: from + 1 };
  yield {
    span: place,
    message: say('标题中间有冒号，机关名称与年份之间不加标点。'),
    fixes: [{ title: say('去掉标题里的冒号'), safety: 'safe', edits: [{ span: place, insert: '' }] }],
  };
}

const doubledYear = new RegExp(`${yearPattern}\\s*年\\s*(度)[\\s\\S]*年\\s*度`);

function* doubled({ text }: Report, { span }: Title): Iterable<Problem> {
  const found = doubledYear.exec(text.slice(span.from, span.to));
  if (!found) return;
  const from = span.from + found.index + found[0].indexOf('度');
  const place = { from, to: from + 1 };
  yield {
    span: place,
    severity: 'info',
    message: say('标题里“年度”写了两遍，年份后面写“年”就够了。'),
    fixes: [{ title: say('“年度”改为“年”'), safety: 'ask', edits: [{ span: place, insert: '' }] }],
  };
}

function* withoutYear({ text, year }: Report, { span, text: words }: Title): Iterable<Problem> {
  if (new RegExp(yearPattern).test(words)) return;
  const at =
    span.from + Math.max(0, text.slice(span.from, span.to).search(/(?:政府信息|政务信息|信息|政务)公开/));
  yield {
    span,
    message: say('标题没有写明是哪一年的报告。'),
    ...(year === undefined
      ? {}
      : {
          fixes: [
            {
              title: say('在标题里补上“{0}年”', year),
              safety: 'ask' as const,
              edits: [{ span: { from: at, to: at }, insert: `${year}年` }],
            },
          ],
        }),
  };
}

function* belowHeading(report: Report, title: Title): Iterable<Problem> {
  if (!title.belowHeading) return;
  const first = presentSections(report)
    .map(({ heading }) => heading)
    .sort((a, b) => a.span.from - b.span.from)[0];
  if (!first) return;
  const to = lineAt(report.tree, first.span.from)?.full.from ?? first.span.from;
  const from = titleLines(report, title);
  const moved = report.text.slice(from.from, from.to);
  yield {
    span: title.span,
    message: say('标题落在“{0}”下面，应放在全文最前面。', report.text.slice(first.span.from, first.span.to)),
    fixes: [
      {
        title: say('把标题移到“{0}”上面', report.text.slice(first.span.from, first.span.to)),
        safety: 'ask',
        edits: [
          { span: { from: to, to }, insert: moved },
          { span: from, insert: '' },
        ],
      },
    ],
  };
}

/** The title's lines with the blank lines below them. */
const titleLines = ({ tree }: Report, { span }: Title): Span => ({
  from: linesWithGap(tree, span.from).from,
  to: linesWithGap(tree, span.to).to,
});
