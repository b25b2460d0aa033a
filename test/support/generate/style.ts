import fc from 'fast-check';
import type { ColumnTemplate } from '../../../server/src/template/index.ts';

/** How a report writes labels and numbers down; none of it changes what they say. */
export interface Style {
  readonly label: (text: string) => string;
  readonly count: (value: number) => string;
  readonly columnHeading: (column: ColumnTemplate) => string;
}

const asIs = (text: string): string => text;

const labels = {
  statutory: asIs,
  'half-width brackets': (text: string) => text.replace(/（/g, '(').replace(/）/g, ')'),
  'blank after the number': (text: string) => text.replace(/^([（(].[）)]|\d\.)/, '$1 '),
} as const;

const counts = {
  plain: String,
  'full-width': (value: number) =>
    String(value).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  separators: (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ','),
} as const;

const headings = {
  statutory: (column: ColumnTemplate) => column.label,
  provincial: (column: ColumnTemplate) => column.variants?.[0] ?? column.label,
} as const;

/** The form's own way. */
export const plainStyle: Style = {
  label: labels.statutory,
  count: counts.plain,
  columnHeading: headings.statutory,
};

/** Any way that readers still take for the statutory one. */
export const style: fc.Arbitrary<Style> = fc.record({
  label: fc.constantFrom(...Object.values(labels)),
  count: fc.oneof(
    { weight: 4, arbitrary: fc.constant(counts.plain) },
    { weight: 1, arbitrary: fc.constant(counts['full-width']) },
    { weight: 1, arbitrary: fc.constant(counts.separators) },
  ),
  columnHeading: fc.constantFrom(...Object.values(headings)),
});
