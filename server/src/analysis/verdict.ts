import { type Message, say } from '../base/message.ts';
import type { BoundTable, Report } from '../model/report.ts';
import type { TableId } from '../template/index.ts';
import type { Finding, Verdict } from './check.ts';
import { boundTables, certainCells } from './extract.ts';

/** A verdict in words. */
export const verdictWords: Readonly<Record<Verdict, Message>> = {
  pass: say('通过'),
  fail: say('不通过'),
  warn: say('有警告'),
  unknown: say('无法判定：表格没有全部读出'),
};

/** How the identities of a report come out, counted. */
export interface IdentityCounts {
  readonly held: number;
  readonly broken: number;
  readonly notAssessable: number;
}

/** Counts the identities of the three tables, or of one of them, by their outcome. */
export function identityCounts(report: Report, table?: TableId): IdentityCounts {
  const count = { held: 0, broken: 0, notAssessable: 0 };
  for (const judgement of report.judgements()) {
    if (table === undefined || judgement.table.id === table) count[judgement.outcome.state] += 1;
  }
  return count;
}

/** The verdict over a report: errors weigh most, then doubt about what could not be read, then warnings. */
export function verdictOf(report: Report, findings: readonly Finding[]): Verdict {
  if (!report.recognised) return 'unknown';
  if (findings.some(({ severity }) => severity === 'error')) return 'fail';
  if (!wholeRead(report)) return 'unknown';
  return findings.some(({ severity }) => severity === 'warning') ? 'warn' : 'pass';
}

/** Whether every row that is there could be read. An absent row or table is a fault, not a doubt. */
function wholeRead(report: Report): boolean {
  if (report.sideBySide) return false;
  return boundTables(report).every(tableRead);
}

/** Whether every row of a table that is there could be read. */
export const tableRead = ({ rows }: BoundTable): boolean =>
  rows.every((row) => row.kind === 'missing' || certainCells(row) !== undefined);
