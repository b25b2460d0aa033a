import { say } from '../base/message.ts';
import { type Itemised, itemisedIn } from '../model/prose/itemised.ts';
import { inText, type Passage } from '../model/prose/passages.ts';
import { summedIn } from '../model/prose/summed.ts';
import { placed } from '../model/prose/words.ts';
import type { Report } from '../model/report.ts';
import { defineRule, type Problem } from './rule.ts';

export const itemisationMismatch = defineRule({
  id: 'itemisation-mismatch',
  group: 'prose',
  title: '“其中”各项相加不等于总数',
  severity: 'warning',
  since: '0.1.0',
  basis: '《中华人民共和国政府信息公开条例》第五十条：报告的数据应当准确、前后一致',
  docs: `“共 N 条，其中甲类 x 条、乙类 y 条……”，各项相加应当等于总数。
看得出已经列全的，多了少了都核对：最后一项是“其他”，或者三项以上都是“……类”“……信息”，或者分成自然人和法人，或者“按渠道分”“按主体分”。
三项以上互不相同的，或者线上和线下、新增和保留这样成对的，没有列全也不会超过总数，只核对多出来的。
各渠道的条数会有重复，写明有重复、交叉的也不核对；申请件数和办理结果与表格核对，带“等”“主要”“余”“近”的没有列全或不是确数，这些都不核对。
“甲类 x 条、乙类 y 条，共计 N 条”这样总数在后面的，也核对。
总数后面写了“较上年增加 N 条”的，仍与总数核对。
各项之和比总数少一成以上的，当作没有列全，不报。
总数和各项都可能有误，所以不提供修复。`,

  *check(report) {
    for (const passage of report.passages()) {
      if (passage.words.text.includes('从略')) continue;
      for (const list of [...itemisedIn(passage.words), ...summedIn(passage.words)])
        if (isWrong(list) && !heldAgainstTable(report, passage, list)) yield problem(passage, list);
    }
  },
});

/** Whether one of the numbers is already known to be wrong by its cell. */
function heldAgainstTable(report: Report, { from, words }: Passage, { total, items }: Itemised): boolean {
  const places = new Set(
    [total, ...items.map(({ figure }) => figure)].map((one) => from + placed(words, one.from, one.to).from),
  );
  return report
    .facts()
    .some(
      ({ span, readings, value }) =>
        places.has(span.from) && readings.length > 0 && readings.every((reading) => reading.value !== value),
    );
}

const sumOf = ({ items }: Itemised): number => items.reduce((sum, { figure }) => sum + figure.value, 0);

/** A sum that falls far short comes from a list that is not complete after all, one far beyond from another total. */
function isWrong(list: Itemised): boolean {
  const sum = sumOf(list);
  const { value } = list.total;
  if (sum === list.most) return false;
  if (list.exhaustive && sum !== value && sum >= value * 0.9) return true;
  return list.disjoint && sum > list.most && sum <= 2 * value;
}

function problem(passage: Passage, list: Itemised): Problem {
  const { total, items } = list;
  const sum = sumOf(list);
  const place = (from: number, to: number) => inText(passage, placed(passage.words, from, to));
  return {
    span: place(total.from, total.to),
    message: say(
      '总数写 {0}{1}，{2} 项相加为 {3}，相差 {4}，请核对。',
      total.value,
      total.unit,
      items.length,
      sum,
      Math.abs(sum - total.value),
    ),
    related: items.map(({ name, figure }) => ({
      span: place(figure.from, figure.to),
      message: say('{0}：{1}', name, figure.value),
    })),
  };
}
