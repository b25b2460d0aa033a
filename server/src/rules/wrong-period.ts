import { say } from '../base/message.ts';
import { chineseOrdinal, ordinalValue, yearLike } from '../base/numerals.ts';
import { inText, type Passage } from '../model/prose/passages.ts';
import { inOnePiece, placed, remembered, type Words } from '../model/prose/words.ts';
import { defineRule, type Edit, type Problem } from './rule.ts';

export const wrongPeriod = defineRule({
  id: 'wrong-period',
  group: 'prose',
  title: '统计期限不是报告年度的一月一日至十二月三十一日',
  severity: 'warning',
  since: '0.1.0',
  reads: 'prose',
  basis: '《中华人民共和国政府信息公开条例》第四十九条：报告的是上一年度的工作',
  docs: `检查写明的统计期限是不是报告年度的1月1日至12月31日。
只看“统计期限”“所列数据”等字样后面的期限，公示期、施行日期等不看。
写作“1-12月份”的，也提示写出起止日期。
标题和统计期限都没有年份时不核对。
修正只改写错的年、月、日，需要逐条确认。`,

  *check(report) {
    const { year } = report;
    if (year === undefined) return;
    for (const passage of report.passages()) {
      for (const period of periodsIn(passage.words)) yield* judged(passage, period, year);
    }
  },
});

/** A stretch of the words, and the numbers in it with what they have to be, `Y` being the year of the report. */
interface Period {
  readonly from: number;
  readonly to: number;
  readonly parts: readonly Part[];
}

interface Part {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly wanted: number | 'Y';
}

const count = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const dated = new RegExp(
  `(20\\d\\d)年${count}月${count}日起?(?:开始)?，?(?:截至|截止到?|至|到|[-—–~～]{1,2})(?:(20\\d\\d)年)?${count}月${count}日`,
  'dg',
);
const wantedParts: readonly (number | 'Y')[] = ['Y', 1, 1, 'Y', 12, 31];
const byMonths = /(20\d\d)年(\d{1,2})月?份?(?:至|到|[-—–~～]{1,2})(\d{1,2})月份?(?!\d)/dg;

/** What stands right before the period when it is that of the statistics. */
const ofStatistics =
  /(?:统计(?:的|数据|数字)?(?:起止)?(?:期限|时限|时间|期间|周期|日期|区间|时段)|数据的?(?:统计|采集|起止)?(?:期限|时限|时间|期间|区间)|数据统计(?=[自从])|所列(?:各项)?数据(?:的?统计)?)(?:均|起止|起讫|的|为|是|自|从|由|：|，|“){0,4}$/;

/** The day up to which the figures were counted: `数据统计截至2024年12月15日`. */
const upTo =
  /(?<=(?:(?:本报告|所列)[^，。；]{0,12}(?:数据|统计)|(?:^|[，。；])(?:各项)?数据统计)(?:统计)?(?:时间)?截[至止](?:到|至)?)(20\d\d)年(\d{1,2})月(\d{1,2})日(?!至|到)/dg;
const lastDay: readonly (number | 'Y')[] = ['Y', 12, 31];

const periodsIn = remembered((words): readonly Period[] => {
  const { text } = words;
  if (!/统计|数据/.test(text)) return [];
  const found: Period[] = [];
  const partsOf = (match: RegExpExecArray, all: readonly (number | 'Y')[]): readonly Part[] =>
    (match.indices ?? []).slice(1).flatMap((place, index): readonly Part[] => {
      const wanted = all[index];
      if (!place || wanted === undefined) return [];
      return [{ from: place[0], to: place[1], value: numberIn(text.slice(...place)), wanted }];
    });
  for (const match of [...text.matchAll(dated), ...text.matchAll(byMonths)]) {
    const to = match.index + match[0].length;
    if (!ofStatistics.test(text.slice(Math.max(0, match.index - 30), match.index))) continue;
    const parts = partsOf(match, wantedParts);
    found.push({ from: match.index, to, parts: match.length > 4 ? parts : parts.slice(0, 1) });
  }
  for (const match of text.matchAll(upTo))
    found.push({ from: match.index, to: match.index + match[0].length, parts: partsOf(match, lastDay) });
  return found;
});

const numberIn = (written: string): number => ordinalValue(written) ?? Number(written);

/** A number of a date in the script it is written in. */
function like(written: string, value: number, wanted: number | 'Y'): string {
  if (wanted === 'Y') return yearLike(written, value);
  return /^[\d０-９]/.test(written) ? String(value) : chineseOrdinal(value);
}

function* judged(passage: Passage, period: Period, year: number): Iterable<Problem> {
  const { words } = passage;
  const due = ({ wanted }: Part) => (wanted === 'Y' ? year : wanted);
  const months = period.parts.length === 1;
  const wrong = period.parts.filter((part) => part.value !== due(part));
  if (wrong.length === 0 && !months) return;
  const span = inText(passage, placed(words, period.from, period.to));
  const whole = `${year}年1月1日至${year}年12月31日`;
  const edits = months
    ? [{ span, insert: whole }]
    : wrong.map(
        (part): Edit => ({
          span: inText(passage, placed(words, part.from, part.to)),
          insert: like(words.source.slice(...ends(words, part)), due(part), part.wanted),
        }),
      );
  yield {
    span,
    message: say(
      '统计期限写作“{0}”，应为{1}年1月1日至12月31日。',
      words.source.slice(...ends(words, period)).replace(/\s+/g, ''),
      year,
    ),
    fixes: editable(words, period) ? [{ title: say('统计期限改为{0}', whole), safety: 'ask', edits }] : [],
  };
}

function ends(words: Words, { from, to }: Pick<Part, 'from' | 'to'>): readonly [number, number] {
  const place = placed(words, from, to);
  return [place.from, place.to];
}

const editable = (words: Words, { parts }: Period): boolean =>
  parts.every(({ from, to }) => inOnePiece(words, from, to));
