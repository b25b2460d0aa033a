import { type Message, say } from '../base/message.ts';
import { chineseOrdinal } from '../base/numerals.ts';
import { shortName } from '../model/names.ts';
import type { Cell, ProseFact, Report } from '../model/report.ts';
import { boundTables } from '../model/tables.ts';
import type { Citation } from './links.ts';
import { meant } from './relations.ts';

/** The cell a number in a paragraph was matched with, and whether the two agree. */
export function aboutFact(report: Report, fact: ProseFact): readonly Message[] {
  const { readings, value, approximate } = fact;
  if (approximate && fact.subjects.length > 0) return [say('约数，不与表格核对。')];
  if (readings.length === 0) return [];
  const agrees = readings.some((reading) => reading.value === value);
  const head = agrees
    ? say('**✓ 与表格一致**：{0}', placesOf(report, meant(fact)))
    : say('**✗ 与表格不一致**：正文为 {0}，{1}', value, placesOf(report, meant(fact)));
  const others = agrees ? [] : readings.slice(1);
  return [
    head,
    ...others.map(({ cells }) => say('- 换一种口径：{0}', placesOf(report, cells))),
    say('转到定义（F12）可到表中的格子。'),
  ];
}

/** What a paragraph says of a cell, with a word on whether it is right. */
export function verdictOn({ text }: Report, fact: ProseFact): Message {
  const { readings, value, clause } = fact;
  const words = plain(text.slice(clause.from, clause.to));
  return readings.some((reading) => reading.value === value)
    ? say('- ✓ 正文：“{0}”', words)
    : say('- ✗ 正文：“{0}”', words);
}

/** What a cited article or notice is about. */
export function aboutCitation({ article, notice }: Citation): readonly Message[] {
  const told = article
    ? say('**《条例》第{0}条**：{1}', chineseOrdinal(article.number), article.matter)
    : say('**{0}**：{1}', notice.number, notice.matter);
  return [told, say('说明为自拟的概括，以公布的条文为准。')];
}

/** Cells and what they come to: `表三“（一）予以公开”的“总计” 9`. */
function placesOf(report: Report, cells: readonly Cell[]): Message {
  const [first] = cells;
  if (!first) return say('表格');
  const table = boundTables(report).find(({ rows }) =>
    rows.some(({ template }) => template.id === first.row.id),
  );
  const rows = cells.map(({ row }) => `“${shortName(row)}”`).join('、');
  const figures = cells
    .map(({ quantity }) => (quantity.kind === 'number' ? quantity.printed : ''))
    .join('、');
  return say('{0}{1}的“{2}”：{3}', table?.template.name ?? '', rows, first.column.label, figures);
}

const longest = 60;

/** Words of the text without the marks that Markdown would read. */
function plain(words: string): string {
  const shown = words.replace(/\s+/g, '').replace(/[\\`*_{}[\]<>#|~]/g, '');
  return shown.length > longest ? `${shown.slice(0, longest)}…` : shown;
}
