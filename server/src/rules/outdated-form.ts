import { say } from '../base/message.ts';
import type { Span } from '../base/span.ts';
import { insertTable, lineBreakOf, notationOf } from '../model/manuscript.ts';
import type { Report } from '../model/report.ts';
import { blankTable } from '../model/skeleton.ts';
import { tableOf } from '../template/index.ts';
import { defineRule, type Fix, mostAlike } from './rule.ts';

export const outdatedForm = defineRule({
  id: 'outdated-form',
  group: 'tables',
  title: '用了已停用的旧表式',
  severity: 'error',
  since: '0.1.0',
  reads: 'tables',
  basis: '国办公开办函〔2021〕30号：2021 年度起使用修订后的格式',
  docs: `2021 年度及以后的报告应使用 2021 年修订的表式；仍用 2019 年试行表式，或新旧表式混用，都会提示。
旧表的数字与新表含义不同（如“对外公开总数量”不是“现行有效件数”），不能自动换算。
新旧混用时，表二的其他毛病先不提示。
修复只在旧表下面插入空白的新表二，旧数字一个不动，填好后请自行删去旧表。
表三“（六）其他处理”一行全是 0 的，可以直接分列三行；有数的要由填报人拆分，不提供修复。`,
  *check(report) {
    if (report.year === undefined || report.edition.id === '2019') return;
    const { edition, evidence } = report.form;
    const marks = [
      ...(edition === '2019' || edition === 'mixed' ? evidence['2019'] : []),
      ...singleRow(report),
    ];
    const [first, ...others] = marks;
    if (!first) return;
    yield {
      span: first,
      message:
        edition === '2019'
          ? say('表二用的是 2019 年试行表式，{0} 年度报告应使用 2021 年修订的表式', report.year)
          : edition === 'mixed'
            ? say('表二新旧表式混用，{0} 年度报告只用 2021 年修订的表式，请删去旧表式的部分', report.year)
            : say('表三“（六）其他处理”仍是旧表式的一行，{0} 年度报告应分列三行', report.year),
      // Of a table in two forms the marks of the old one are what has to go; a whole table shows by the first few.
      related: (edition === '2019' ? others.slice(0, mostAlike) : others).map((span) => ({
        span,
        message: say('同属旧表式'),
      })),
      fixes: edition === '2019' ? newTable(report) : edition === 'mixed' ? [] : threeRows(report),
    };
  },
});

/** The row （六）其他处理 with figures of its own, as only the form of 2019 has it. */
function singleRow({ tables: { applications } }: Report): readonly Span[] {
  if (applications.kind === 'absent' || applications.edition !== '2019') return [];
  return applications.rows.flatMap((row) => {
    if (row.template.id !== 'otherOutcome' || row.kind === 'missing') return [];
    return [row.kind === 'unreadable' ? row.span : (row.label?.span ?? row.span)];
  });
}

/** Three rows for one, where it is all noughts; how a figure divides nobody else can tell. */
function threeRows({ text, edition, tables: { applications } }: Report): readonly Fix[] {
  if (applications.kind === 'absent') return [];
  const old = applications.rows.find(({ template }) => template.id === 'otherOutcome');
  if (old?.kind !== 'read' || old.duplicates.length > 0 || old.label?.pieces.length !== 1) return [];
  if (old.cells.some(({ quantity }) => quantity.kind !== 'number' || quantity.value !== 0)) return [];
  const before = text.slice(old.full.from, old.label.span.from);
  const behind = text.slice(old.label.span.to, old.full.to);
  // The label of the new row goes into the empty cell beside the old one.
  const border = /^(?:\t| *\| ?)(?=[\t |])/.exec(behind)?.[0];
  if (border === undefined) return [];
  const rows = tableOf(edition, 'applications').rows.filter(({ group }) => group === 'otherOutcome');
  const lines = rows.map(({ label }, at) => {
    const labels =
      at === 0 ? text.slice(old.full.from, old.label?.span.to) : before.replace(/[^\t|\s]+/g, '');
    return labels + border + label + behind.slice(border.length);
  });
  return [
    {
      title: say('把“（六）其他处理”分列三行，都填 0'),
      safety: 'ask',
      edits: [{ span: old.full, insert: lines.join(lineBreakOf(text)) }],
    },
  ];
}

function newTable(report: Report): readonly Fix[] {
  const { disclosure } = report.tables;
  if (disclosure.kind === 'absent') return [];
  const text = blankTable(tableOf(report.edition, 'disclosure'), notationOf(report));
  return [
    {
      title: say('在旧表二下面插入空白的新表二（旧数字不动）'),
      safety: 'ask',
      edits: [insertTable(report.tree, lineEnd(report.text, disclosure.span.to), text)],
    },
  ];
}

function lineEnd(text: string, at: number): number {
  const found = text.slice(at).search(/[\r\n]/);
  return found < 0 ? text.length : at + found;
}
