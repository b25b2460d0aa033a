import { isBlank } from './blank.ts';

/** Digits, brackets, points and quotes that are the same in another width. */
const fullWidth: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'０１２３４５６７８９'].map((digit, value) => [digit, String(value)])),
  '(': '（',
  ')': '）',
  ',': '，',
  ':': '：',
  ';': '；',
  '．': '.',
  '“': '"',
  '”': '"',
  '「': '"',
  '」': '"',
  '＂': '"',
  '〝': '"',
  '〞': '"',
  '‘': '"',
  '’': '"',
  "'": '"',
  '／': '/',
};

/** Signs of a private font, as lists in Word have in front of their points: nobody else sees what they were. */
const isPrivate = (code: number): boolean => code >= 0xe000 && code <= 0xf8ff;

/**
 * Words as they are compared, never shown: without blanks and emphasis marks, in one width of digits, brackets and points.
 * Positions in the result mean nothing for the text.
 */
export function comparable(text: string): string {
  let result = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x4e00 && code <= 0x9fff) continue;
    const replacement =
      isBlank(code) || isPrivate(code) || code === 0x2a || code === 0x0a || code === 0x0d
        ? ''
        : fullWidth[text.charAt(at)];
    if (replacement === undefined) continue;
    result += text.slice(from, at) + replacement;
    from = at + 1;
  }
  return from === 0 ? text : result + text.slice(from);
}

/** Words without any white space, also such as nobody sees. */
export const withoutSpace = (text: string): string => text.replace(/[\s\u200b\ufeff]+/g, '');

const ordinal = /^(?:[一二三四五六七八九十]+[、.，]?|（[一二三四五六七八九十]+）[、.]?|\d+[.、，]?|（\d+）)/;

/** Comparable words without the numbering in front: `1.属于国家秘密` gives `属于国家秘密`. */
export function withoutOrdinal(words: string): string {
  return words.replace(ordinal, '');
}
