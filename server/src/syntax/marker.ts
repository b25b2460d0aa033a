import type { Marker } from './tree.ts';

const numerals = '一二三四五六七八九十';

/** Longest stretch at the start of a line in which a numbering is looked for; keeps endless lines cheap. */
const reach = 24;

const pattern = new RegExp(
  String.raw`^(#{1,6})?[\s\u3000]*(?:\*\*)?[\s\u3000]*` +
    `(?:([${numerals}]{1,3})\\s?([、.．，,])` +
    `|[（(]\\s?([${numerals}]{1,3})\\s?[）)]([、.．]?)` +
    `|([${numerals}]{1,3})[）)]` +
    '|(\\d{1,2})\\s?([.．、])(?!\\d)' +
    '|[（(](\\d{1,2})[）)]([、.．]?))?[\\s\\u3000]*',
);

/** The numbering or hash marks at the start of a line's text, if it has any. */
export function readMarker(text: string, from: number, to: number): Marker | undefined {
  if (!mayStart(text, from, to)) return undefined;
  const found = pattern.exec(text.slice(from, Math.min(to, from + reach)));
  if (!found) return undefined;
  const [all, hashes, one, oneMark, two, twoMark, halfTwo, three, threeMark, four, fourMark] = found;
  const common = { hashes: hashes?.length ?? 0, textFrom: Math.min(to, from + all.length) };
  const span = { from, to: from + all.trimEnd().length };
  if (one) return { ...common, span, level: 1, ordinal: one, regular: oneMark === '、' };
  if (two) return { ...common, span, level: 2, ordinal: two, regular: !twoMark };
  if (halfTwo) return { ...common, span, level: 2, ordinal: halfTwo, regular: false };
  if (three) return { ...common, span, level: 3, ordinal: three, regular: threeMark !== '、' };
  if (four) return { ...common, span, level: 4, ordinal: four, regular: !fourMark };
  return hashes ? { ...common, span, level: 0, ordinal: '', regular: true } : undefined;
}

/**
 * Whether a numbering may stand here: `#` and `*`, or an opening that is closed within a few characters.
 * Most lines of a table begin with a figure or a bracket; this spares them the pattern.
 */
function mayStart(text: string, from: number, to: number): boolean {
  const code = text.charCodeAt(from);
  if (code === 0x23 || code === 0x2a) return true;
  const opens = code === 0x28 || code === 0xff08 || isDigit(code) || numerals.includes(text.charAt(from));
  return opens && closes.test(text.slice(from + 1, Math.min(to, from + 7)));
}

const closes = /[、.．，,）)]/;

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
