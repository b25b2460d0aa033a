import fc from 'fast-check';
import type { ColumnTemplate } from '../../../server/src/template/index.ts';

/** How a report writes labels and numbers down; none of it changes what they say. */
export interface Style {
  readonly label: (text: string) => string;
  readonly count: (value: number) => string;
  readonly columnHeading: (column: ColumnTemplate) => string;
}

const asIs = (text: string): string => text;

const fullWidth = (text: string): string =>
  text.replace(/[0-9.]/g, (mark) => String.fromCodePoint(0xfee0 + (mark.codePointAt(0) ?? 0)));

/** A blank behind so many characters, as narrow cells and careless hands leave it. */
const parted = (text: string, ...places: readonly number[]): string =>
  places.reduceRight(
    (words, at) => (words.length > at + 2 ? `${words.slice(0, at)} ${words.slice(at)}` : words),
    text,
  );

const labels = {
  statutory: asIs,
  'half-width brackets': (text: string) => text.replace(/（/g, '(').replace(/）/g, ')'),
  'a half-width bracket closed by a full-width one': (text: string) => text.replace(/（/g, '('),
  'no opening bracket': (text: string) => text.replace(/^（([一二三四五六七])）/, '$1）'),
  'blank after the number': (text: string) => text.replace(/^([（(].[）)]|\d\.)/, '$1 '),
  'blanks around the mark': (text: string) =>
    text.replace(/^([一二三四])、/, '$1 、 ').replace(/^(\d)\./, '$1 . '),
  'full-width digits': fullWidth,
  'dots for 、': (text: string) => text.replace(/^([一二三四])、/, '$1.'),
  'commas for 、': (text: string) => text.replace(/^([一二三四])、/, '$1，'),
  '、 for dots': (text: string) => text.replace(/^(\d)\./, '$1、'),
  '、 behind brackets': (text: string) => text.replace(/^（([一二三四五六七])）/, '（$1）、'),
  'no digits in front': (text: string) => text.replace(/^\d\./, ''),
  'no number at all': (text: string) => text.replace(/^(?:[一二三四]、|（[一二三四五六七]）|\d\.)/, ''),
  'straight quotation marks': (text: string) => text.replace(/[“”]/g, '"'),
  'no quotation marks': (text: string) => text.replace(/[“”]/g, ''),
  'a blank inside': (text: string) => parted(text, 9),
  'blanks inside': (text: string) => parted(text, 6, 11),
  'a no-break space inside': (text: string) => text.replace(/^(.{3})/, '$1\u00a0'),
  'a space nobody sees inside': (text: string) => text.replace(/^(.{2})/, '$1\u200b'),
  'an ideographic space in front': (text: string) => `\u3000${text}`,
  'short ones spaced out': (text: string) => (text.length < 5 ? [...text].join(' ') : text),
} as const;

const counts = {
  plain: String,
  'full-width': (value: number) =>
    String(value).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  separators: (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ','),
  'a blank in front': (value: number) => ` ${value}`,
  'a no-break space behind': (value: number) => `${value}\u00a0`,
  decimals: (value: number) => `${value}.0`,
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
    { weight: 1, arbitrary: fc.constant(counts['a blank in front']) },
    { weight: 1, arbitrary: fc.constant(counts['a no-break space behind']) },
    { weight: 1, arbitrary: fc.constant(counts.decimals) },
  ),
  columnHeading: fc.constantFrom(...Object.values(headings)),
});
