import { type Message, say } from '../../base/message.ts';
import { type Span, touches } from '../../base/span.ts';
import { lineAt } from '../../model/manuscript.ts';
import type { BoundTable, Report } from '../../model/report.ts';
import { boundTables } from '../../model/tables.ts';
import type { Edit } from '../../rules/rule.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { TableId } from '../../template/index.ts';
import { applyEdits } from '../fix.ts';
import { blocksOf, type LeftTable, planTables, type TablePlans } from './blocks.ts';
import { type Change, changesOf, joinedChanges } from './changes.ts';
import { htmlPage } from './html.ts';
import { type PagePart, partsOf } from './parts.ts';
import { reread, sameOutline, tablesThatDiffer, tablesUnsettled } from './proof.ts';
import { isPage, type Source } from './source.ts';

export type { LeftTable } from './blocks.ts';
export type { Source } from './source.ts';

/** A report in its canonical layout. */
export interface Formatted {
  readonly text: string;
  /** The tables that stay as they are, and why. */
  readonly left: readonly LeftTable[];
}

/** What has to change in a text. */
export interface Formatting {
  readonly edits: readonly Edit[];
  readonly left: readonly LeftTable[];
}

/** Why a text cannot be brought into the layout of a report at all. */
export function obstacleTo({ recognised, sideBySide }: Report): Message | undefined {
  if (!recognised) return say('不像政府信息公开工作年度报告。');
  return sideBySide ? say('两份报告左右并排，无法整理。') : undefined;
}

/** A table that stays as it is, in words: `表三保持原样：…`. */
export const leftInWords = ({ tables }: Report, { table, reason }: LeftTable): Message =>
  say('{0}保持原样：{1}。', tables[table].template.name, reason);

/** The report as Markdown or as a page, whatever layout it is in. No figure, label or sentence is changed. */
export function formatReport(source: Source, { to }: { readonly to: 'markdown' | 'html' }): Formatted {
  const plans = planTables(source);
  if (to === 'html') {
    const { parts, left } = asPage(source, plans);
    return { text: htmlPage(source, parts), left };
  }
  const { changes, left } = settled(source, plans);
  return { text: applyEdits(source.text, changes), left };
}

/** A report as a page shows it. */
export interface Page {
  readonly parts: readonly PagePart[];
  readonly left: readonly LeftTable[];
}

/**
 * The parts of a report as they are published, its tables in the layout of the form.
 * Nothing is proven of them: who shows the figures that were read need not read them once more.
 */
export function pageOf(source: Source, plans: TablePlans = planTables(source)): Page {
  return { parts: partsOf(source, blocksOf(source, plans)), left: plans.left };
}

/** The same with no table on it that would say anything else than the text. */
function asPage(source: Source, plans: TablePlans): Page {
  const page = pageOf(source, plans);
  const after = reread(htmlPage(source, page.parts)).report;
  const rest = without(plans, tablesThatDiffer(source.report, after));
  return rest === plans ? page : asPage(source, rest);
}

/** What makes a report canonical Markdown: one edit for each stretch that is not. */
export function formatChanges(source: Source): Formatting {
  const { changes, left } = settled(source, planTables(source));
  return { edits: changes, left };
}

/** The same for some tables alone, with the blank lines around them. */
export function formatTables(source: Source, ids: readonly TableId[]): Formatting {
  const plans = planTables(source);
  const chosen = {
    rebuilt: plans.rebuilt.filter(({ table }) => ids.includes(table.template.id)),
    left: plans.left.filter(({ table }) => ids.includes(table)),
  };
  if (isPage(source)) {
    const reason = say('整篇是网页代码，请整理整个文档');
    return { edits: [], left: ids.map((table) => ({ table, reason })) };
  }
  const { changes, left } = settled(source, chosen, (change) => change.tables.length > 0);
  return { edits: joinedChanges(changes), left };
}

/** The tables that a stretch of the text touches, on any of their lines. */
export function tablesTouching(source: Source, range: Span): readonly BoundTable[] {
  const { rebuilt } = planTables(source);
  return boundTables(source.report).filter((table) => {
    const plan = rebuilt.find((candidate) => candidate.table === table);
    return touches(plan?.place ?? linesAround(source.report.tree, table.span), range);
  });
}

const linesAround = (tree: SyntaxTree, { from, to }: Span): Span => ({
  from: lineAt(tree, from)?.full.from ?? from,
  to: lineAt(tree, to)?.full.to ?? to,
});

interface Settled {
  readonly changes: readonly Change[];
  readonly left: readonly LeftTable[];
}

/**
 * The changes after which the text says what it said before, and would not be changed again.
 * A table for which that cannot be shown stays as it is; if it cannot for the outline, the headings do.
 */
function settled(
  source: Source,
  plans: TablePlans,
  wanted: (change: Change) => boolean = () => true,
): Settled {
  const changes = changesOf(source, blocksOf(source, plans)).filter(wanted);
  const after = reread(applyEdits(source.text, changes));
  const wrong = tablesThatDiffer(source.report, after.report);
  const certain = without(plans, wrong);
  const rest = certain === plans ? without(plans, tablesUnsettled(after, plans.rebuilt)) : certain;
  if (rest !== plans) return settled(source, rest, wanted);
  if (wrong.length === 0 && sameOutline(source, after)) return { changes, left: plans.left };
  return withoutHeadings(source, plans, wanted);
}

/** The tables alone; in a text so torn that even they cannot be told from what is around them, nothing. */
function withoutHeadings(source: Source, plans: TablePlans, wanted: (change: Change) => boolean): Settled {
  const changes = changesOf(source, blocksOf(source, plans, [])).filter(wanted);
  const after = reread(applyEdits(source.text, changes));
  const wrong = tablesThatDiffer(source.report, after.report);
  if (wrong.length === 0 && sameOutline(source, after)) return { changes, left: plans.left };
  return {
    changes: [],
    left: without(
      plans,
      plans.rebuilt.map(({ table }) => table.template.id),
    ).left,
  };
}

const unproven: Message = say('重排后读到的内容会与原文不一致');

/** The plans with the tables named left as they are; the same plans if none of them was to be written down. */
function without(plans: TablePlans, ids: readonly TableId[]): TablePlans {
  const taken = plans.rebuilt.filter(({ table }) => ids.includes(table.template.id));
  if (taken.length === 0) return plans;
  return {
    rebuilt: plans.rebuilt.filter((table) => !taken.includes(table)),
    left: [...plans.left, ...taken.map(({ table }) => ({ table: table.template.id, reason: unproven }))],
  };
}
