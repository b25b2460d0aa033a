import { isBlank } from '../base/blank.ts';
import { seamless } from '../base/seam.ts';
import type { Marker } from './tree.ts';

/** Longest stretch at the start of a line in which a numbering is looked for; keeps endless lines cheap. */
const reach = 24;

/** The same in a web page, where tags may stand between the numbering and the words. */
const reachInPages = 400;

const numerals = '一二三四五六七八九十';
const digits = '0123456789';
const opening = '（(';
const closing = '）)';

/** The numbering or hash marks at the start of a line's text, if it has any. */
export function readMarker(text: string, from: number, to: number): Marker | undefined {
  const clear = seamless(text, from, Math.min(to, from + reachInPages));
  if (!clear) return markerIn(text, from, to);
  const marker = markerIn(clear.words, 0, clear.words.length);
  const placeOf = (at: number) => clear.places[at] ?? to;
  return (
    marker && {
      ...marker,
      span: { from, to: placeOf(marker.span.to - 1) + 1 },
      textFrom: Math.min(to, placeOf(marker.textFrom)),
    }
  );
}

function markerIn(text: string, from: number, to: number): Marker | undefined {
  const end = Math.min(to, from + reach);
  const hashesTo = run(text, from, Math.min(end, from + 6), '#');
  const afterHashes = skipBlanks(text, hashesTo, end);
  const bold = afterHashes + 2 <= end && text.startsWith('**', afterHashes);
  const start = bold ? skipBlanks(text, afterHashes + 2, end) : afterHashes;
  const number = readNumber(text, start, end);
  const hashes = hashesTo - from;
  if (number) {
    const { level, ordinal, regular } = number;
    const textFrom = skipBlanks(text, number.to, end);
    return { span: { from, to: number.to }, level, hashes, ordinal, regular, textFrom };
  }
  if (hashes === 0) return undefined;
  const span = { from, to: bold ? afterHashes + 2 : hashesTo };
  return { span, level: 0, hashes, ordinal: '', regular: true, textFrom: start };
}

interface Numbering extends Pick<Marker, 'level' | 'ordinal' | 'regular'> {
  readonly to: number;
}

function readNumber(text: string, at: number, end: number): Numbering | undefined {
  if (oneOf(text, at, end, opening)) return bracketed(text, at, end);
  if (text.charAt(at) === '第') return partNumber(text, at, end);
  const numeralsTo = run(text, at, end, numerals);
  if (numeralsTo > at) return numeralsTo - at > 3 ? undefined : afterNumerals(text, at, numeralsTo, end);
  const digitsTo = run(text, at, end, digits);
  return digitsTo === at || digitsTo - at > 2 ? undefined : afterDigits(text, at, digitsTo, end);
}

/** `一、`, or `一）` which has lost its opening bracket. */
function afterNumerals(text: string, at: number, to: number, end: number): Numbering | undefined {
  const ordinal = text.slice(at, to);
  const mark = skipBlank(text, to, end);
  if (oneOf(text, mark, end, '、.．，,')) {
    return { level: 1, ordinal, regular: text.charAt(mark) === '、', to: mark + 1 };
  }
  return oneOf(text, to, end, closing) ? { level: 2, ordinal, regular: false, to: to + 1 } : undefined;
}

/** `第一部分`, with a mark or blanks behind it or not. */
function partNumber(text: string, at: number, end: number): Numbering | undefined {
  const to = run(text, at + 1, end, numerals);
  if (to === at + 1 || to - at > 3 || !text.startsWith('部分', to)) return undefined;
  const mark = skipBlank(text, to + 2, end);
  const marked = oneOf(text, mark, end, '、.．：:，');
  return { level: 1, ordinal: text.slice(at + 1, to), regular: false, to: marked ? mark + 1 : to + 2 };
}

/** `3.`, but not the `3.5` of a figure. */
function afterDigits(text: string, at: number, to: number, end: number): Numbering | undefined {
  const mark = skipBlank(text, to, end);
  if (!oneOf(text, mark, end, '.．、') || oneOf(text, mark + 1, end, digits)) return undefined;
  return { level: 3, ordinal: text.slice(at, to), regular: text.charAt(mark) !== '、', to: mark + 1 };
}

/** `（一）` and `（1）`, with a mark behind them or not. */
function bracketed(text: string, at: number, end: number): Numbering | undefined {
  const numeralsFrom = skipBlank(text, at + 1, end);
  const numeralsTo = run(text, numeralsFrom, end, numerals);
  const isNumeral = numeralsTo > numeralsFrom;
  const from = isNumeral ? numeralsFrom : at + 1;
  const to = isNumeral ? numeralsTo : run(text, from, end, digits);
  const close = isNumeral ? skipBlank(text, to, end) : to;
  if (to === from || to - from > (isNumeral ? 3 : 2) || !oneOf(text, close, end, closing)) return undefined;
  const marked = oneOf(text, close + 1, end, '、.．');
  const ordinal = text.slice(from, to);
  return { level: isNumeral ? 2 : 4, ordinal, regular: !marked, to: close + (marked ? 2 : 1) };
}

const oneOf = (text: string, at: number, end: number, characters: string): boolean =>
  at < end && characters.includes(text.charAt(at));

function run(text: string, from: number, end: number, characters: string): number {
  let at = from;
  while (oneOf(text, at, end, characters)) at++;
  return at;
}

const skipBlank = (text: string, at: number, end: number): number =>
  at < end && isBlank(text.charCodeAt(at)) ? at + 1 : at;

function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}
