import { type Message, say } from '../base/message.ts';
import { yearLike } from '../base/numerals.ts';
import { inText, type Passage } from '../model/prose/passages.ts';
import { inOnePiece, placed } from '../model/prose/words.ts';
import {
  calledOwn,
  type NamedYear,
  namedIn,
  type Opening,
  openingsIn,
  plannedIn,
} from '../model/prose/years.ts';
import { defineRule, type Problem } from './rule.ts';

export const staleYear = defineRule({
  id: 'stale-year',
  group: 'prose',
  title: '年份像是从上一年的报告里留下来的',
  severity: 'warning',
  since: '0.1.0',
  reads: 'prose',
  basis: '《中华人民共和国政府信息公开条例》第四十九条：报告的是上一年度的工作',
  docs: `总体情况等部分里，一句话以上一年的年份开头、讲的却是本年度的工作，多半是从上一年的报告里复制来、忘了改。
“二〇二三年”“二○二三年”“在2023年里”“我局2023年”“今年（2023年）”也查；以来年的年份开头、报的却是已经公开和收到的件数的，同样查。
与上年比较、上年结转、成立和印发等往事、书名号和文号里的年份、同一句里也说到报告年度的，都不报。
前言里报告自己的年份也检查。
第五部分可以说往年的问题和来年的打算，只查两样：用上一年的年份开头概括成效和不足的，下一步的打算写成报告年度的。
修正只改年份，需要逐条确认。`,

  *check(report) {
    const { year } = report;
    if (year === undefined) return;
    const begin = report.title?.span.from ?? 0;
    for (const passage of report.passages()) {
      for (const own of calledOwn(passage.words))
        if (own.year === year - 1) yield problem(passage, own, year, left(own, year));
      if (passage.section === undefined && passage.from > begin) yield* ofReport(passage, year);
      else if (passage.section === 'problems') yield* ofProblems(passage, year);
      else if (passage.section !== undefined) yield* ofYear(passage, year);
    }
  },
});

/** The year by which the report names itself. */
function* ofReport(passage: Passage, year: number): Iterable<Problem> {
  for (const named of namedIn(passage.words))
    if (named.year === year - 1) yield problem(passage, named, year, left(named, year));
}

/** Sentences that give account of a year. */
function* ofYear(passage: Passage, year: number): Iterable<Problem> {
  for (const opening of openingsIn(passage.words)) {
    if (opening.named.includes(year) || opening.next === year || !isOff(passage, opening, year)) continue;
    yield problem(passage, opening, year, left(opening, year));
  }
}

function isOff({ kind, section }: Passage, opening: Opening, year: number): boolean {
  if (opening.year === year + 1) return kind === 'paragraph' && opening.counts;
  if (opening.year !== year - 1) return false;
  if (kind === 'heading') return section === 'overview' && !opening.looksBack;
  return opening.reports || (section === 'overview' && opening.sinceThen);
}

/** What was achieved belongs to the year, what is to be done to the next one. */
function* ofProblems(passage: Passage, year: number): Iterable<Problem> {
  const plans = plannedIn(passage.words);
  const deeds = [...passage.words.text.matchAll(/20\d\d(?=年)/g)].filter(
    ({ 0: named, index }) => Number(named) === year && !plans.some(({ from }) => from === index),
  );
  if (deeds.length === 0)
    for (const opening of openingsIn(passage.words))
      if (opening.year === year - 1 && opening.grants)
        yield problem(passage, opening, year, left(opening, year));
  for (const plan of plans)
    if (plan.year === year)
      yield problem(
        passage,
        plan,
        year + 1,
        say('下一步的打算写的是{0}年，那是报告的年度，来年是{1}年，请核对是否忘了改。', year, year + 1),
      );
}

const left = ({ year }: NamedYear, wanted: number): Message =>
  say('这里写的是{0}年，报告的年度是{1}年，请核对是否忘了改。', year, wanted);

function problem(
  { words, from: at }: Passage,
  { from, again = [] }: Pick<NamedYear, 'from'> & Partial<Pick<Opening, 'again'>>,
  wanted: number,
  message: Message,
): Problem {
  const places = [from, ...again].map((place) => placed(words, place, place + 4));
  const edits = places.map((place) => ({
    span: inText({ from: at }, place),
    insert: yearLike(words.source.slice(place.from, place.to), wanted),
  }));
  const [first] = edits;
  const span = inText({ from: at }, placed(words, from, from + 4));
  const written = words.source.slice(span.from - at, span.to - at);
  const title = say('把 {0} 改为 {1}', written, first?.insert ?? wanted);
  const whole = [from, ...again].every((place) => inOnePiece(words, place, place + 4));
  return { span, message, fixes: whole ? [{ title, safety: 'ask', edits }] : [] };
}
