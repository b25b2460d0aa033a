import { cover, type Span } from '../base/span.ts';
import type { TableTemplate } from '../template/index.ts';
import type { Item } from './items.ts';
import { isWordOf } from './label.ts';
import type { AbsentTable, SectionBinding } from './report.ts';

/** So many words of a form tell that its table has been begun. */
const enoughWords = 2;

/** What can be said of a table of which no row was found. */
export function absentTable(
  text: string,
  template: TableTemplate,
  sections: readonly SectionBinding[],
  items: readonly Item[],
): AbsentTable {
  const section = sections.find(({ template: { id } }) => id === template.section);
  if (section?.kind !== 'present')
    return { kind: 'absent', template, expectedAt: undefined, picture: undefined, begun: undefined };
  const { from, to } = section.body;
  const body = text.slice(from, to);
  const picture = /!\[[^\]\n]*\]\([^)\n]*\)|<img\b[^>]*>/i.exec(body);
  return {
    kind: 'absent',
    template,
    expectedAt: from + body.trimEnd().length,
    picture: picture
      ? { from: from + picture.index, to: from + picture.index + picture[0].length }
      : undefined,
    begun: begunTable(items, template),
  };
}

/** The headings of a table whose rows are not there. */
function begunTable(items: readonly Item[], template: TableTemplate): Span | undefined {
  const found = items
    .filter(({ figures }) => figures === 0)
    .flatMap(({ words }) => words.filter(({ text }) => isWordOf(template, text)));
  const [first] = found;
  const last = found[found.length - 1];
  return first && last && found.length >= enoughWords ? cover(first.span, last.span) : undefined;
}
