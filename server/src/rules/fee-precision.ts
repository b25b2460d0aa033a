import { type Message, say } from '../base/message.ts';
import { numberWithin } from '../base/option.ts';
import { certainCells } from '../model/identities.ts';
import type { BoundTable, Cell, Report } from '../model/report.ts';
import { defineRule, type Problem } from './rule.ts';

/** 万元 with four decimals is exact to one 元. */
const decimals = 4;

const wantedDecimals = numberWithin(
  {
    name: 'decimals',
    title: '本地要求金额写满几位小数；不写时，照表头和省份的要求。',
    example: 2,
  },
  { minimum: 0, maximum: decimals, whole: true },
);

export const feePrecision = defineRule({
  id: 'fee-precision',
  group: 'tables',
  title: '收费金额的小数位数不合要求',
  severity: 'warning',
  since: '0.1.0',
  reads: 'disclosure',
  basis: '国办公开办函〔2021〕30号，表二“本年收费金额（单位：万元）”；部分省份表头要求“保留4位小数”',
  docs: `收费金额以万元为单位，最多四位小数（精确到元）。
表头写明“保留4位小数”，或者设置 gouji.province 为 henan（河南）时，不为 0 的金额应写满四位；否则不作要求。0 不必写小数。
不足四位的可以补 0，数值不变；超过四位的不替您舍入。`,
  options: [wantedDecimals],

  *check(report, chosen) {
    const { disclosure } = report.tables;
    if (disclosure.kind === 'absent') return;
    for (const row of disclosure.rows) {
      for (const cell of certainCells(row) ?? [])
        if (cell.column.measure === 'amount')
          yield* problem(cell, demandOn(disclosure, cell, report, wantedDecimals.of(chosen)));
    }
  },
});

/** How many decimals are to be written, and who wants them; undefined if nobody asks. */
interface Demand {
  readonly by: 'heading' | 'province' | 'choice';
  readonly places: number;
}

function* problem({ span, row, quantity }: Cell, demand: Demand | undefined): Iterable<Problem> {
  if (quantity.kind !== 'number') return;
  const written = quantity.printed.split('.')[1]?.length ?? 0;
  if (written > decimals) {
    yield {
      span,
      message: say(
        '表二“{0}”为 {1}，有 {2} 位小数，以万元计最多 {3} 位',
        row.label,
        quantity.printed,
        written,
        decimals,
      ),
    };
    return;
  }
  if (!demand || written >= demand.places || quantity.value === 0) return;
  const padded = quantity.printed + (written === 0 ? '.' : '') + '0'.repeat(demand.places - written);
  yield {
    span,
    message: demanded[demand.by](row.label, quantity.printed, demand.places),
    fixes: [{ title: say('补足小数：{0}', padded), safety: 'safe', edits: [{ span, insert: padded }] }],
  };
}

const demanded: Readonly<Record<Demand['by'], (row: string, printed: string, places: number) => Message>> = {
  heading: (...of) => say('表二“{0}”为 {1}，表头要求保留 {2} 位小数', ...of),
  province: (...of) => say('表二“{0}”为 {1}，本省要求保留 {2} 位小数', ...of),
  choice: (...of) => say('表二“{0}”为 {1}，按设置应保留 {2} 位小数', ...of),
};

function demandOn(
  { header }: BoundTable,
  { column }: Cell,
  { profile }: Report,
  wanted: number | undefined,
): Demand | undefined {
  if (wanted !== undefined) return { by: 'choice', places: wanted };
  const inHeading = header.labels.some(
    (label) => label.template.id === column.id && /4\s*位小数|四位小数/.test(label.text),
  );
  if (inHeading) return { by: 'heading', places: decimals };
  return profile.province === 'henan' ? { by: 'province', places: decimals } : undefined;
}
