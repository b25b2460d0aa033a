import { bind } from '../../model/bind.ts';
import type { Heading, Report, TableBinding } from '../../model/report.ts';
import { parse } from '../../syntax/parse.ts';
import type { TableId } from '../../template/index.ts';
import { planTable, type Rebuilt } from './blocks.ts';
import { markdownTable } from './markdown.ts';
import { commonBreak, isPage, type Source } from './source.ts';

/** A text read anew. */
export const reread = (text: string): Source => ({ text, report: bind(parse(text)) });

const ids: readonly TableId[] = ['disclosure', 'applications', 'review'];

/** The tables that say something else in one report than in the other. */
export const tablesThatDiffer = (before: Report, after: Report): readonly TableId[] =>
  ids.filter(
    (id) =>
      figuresOf(before.tables[id]) !== figuresOf(after.tables[id]) ||
      // The headings of table two tell which form the report follows.
      (id === 'disclosure' && before.form.edition !== after.form.edition),
  );

/** Every row of a table with each of its figures, as written and as read. */
function figuresOf(table: TableBinding): string {
  if (table.kind === 'absent') return '';
  const rows = table.rows.map((row) => {
    const cells =
      row.kind === 'miscounted' ? (row.cells ?? row.values) : row.kind === 'read' ? row.cells : [];
    const label = row.kind === 'read' || row.kind === 'miscounted' ? row.label !== undefined : false;
    return [row.template.id, row.kind, label, cells.map(({ quantity }) => quantity)];
  });
  return JSON.stringify([table.edition, rows]);
}

/** Whether two texts are the same report apart from their tables: title, year, sections and headings. */
export function sameOutline(before: Source, after: Source): boolean {
  if (outlineOf(before.report) !== outlineOf(after.report)) return false;
  const wanted = before.report.headings.map(headingKey);
  const found = after.report.headings.map(headingKey);
  // Among the tags of a page a heading may go unseen.
  const left = isPage(before) ? found.filter((heading) => wanted.includes(heading)) : found;
  return left.length === wanted.length && left.every((heading, at) => heading === wanted[at]);
}

const headingKey = ({ text, level, section }: Heading): string => JSON.stringify([text, level, section]);

function outlineOf({ title, organ, year, edition, sections }: Report): string {
  const parts = sections.map((section) => [section.template.id, section.kind]);
  return JSON.stringify([title?.text.replace(/[*。]/g, ''), organ, year, edition.id, parts]);
}

/** The tables that would be written differently if they were written down again. */
export function tablesUnsettled(after: Source, rebuilt: readonly Rebuilt[]): readonly TableId[] {
  const lineBreak = commonBreak(after.text);
  return rebuilt
    .map(({ table }) => table.template.id)
    .filter((id) => {
      const table = after.report.tables[id];
      const again = table.kind === 'bound' ? planTable(after, table) : undefined;
      if (!again || 'key' in again) return true;
      const { from, to } = again.place;
      return markdownTable(again).join(lineBreak) !== after.text.slice(from, to);
    });
}
