import { say } from '../base/message.ts';
import { cover } from '../base/span.ts';
import type { EditionId, TableTemplate } from '../template/index.ts';
import { isWordOf } from './label.ts';
import type { BoundTable } from './report.ts';
import type { TableText } from './table-text.ts';

/** With fewer words of the form or fewer figures it is no table that stands there. */
const enoughWords = 4;
const enoughFigures = 6;

/** What parts cells in notations that are not read. */
const mark = /[,，;；]/;

/**
 * A table that is there, with words of the form and with figures, but in an arrangement that is not known:
 * then no row of it is told, and none is called missing either.
 */
export function unreadTable(
  { items, layout, strays, repeats }: TableText,
  template: TableTemplate,
  edition: EditionId,
): BoundTable | undefined {
  const pieces = items.flatMap((item) => item.words).flatMap(({ text }) => text.split(mark));
  const words = pieces.filter((text) => isWordOf(template, text));
  const inWords = pieces.filter((text) => /^\d+(?:\.\d+)?$/.test(text)).length;
  const figures = items.reduce((sum, item) => sum + item.figures, inWords);
  const [first, ...rest] = items;
  if (!first || words.length < enoughWords || figures < enoughFigures) return undefined;
  const span = rest.map((item) => item.span).reduce(cover, first.span);
  const reason = say('表格的排法与格式不同，无法确定每个数字属于哪一格');
  return {
    kind: 'bound',
    template,
    edition,
    layout,
    span,
    rows: template.rows.map((row) => ({ kind: 'unreadable', template: row, span: first.span, reason })),
    header: { span: undefined, readable: false, labels: [], missing: [], doubled: [] },
    groups: [],
    unknownRows: [],
    strays,
    repeats,
  };
}
