import type { Snapshot } from '../analysis/snapshot.ts';
import type { Span } from '../base/span.ts';

/** A report or a section of it, to be found by name from anywhere. */
export interface Landmark {
  readonly kind: 'report' | 'section';
  /** `三、收到和处理政府信息公开申请情况`; for a report its organ and year. */
  readonly name: string;
  /** What it belongs to: organ and year. */
  readonly container: string;
  readonly span: Span;
}

/** A report by its organ and year, and its statutory sections. */
export function landmarks(of: Snapshot): readonly Landmark[] {
  const { recognised, organ, year, title, sections } = of.report();
  if (!recognised) return [];
  const container = `${organ ?? ''}${year === undefined ? '' : `${year}年`}`;
  const whole: readonly Landmark[] =
    title && container !== ''
      ? [{ kind: 'report', name: `${container}政府信息公开工作年度报告`, container: '', span: title.span }]
      : [];
  const parts = sections.flatMap((section): readonly Landmark[] =>
    section.kind === 'missing'
      ? []
      : [
          {
            kind: 'section',
            name: `${section.template.ordinal}、${section.template.heading}`,
            container,
            span: section.heading.span,
          },
        ],
  );
  return [...whole, ...parts];
}

/** Whether the words of a query, parted by blanks, each have their characters in a landmark, in this order. */
export function isSought({ name, container }: Landmark, query: string): boolean {
  const text = `${container}${name}`.toLowerCase();
  const words = query.toLowerCase().split(/\s+/);
  return words.every((word) => comesIn(text, word));
}

function comesIn(text: string, word: string): boolean {
  let at = 0;
  for (const character of word) {
    const found = text.indexOf(character, at);
    if (found < 0) return false;
    at = found + 1;
  }
  return true;
}
