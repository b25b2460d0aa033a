import { say } from '../base/message.ts';
import { certainCells } from '../model/identities.ts';
import type { Report } from '../model/report.ts';
import { defineRule } from './rule.ts';

export const rulemakingPower = defineRule({
  id: 'rulemaking-power',
  group: 'totals',
  title: '没有规章制定权的机关填了规章件数',
  severity: 'warning',
  since: '0.1.0',
  reads: 'disclosure',
  basis: '《中华人民共和国立法法》关于规章制定权的规定；表二第二十条第（一）项“规章”',
  docs: `规章只能由国务院部门、省级政府和设区的市、自治州政府制定。乡镇、街道、县、区及县级部门填了规章件数，多半是把规范性文件填错了行。
只在标题中的机关名称足以判断时提醒；名称看不出级别时不作判断。不提供修复。`,
  *check(report) {
    const { disclosure } = report.tables;
    if (disclosure.kind === 'absent' || !report.organ || !withoutPower(report, report.organ)) return;
    for (const row of disclosure.rows) {
      if (row.template.id !== 'regulations') continue;
      const filled = (certainCells(row) ?? []).filter(
        ({ quantity }) => quantity.kind === 'number' && quantity.value > 0,
      );
      const [first, ...others] = filled;
      if (first?.quantity.kind !== 'number') return;
      yield {
        span: first.span,
        message: say(
          '表二“规章”的“{0}”为 {1}，{2}没有规章制定权，应否填在“行政规范性文件”一行？',
          first.column.label,
          first.quantity.printed,
          report.organ,
        ),
        related: others.map((cell) => ({
          span: cell.span,
          message: say(
            '“{0}”：{1}',
            cell.column.label,
            cell.quantity.kind === 'number' ? cell.quantity.printed : '',
          ),
        })),
      };
    }
  },
});

/** Whether the name alone shows an organ below the level that makes 规章. */
function withoutPower({ organKind }: Report, organ: string): boolean {
  if (organKind === 'subdistrict' || organKind === 'zone') return true;
  if (/(?:[乡镇]|街道)(?:人民政府)?$/.test(organ)) return true;
  const place = organ.replace(/自治[区州]/g, '');
  return (
    /[县旗区](?:人民政府(?:办公室)?)?$/.test(place) ||
    /(?:[县旗]|(?<![新特])区)(?=[^县旗市州盟省]{2,}(?:局|办公室|委员会|中心|院)$)/.test(place)
  );
}
