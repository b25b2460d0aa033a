import type { Snapshot } from '../analysis/snapshot.ts';
import { type Message, say } from '../base/message.ts';
import { contains, type Span } from '../base/span.ts';
import type { BoundTable, Judgement } from '../model/report.ts';
import { boundTables } from '../model/tables.ts';
import { findings } from './findings.ts';
import { wholeTable } from './outline.ts';

/** What a table comes to, and what can be done with it. */
export interface TableLens {
  /** Where its first line begins. */
  readonly at: number;
  readonly verdict: Message;
  /** Whether a sum of it does not come out, so that adding up anew may help. */
  readonly isWrong: boolean;
}

/** One for each table, in the order of the text. What waits for a line being typed is not counted yet. */
export function tableLenses(of: Snapshot, typed?: Span): readonly TableLens[] {
  const report = of.report();
  if (!report.recognised) return [];
  return boundTables(report).map((table) => {
    const sums = report.judgements().filter((one) => one.table.id === table.template.id);
    const broken = count(sums, 'broken');
    return {
      at: wholeTable(report.tree, table).from,
      verdict: verdictOf(of, table, sums, typed),
      isWrong: broken > 0,
    };
  });
}

function verdictOf(of: Snapshot, table: BoundTable, sums: readonly Judgement[], typed?: Span): Message {
  const { name } = table.template;
  const found = findings(of, typed).filter(({ span }) => contains(table.span, span));
  const errors = found.filter(({ severity }) => severity === 'error').length;
  const warnings = found.filter(({ severity }) => severity === 'warning').length;
  const state =
    errors + warnings === 0 ? say('✓ {0}', name) : say('{0}：{1} 错 {2} 警', name, errors, warnings);
  if (sums.length === 0) return state;
  const [held, broken, open] = [count(sums, 'held'), count(sums, 'broken'), count(sums, 'notAssessable')];
  return open === 0
    ? say('{0}，勾稽关系 {1} 项相符、{2} 项不符', state, held, broken)
    : say('{0}，勾稽关系 {1} 项相符、{2} 项不符、{3} 项无法核对', state, held, broken, open);
}

const count = (sums: readonly Judgement[], state: Judgement['outcome']['state']): number =>
  sums.filter(({ outcome }) => outcome.state === state).length;
