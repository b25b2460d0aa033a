import { type Message, say } from '../../base/message.ts';
import type { Edit } from '../../rules/rule.ts';
import type { TableId } from '../../template/index.ts';
import { applyEdits } from '../fix.ts';
import { blocksOf, type LeftTable, planTables, type TablePlans } from './blocks.ts';
import { type Change, changesOf, joinedChanges } from './changes.ts';
import { htmlPage } from './html.ts';
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

/** The report as Markdown or as a page, whatever layout it is in. No figure, label or sentence is changed. */
export function formatReport(source: Source, { to }: { readonly to: 'markdown' | 'html' }): Formatted {
  if (to === 'markdown') {
    const { changes, left } = settled(source, planTables(source));
    return { text: applyEdits(source.text, changes), left };
  }
  const plans = planTables(source);
  const first = htmlPage(source, blocksOf(source, plans));
  const wrong = tablesThatDiffer(source.report, reread(first).report);
  if (wrong.length === 0) return { text: first, left: plans.left };
  const rest = without(plans, wrong);
  return { text: htmlPage(source, blocksOf(source, rest)), left: rest.left };
}

/** What makes a report canonical Markdown: one edit for each stretch that is not. */
export function formatChanges(source: Source): Formatting {
  const { changes, left } = settled(source, planTables(source));
  return { edits: joinedChanges(changes), left };
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
  const blocks = blocksOf(source, plans);
  const changes = changesOf(source, blocks).filter(wanted);
  const after = reread(applyEdits(source.text, changes));
  const wrong = new Set([
    ...tablesThatDiffer(source.report, after.report),
    ...tablesUnsettled(after, plans.rebuilt),
  ]);
  const doubtful = plans.rebuilt.some(({ table }) => wrong.has(table.template.id));
  if (doubtful) return settled(source, without(plans, [...wrong]), wanted);
  if (wrong.size === 0 && sameOutline(source.report, after.report)) return { changes, left: plans.left };
  return { changes: changesOf(source, blocksOf(source, plans, [])).filter(wanted), left: plans.left };
}

const unproven: Message = say('重排后读到的内容会与原文不一致');

function without({ rebuilt, left }: TablePlans, ids: readonly TableId[]): TablePlans {
  const taken = rebuilt.filter(({ table }) => ids.includes(table.template.id));
  return {
    rebuilt: rebuilt.filter((table) => !taken.includes(table)),
    left: [...left, ...taken.map(({ table }) => ({ table: table.template.id, reason: unproven }))],
  };
}
