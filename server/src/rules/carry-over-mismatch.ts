import { say } from '../base/message.ts';
import { type CarryOver, isSound } from '../model/carry-over.ts';
import { untoldCarryOvers } from '../model/faults-to-tell.ts';
import { shortName } from '../model/names.ts';
import { placeIn } from '../model/predecessor.ts';
import type { Predecessor, Report } from '../model/report.ts';
import { defineRule, type Problem } from './rule.ts';

export const carryOverMismatch = defineRule({
  id: 'carry-over-mismatch',
  group: 'across',
  title: '上年结转与上年报告的结转下年度不一致',
  severity: 'error',
  since: '0.1.0',
  basis: '国办公开办函〔2021〕30号、〔2019〕60号，表三“二、上年结转政府信息公开申请数量”',
  docs: `表三每一列的上年结转，应等于同一单位上一年度报告同一列的结转下年度。
只有上年的报告也在手边（同一文件夹、同一工作区，或者一并检查）、两边的格子都读准了，才核对；命令行可用 --no-cross-file 不查。
总计不一致报错误；总计一致、只有分列不一致的，可能是申请人的类别改填了，报警告。
上年报告自己那一格的勾稽关系不成立的，也只报警告：错的可能是上年的数。
正文说明了原因（更正、核减、职能划转、机构改革等）的，不报。
上年结转填错、由此本年的勾稽关系也不成立的，只报不成立的那一处，并说明上年报告结转的数。
两份报告都可能有误，不提供修复；相关位置可以跳到上年的报告。`,
  *check(report) {
    const { lastYear } = report;
    if (!lastYear) return;
    const broken = untoldCarryOvers(report, lastYear.report);
    const worst = broken.find(({ cell }) => cell.column.id === 'total') ?? broken[0];
    if (worst && !isExplained(report)) yield problem(worst, broken, lastYear);
  },
});

function problem(worst: CarryOver, broken: readonly CarryOver[], lastYear: Predecessor): Problem {
  const { cell, before, carriedIn, carriedOut } = worst;
  const isTotal = cell.column.id === 'total';
  const told = say(
    '表三“{0}”的“{1}”为 {2}，上年报告结转下年度的为 {3}，请核对（{4}）',
    shortName(cell.row),
    cell.column.label,
    carriedIn,
    carriedOut,
    placeIn(lastYear, before.span),
  );
  return {
    span: cell.span,
    message: isTotal ? told : say('{0}；总计没有不一致，可能是申请人的类别改填了', told),
    severity: isTotal && isSound(lastYear.report, worst) ? 'error' : 'warning',
    related: broken
      .filter((one) => one !== worst)
      .map((one) => ({
        span: one.cell.span,
        message: say('“{0}”为 {1}，上年报告为 {2}', one.cell.column.label, one.carriedIn, one.carriedOut),
      })),
    elsewhere: broken.map((one) => ({
      of: lastYear,
      span: one.before.span,
      message: say(
        '上年报告“{0}”的“{1}”：{2}',
        shortName(one.before.row),
        one.before.column.label,
        one.carriedOut,
      ),
    })),
  };
}

const carried = /上年|上一年|去年|结转/;
const corrected = /更正|更改|改正|勘误|核减|核增|核销|调整|口径|误|重新统计|重复统计/;
const reorganised = /机构改革|划转|划入|划出|移交|合并|撤并|撤销|整合|更名/;

/** Whether the text says why the two figures differ. What it plans or laments is no reason. */
const isExplained = (report: Report): boolean =>
  report
    .passages()
    .some(
      ({ section, words: { text } }) =>
        section !== 'problems' &&
        ((carried.test(text) && corrected.test(text)) ||
          (reorganised.test(text) && /申请|职能|职责|机构|数据/.test(text))),
    );
