import { type Message, say } from '../base/message.ts';
import { contains, meets, type Span } from '../base/span.ts';
import { wholeLine } from '../model/lines.ts';
import { isPageFoot, isPageHead, isPageNumber } from '../model/page-line.ts';
import { inText } from '../model/prose/passages.ts';
import { remembered } from '../model/prose/words.ts';
import type { Report } from '../model/report.ts';
import { presentSections } from '../model/sequence.ts';
import { defineRule, type Edit, mostAlike, type Problem } from './rule.ts';

export const leftoverMarkup = defineRule({
  id: 'leftover-markup',
  group: 'prose',
  title: '正文里留着页眉、页码或者排版符号',
  severity: 'warning',
  since: '0.1.0',
  reads: 'prose',
  basis: '国办公开办函〔2021〕30号：年度报告向社会公布，内容应当规范',
  docs: `检查从 PDF、网页或者别的文档复制时带进来的页眉（又出现一次的报告标题）、单独成行的页码，以及 **、<br>、&nbsp; 一类排版符号。
同一种残留只报一次，列出每一处。
Markdown 文稿里的 ** 和标签是正常写法，网页的标签不是正文，都不报。
修正删去排版符号，可以批量执行；整行的页眉、页码需要确认后删除。`,

  *check(report) {
    yield* pageLines(report);
    yield* crumbs(report);
  },
});

function* pageLines(report: Report): Iterable<Problem> {
  const { headers, numbers } = furniture(report);
  if (headers.length > 0)
    yield linesProblem(report, headers, say('报告标题在正文中间又出现一次，像是页眉。'), say('删去页眉'));
  if (numbers.length > 0)
    yield linesProblem(
      report,
      numbers,
      say('单独成行的页码混进了正文，共 {0} 处。', numbers.length),
      say('删去全部页码'),
    );
}

/** Lines of the first report that repeat its title or only number a page. */
function furniture(report: Report): { readonly headers: readonly Span[]; readonly numbers: readonly Span[] } {
  const { tree, title, followedBy } = report;
  const end = followedBy?.at ?? tree.text.length;
  const start = Math.min(...presentSections(report).map(({ heading }) => heading.span.from));
  const headers: Span[] = [];
  const numbers: Span[] = [];
  for (const { span, full, shape } of tree.lines) {
    if (shape === 'blank' || full.from >= end) continue;
    if (isPageNumber(tree.text, span)) numbers.push(full);
    else if (span.from > start && isPageHead(tree.text, span, title) && !(title && meets(span, title.span)))
      headers.push(full);
  }
  return { headers: withoutLinks(report, headers), numbers };
}

/** A page has links below its text, often one to itself, which are no heads of pages. */
function withoutLinks(report: Report, headers: readonly Span[]): readonly Span[] {
  const last = Math.max(...presentSections(report).map(({ heading }) => heading.span.to));
  const { tree } = report;
  if (!headers.some(({ from }) => from > last)) return headers;
  const foot = tree.lines.find(({ span }) => span.from > last && isPageFoot(tree.text, span))?.full.from;
  // A head has text of its page below it.
  const end = tree.lines.findLast(({ span }) => tree.text.slice(span.from, span.to).includes('。'))?.span
    .from;
  return headers.filter(
    ({ from }) => from < (foot ?? Number.POSITIVE_INFINITY) && from < Math.max(last, end ?? 0),
  );
}

function linesProblem(
  { text, tree }: Report,
  lines: readonly Span[],
  message: Message,
  title: Message,
): Problem {
  const [first = { from: 0, to: 0 }, ...others] = lines.map((full) => trimmedLine(text, full));
  const inMarkup = lines.some((line) => tree.markup.some((region) => contains(region, line)));
  const edits = lines.map((full): Edit => ({ span: wholeLine(text, full), insert: '' }));
  return {
    span: first,
    message,
    related: others.map((span) => ({ span, message: say('这里也有') })),
    fixes: inMarkup ? [] : [{ title, safety: 'ask', edits }],
  };
}

function trimmedLine(text: string, { from, to }: Span): Span {
  const line = text.slice(from, to);
  return { from: from + line.length - line.trimStart().length, to: from + line.trimEnd().length };
}

/** Whether emphasis marks and tags belong to the notation the report is written in. */
const isMarkdown = ({ tree }: Report): boolean =>
  tree.lines.some(
    ({ shape, marker, span }) =>
      (shape === 'pipe' && tree.source.slice(span.from, span.to).includes('|')) || (marker?.hashes ?? 0) > 0,
  );

function* crumbs(report: Report): Iterable<Problem> {
  const found = report
    .passages()
    .flatMap((passage) =>
      crumbsIn(passage.words).map(({ span, ...crumb }) => ({ ...crumb, span: inText(passage, span) })),
    );
  if (found.length === 0 || isMarkdown(report)) return;
  const outside = found.filter(({ span }) => !report.tree.markup.some((region) => contains(region, span)));
  for (const kind of ['stars', 'tag'] as const) {
    const alike = outside.filter((crumb) => crumb.kind === kind);
    const [first, ...others] = alike;
    if (!first) continue;
    yield {
      span: first.span,
      message: say(
        '正文里留着排版符号 {0}，共 {1} 处。',
        report.text.slice(first.span.from, first.span.to),
        alike.length,
      ),
      related: others.slice(0, mostAlike).map(({ span }) => ({ span, message: say('这里也有') })),
      fixes: [
        {
          title: say('删去这些排版符号'),
          safety: 'safe',
          edits: alike.map(({ span, insert }) => ({ span, insert })),
        },
      ],
    };
  }
}

interface Crumb {
  readonly kind: 'stars' | 'tag';
  readonly span: Span;
  /** What the crumb stands for. */
  readonly insert: string;
}

const tag =
  /<\/?(?:p|br|span|div|td|tr|th|table|tbody|strong|b|em|font|a|img|o:p|u|i|h[1-6]|ul|ol|li)(?:\s[^<>\n]{0,300})?\/?>|&(?:nbsp|ldquo|rdquo|lt|gt|amp|mdash|middot|hellip|ensp|emsp);/gi;
const entities: Readonly<Record<string, string>> = {
  '&ldquo;': '“',
  '&rdquo;': '”',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&mdash;': '—',
  '&middot;': '·',
  '&hellip;': '…',
};
/** Stars before a measure word stand for a number that is to be filled in. */
const standsForNumber = /[^\d*]\*{2,}[条件份篇次元年月日]/;

const crumbsIn = remembered(({ source }): readonly Crumb[] => {
  const found: Crumb[] = [];
  if (source.includes('**') && !standsForNumber.test(source)) {
    for (const { index } of source.matchAll(/\*\*/g))
      found.push({ kind: 'stars', span: { from: index, to: index + 2 }, insert: '' });
  }
  if (/[<&]/.test(source)) {
    for (const { index, 0: mark } of source.matchAll(tag))
      found.push({
        kind: 'tag',
        span: { from: index, to: index + mark.length },
        insert: entities[mark.toLowerCase()] ?? '',
      });
  }
  return found;
});
