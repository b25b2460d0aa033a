import { say } from '../base/message.ts';
import { numberWithin } from '../base/option.ts';
import { placeIn } from '../model/predecessor.ts';
import { copiedFrom } from '../model/prose/copied.ts';
import { inText, type Passage } from '../model/prose/passages.ts';
import { defineRule } from './rule.ts';

/** One paragraph of many that says what it said last year is no fault yet. */
const usualShare = 10;

const minimumShare = numberWithin(
  {
    name: 'minimumShare',
    title: `相同的文字占到百分之几才报；不写时为 ${usualShare}。`,
    example: 50,
  },
  { minimum: 1, maximum: 100, whole: true },
);

export const copiedText = defineRule({
  id: 'copied-text',
  group: 'across',
  title: '正文段落与上年的报告相同',
  severity: 'warning',
  since: '0.1.0',
  reads: 'prose',
  basis:
    '《中华人民共和国政府信息公开条例》第四十九条：报告的是上一年度的工作；各地评查通报把内容雷同列为问题',
  docs: `第一、第五部分的段落与同一单位上一年度报告里的一字不差（只差年份不算改过），多半是从上年的报告里复制来的。
只有上年的报告也在手边才核对；命令行可用 --no-cross-file 不查。
每年都一样的套话不算：编制依据、统计期限、联系方式、“未收到申请”“没有发生”一类的话，以及不足四十字的段落。
相同的文字占这两部分文字的一成以上才报；要松要严，可用 minimumShare 自定。
一份报告只报一处，标在第一段上，写明共几段、占百分之几；其余各段和上年的原文列为相关位置。
应当怎样写由填报人决定，不提供修复。`,

  options: [minimumShare],

  *check(report, chosen) {
    const { lastYear } = report;
    if (!lastYear) return;
    const { pairs, share } = copiedFrom(lastYear.report, report);
    const [first, ...others] = pairs;
    if (!first || share < (minimumShare.of(chosen) ?? usualShare)) return;
    yield {
      span: spanOf(first.passage),
      message: say(
        '正文有 {0} 段与上年报告相同，占第一、第五部分文字的 {1}%，请改写为本年度的情况（{2}）',
        pairs.length,
        share,
        placeIn(lastYear, spanOf(first.before)),
      ),
      related: others.map(({ passage }) => ({
        span: spanOf(passage),
        message: say('这一段也与上年报告相同'),
      })),
      elsewhere: pairs.map(({ before }) => ({
        of: lastYear,
        span: spanOf(before),
        message: say('上年报告里的同一段'),
      })),
    };
  },
});

const spanOf = (passage: Passage) => inText(passage, { from: 0, to: passage.words.source.length });
