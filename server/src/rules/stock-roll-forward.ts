import { say } from '../base/message.ts';
import { placeIn } from '../model/predecessor.ts';
import type { Passage } from '../model/prose/passages.ts';
import type { Report } from '../model/report.ts';
import { isTooSmall, stocksOf } from '../model/stock.ts';
import { defineRule } from './rule.ts';

export const stockRollForward = defineRule({
  id: 'stock-roll-forward',
  group: 'across',
  title: '现行有效件数与上年接不上',
  severity: 'warning',
  since: '0.1.0',
  basis: '国办公开办函〔2021〕30号，表二第二十条第（一）项',
  docs: `表二规章、行政规范性文件的现行有效件数，一般应等于上年报告的现行有效件数加本年制发、减本年废止。
只有上年的报告也在手边、用的也是 2021 年的表式、四个数都读准了，才核对；命令行可用 --no-cross-file 不查。
文件清理、失效、修改、划转、机构改革等会使存量变动：第六部分或“政府信息管理”里说到这些，或者别处就文件说到这些的，不报；“调整”要在第六部分，或者就规范性文件、规章、件数说的才算。
现行有效件数比本年制发减去废止还少的，由 document-stock 报，这里不重复。
四个数都可能有误，不提供修复；相关位置可以跳到上年的报告。`,
  *check(report) {
    const { lastYear } = report;
    if (!lastYear) return;
    const last = new Map(stocksOf(lastYear.report).map(([row, { inForce }]) => [row.template.id, inForce]));
    for (const [{ template }, stock] of stocksOf(report)) {
      const before = last.get(template.id);
      if (!before || isTooSmall(stock)) continue;
      const { issued, repealed, inForce } = stock;
      const expected = before.value + issued.value - repealed.value;
      if (inForce.value === expected || isExplained(report)) continue;
      yield {
        span: inForce.cell.span,
        message: say(
          '表二“{0}”现行有效 {1} 件，上年 {2} 件加制发 {3} 减废止 {4} 为 {5} 件，请核对或在第六部分说明（{6}）',
          template.label,
          inForce.value,
          before.value,
          issued.value,
          repealed.value,
          expected,
          placeIn(lastYear, before.cell.span),
        ),
        related: [issued, repealed].map(({ cell, value }) => ({
          span: cell.span,
          message: say('“{0}”：{1}', cell.column.label, value),
        })),
        elsewhere: [
          {
            of: lastYear,
            span: before.cell.span,
            message: say('上年报告的“{0}”：{1}', before.cell.column.label, before.value),
          },
        ],
      };
    }
  },
});

const changed = /清理|失效|修改|修订|划转|合并|机构改革/;
const adjusted = /调整/;
const documents = /文件|规章/;
const counted = /规范性文件|规章|现行有效|存量|件数|口径/;

/** Whether the text gives a reason why the stock has changed otherwise. 调整 is said of much else. */
const isExplained = (report: Report): boolean =>
  report
    .passages()
    .some(
      (passage) =>
        passage.section !== 'problems' &&
        sentencesOf(passage).some((sentence) =>
          passage.section === 'other'
            ? changed.test(sentence) || adjusted.test(sentence)
            : (changed.test(sentence) && (isOnManagement(passage) || documents.test(sentence))) ||
              (adjusted.test(sentence) && counted.test(sentence)),
        ),
    );

const isOnManagement = ({ section, topic }: Passage): boolean =>
  section === 'overview' && topic.includes('信息管理');

const sentencesOf = ({ words: { text } }: Passage): readonly string[] => text.split(/[。；]/);
