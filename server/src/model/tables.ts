import type { BoundTable, Report } from './report.ts';

/** The tables that are there, in statutory order. */
export function boundTables(report: Report): readonly BoundTable[] {
  const { disclosure, applications, review } = report.tables;
  return [disclosure, applications, review].filter((table) => table.kind === 'bound');
}
