import type { BoundTable, Report } from './report.ts';

/** The tables that are there, in statutory order. */
export function boundTables(report: Report): readonly BoundTable[] {
  const { disclosure, applications, review } = report.tables;
  return [disclosure, applications, review].filter((table) => table.kind === 'bound');
}

/**
 * The tables whose rows can be held against one form.
 * A table two that prints two forms is told as such; what does not fit in it follows from that.
 */
export const tablesOfOneForm = (report: Report): readonly BoundTable[] =>
  boundTables(report).filter(
    ({ template }) => template.id !== 'disclosure' || report.form.edition !== 'mixed',
  );
