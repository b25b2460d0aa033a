import { formatReport } from '../analysis/format/format.ts';
import { type Snapshot, snapshot } from '../analysis/snapshot.ts';
import { lineBreakOf } from '../model/manuscript.ts';
import type { BoundTable, Report } from '../model/report.ts';
import type { SectionTemplate, TableId } from '../template/index.ts';

/** What is on the clipboard, as far as it can be a table. */
export interface Clipboard {
  readonly text: string | undefined;
  readonly html: string | undefined;
}

/** More is no table of a report, and takes too long while somebody waits for a paste. */
const longest = 1_000_000;

/**
 * The statutory table on the clipboard in its canonical layout, ready to be put in at a place of a report;
 * undefined if there is none, or if it was not read to the last row.
 */
export function pastedTable(
  { text, report }: Snapshot,
  at: number,
  clipboard: Clipboard,
): string | undefined {
  const found = report();
  if (!found.recognised || found.sideBySide) return undefined;
  const table = tableOn(found, at, clipboard);
  if (table === undefined) return undefined;
  const lineBreak = lineBreakOf(text);
  const before = text.slice(0, at);
  const apart = /(?:^|[\r\n])[ \t]*$/.test(before) ? '' : lineBreak.repeat(2);
  return apart + table.replaceAll('\n', lineBreak) + lineBreak;
}

function tableOn(report: Report, at: number, clipboard: Clipboard): string | undefined {
  for (const content of contents(clipboard)) {
    for (const section of sectionsFrom(report, at)) {
      const table = canonical(report, section, content);
      if (table !== undefined) return table;
    }
  }
  return undefined;
}

/** HTML first: in it no cell is lost, and merged cells are told. */
function contents({ html, text }: Clipboard): readonly string[] {
  const markup = html === undefined ? undefined : /<table[\s>][\s\S]*<\/table>/i.exec(html)?.[0];
  return [markup, text?.replace(/\r\n?/g, '\n')].filter(
    (content): content is string =>
      content !== undefined && content.trim() !== '' && content.length <= longest,
  );
}

/** The sections with a table, the one at the place first. */
function sectionsFrom({ sections, edition }: Report, at: number): readonly SectionTemplate[] {
  const here = sections.find(
    (section) => section.kind === 'present' && section.body.from <= at && at <= section.body.to,
  );
  const withTable = edition.sections.filter(({ table }) => table !== undefined);
  return [...withTable].sort(
    (a, b) => Number(b.id === here?.template.id) - Number(a.id === here?.template.id),
  );
}

/** Reads the content as the only table of a report of the same year, and gives the table if nothing of it is in doubt. */
function canonical({ year }: Report, section: SectionTemplate, content: string): string | undefined {
  const { table: id, ordinal, heading } = section;
  if (id === undefined) return undefined;
  const title = `某机关${year === undefined ? '' : `${year}年`}政府信息公开工作年度报告`;
  const text = `# ${title}\n\n## ${ordinal}、${heading}\n\n${content}\n`;
  const report = snapshot(text).report();
  if (!wholeTable(report, id)) return undefined;
  const formatted = formatReport({ text, report }, { to: 'markdown' });
  if (formatted.left.length > 0) return undefined;
  const [, behind = ''] = formatted.text.split(/^## .*\n+/m, 2);
  // Headings of its own mean that more than a table is on the clipboard.
  return /^(?:\||[^#]*\n\|)/.test(behind) && !/^#/m.test(behind) ? behind.trimEnd() : undefined;
}

/** Whether every row of a table was read; none may be left out. */
function wholeTable({ tables }: Report, id: TableId): boolean {
  const table = tables[id];
  return table.kind === 'bound' && table.unknownRows.length === 0 && allRead(table);
}

const allRead = ({ rows }: BoundTable): boolean => rows.every(({ kind }) => kind === 'read');
