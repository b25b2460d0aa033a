import { isBlank } from '../../base/blank.ts';
import { yearPattern, yearValue } from '../../base/numerals.ts';
import { remembered as rememberedOf } from '../../base/remembered.ts';
import type { Span } from '../../base/span.ts';

/**
 * The words of a paragraph as they are compared: in one line, without blanks and emphasis marks,
 * digits, brackets and points in one width, years in digits. Every character knows its place in the source.
 */
export interface Words {
  /** The paragraph as written, line breaks included. */
  readonly source: string;
  readonly text: string;
  /** Where each character of `text` stands in `source`. */
  readonly places: Uint32Array;
}

/** Marks that stand for the same mark in the width Chinese text uses. */
const widened: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '％': '%',
  '．': '.',
};

const fullWidthZero = 0xff10;

const spelledYear = new RegExp(`${yearPattern}(?=\\s{0,4}年)`, 'g');

/** The same text, and just as long, with years in digits: `二〇二三年` as `2023年`. */
const withPlainYears = (source: string): string =>
  /二[〇○零ＯO]/.test(source)
    ? source.replace(spelledYear, (year) => String(yearValue(year) ?? year))
    : source;

/** Reads a paragraph into words. Time grows linearly. */
export function toWords(source: string): Words {
  return { ...compare(withPlainYears(source)), source };
}

function compare(source: string): Pick<Words, 'text' | 'places'> {
  const places = new Uint32Array(source.length);
  let text = '';
  let length = 0;
  let run = 0;
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    // Most characters are Chinese and stay as they are.
    const character = code >= 0x4e00 && code <= 0x9fff ? undefined : compared(source, at, code);
    if (character !== undefined) {
      text += source.slice(run, at) + character;
      run = at + 1;
    }
    if (character !== '') places[length++] = at;
  }
  return { text: text + source.slice(run), places: places.subarray(0, length) };
}

/** What a character is compared as; undefined if as it is. */
function compared(source: string, at: number, code: number): string | undefined {
  if (isBlank(code) || code === 0x2a || code === 0x0a || code === 0x0d) return '';
  if (code >= fullWidthZero && code <= fullWidthZero + 9) return String(code - fullWidthZero);
  const character = source.charAt(at);
  if (character === ',' || character === '，') return partsThousands(source, at) ? ',' : '，';
  return widened[character];
}

const digit = /[\d０-９]/;

/** A comma with a digit before it and just three behind it: `1,204`. */
const partsThousands = (source: string, at: number): boolean =>
  digit.test(source.charAt(at - 1)) && /^[\d０-９]{3}(?![\d０-９])/.test(source.slice(at + 1, at + 5));

/** The stretch of the source that some characters of the words stand in. */
export const placed = ({ places, source }: Words, from: number, to: number): Span => ({
  from: places[from] ?? source.length,
  to: to > from ? (places[to - 1] ?? source.length - 1) + 1 : (places[from] ?? source.length),
});

/** Where a word begins in a text, however often; a word of nothing is nowhere. */
export function placesOf(text: string, word: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0 && word !== ''; at = text.indexOf(word, at + word.length))
    places.push(at);
  return places;
}

/** Whether nothing stands between these characters in the source: no blank, no line break. */
export const inOnePiece = ({ places }: Words, from: number, to: number): boolean =>
  to <= from || (places[to - 1] ?? 0) - (places[from] ?? 0) === to - 1 - from;

/**
 * Paragraphs come back in every version of a text; reading them again costs more than looking them up.
 * Two generations are kept, so that a full memory forgets only what was not asked for lately.
 */
let young = new Map<string, Words>();
let old = new Map<string, Words>();
let kept = 0;

/** UTF-16 units of paragraphs in one generation: the longest texts that people edit. */
const mostKept = 1_000_000;

/** The words of a paragraph; the same object as long as it is written the same. */
export function wordsOf(source: string): Words {
  const recent = young.get(source);
  if (recent) return recent;
  const words = old.get(source) ?? toWords(source);
  kept += source.length;
  if (kept > mostKept) {
    old = young;
    young = new Map();
    kept = source.length;
  }
  young.set(source, words);
  return words;
}

/** What is found in words depends on nothing else, so it is found once, however often it is asked for. */
export const remembered: <T>(find: (words: Words) => T) => (words: Words) => T = rememberedOf;
