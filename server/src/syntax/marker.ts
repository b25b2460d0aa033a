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
  if (!mayStart(text.charCodeAt(from))) return undefined;
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

/** `#`, `*`, brackets, digits and the numerals: everything else cannot begin a numbering. */
function mayStart(code: number): boolean {
  if (code < 0x80) return code === 0x23 || code === 0x2a || code === 0x28 || (code >= 0x30 && code <= 0x39);
  return code === 0xff08 || (code >= 0x4e00 && code <= 0x9fff && numerals.includes(String.fromCharCode(code)));
}
