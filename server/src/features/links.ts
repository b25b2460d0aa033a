import type { Snapshot } from '../analysis/snapshot.ts';
import { ordinalValue } from '../base/numerals.ts';
import { remembered } from '../base/remembered.ts';
import { contains, type Span, span } from '../base/span.ts';
import type { Report } from '../model/report.ts';
import { type Article, articleOf, type Notice, notices, regulation } from '../template/law.ts';
import { lawLine } from './law-page.ts';

/** A place that names an article of the regulation, or a paper. */
export interface Citation {
  readonly span: Span;
  /** Undefined where the paper as a whole is named. */
  readonly article: Article | undefined;
  readonly notice: Notice;
}

/** A citation, and the line of the shipped page that tells of it, from 1. */
export interface Link {
  readonly span: Span;
  readonly line: number;
}

/** Every citation of a report with its place in the shipped page. */
export const links = (of: Snapshot): readonly Link[] =>
  citationsOf(of.report()).map((citation) => ({ span: citation.span, line: lineOf(citation) }));

export const citationAt = (report: Report, offset: number): Citation | undefined =>
  citationsOf(report).find((citation) => contains(citation.span, span(offset, offset)));

/** The citations of a report in the order of the text, looked for once. */
export const citationsOf = remembered(({ recognised, tree }: Report): readonly Citation[] =>
  recognised ? [...findCitations(tree.text)] : [],
);

const lineOf = ({ article, notice }: Citation): number =>
  lawLine(article ? { article: article.number } : { notice: notice.number });

/** The regulation by its name, with an article behind it or without; table two names its articles bare. */
const cited = new RegExp(
  [
    '《(?:中华人民共和国)?(?:政府信息公开)?条例》(?:（以下简称[^（）]{0,12}）)?(?:第(?<article>[一二三四五六七八九十]{1,3})条)?',
    '第(?<bare>二十)条第[（(][一二三四五六七八九十]{1,3}[）)]项',
    '国务院令第\\s?711\\s?号',
    '(?:国办公开办函|国办函)[〔[［(（](?<year>20\\d\\d)[〕\\]］)）](?<number>\\d{1,3})号',
    '《政府信息公开信息处理费管理办法》',
  ].join('|'),
  'g',
);

function* findCitations(text: string): Iterable<Citation> {
  for (const match of text.matchAll(cited)) {
    const { article, bare, year, number } = match.groups ?? {};
    const notice = noticeOf(match[0], year, number);
    const ordinal = article ?? bare;
    if (!notice || (bare !== undefined && !beginsCell(text, match.index))) continue;
    yield {
      span: span(match.index, match.index + match[0].length),
      article: ordinal === undefined ? undefined : articleOf(ordinalValue(ordinal) ?? 0),
      notice,
    };
  }
}

/** Without the regulation's name an article is its own only as a label of table two. */
const beginsCell = (text: string, at: number): boolean =>
  /(?:^|[\r\n|\t])[ \u3000]*$/.test(text.slice(Math.max(0, at - 12), at));

/** The paper that is named; undefined for one that the page does not list. */
function noticeOf(words: string, year: string | undefined, number: string | undefined): Notice | undefined {
  if (year !== undefined) return notices.find(({ id }) => id === `${year}-${number}`);
  return words.includes('信息处理费') ? notices.find(({ id }) => id === '2020-109') : regulation;
}
