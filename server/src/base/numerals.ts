const digits = '〇一二三四五六七八九';

/** The number an ordinal stands for: `十二` → 12, `3` → 3; undefined for anything else. */
export function ordinalValue(ordinal: string): number | undefined {
  if (/^\d{1,2}$/.test(ordinal)) return Number(ordinal);
  const found = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(ordinal);
  if (!found || ordinal === '') return undefined;
  const [, tens, ten, ones] = found;
  // Without 十 two numerals in a row say nothing.
  if (!ten) return tens && ones ? undefined : digits.indexOf(tens ?? ones ?? '');
  return (tens ? digits.indexOf(tens) : 1) * 10 + (ones ? digits.indexOf(ones) : 0);
}

/** A number from 1 to 99 as headings write it: 12 → `十二`. */
export function chineseOrdinal(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10 === 0 ? '' : digits.charAt(value % 10);
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : digits.charAt(tens)}十${ones}`;
}

const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** A number below ten thousand as it is spoken: `一百二十` → 120, `两` → 2; undefined for anything else. */
export function spokenValue(words: string): number | undefined {
  let total = 0;
  let digit: number | undefined;
  let below = 10_000;
  for (const character of words) {
    const place = places[character];
    const value = character === '两' ? 2 : character === '零' ? 0 : digits.indexOf(character);
    if (place !== undefined) {
      if (place >= below || (digit === undefined && place !== 10)) return undefined;
      total += (digit ?? 1) * place;
      below = place;
      digit = undefined;
    } else if (value < 0 || (digit !== undefined && digit !== 0)) return undefined;
    else digit = value;
  }
  return words === '' ? undefined : total + (digit ?? 0);
}

const yearDigits: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...digits].map((digit, value) => [digit, String(value)])),
  ...Object.fromEntries([...'０１２３４５６７８９'].map((digit, value) => [digit, String(value)])),
  '○': '0',
  零: '0',
  Ｏ: '0',
  O: '0',
};

/** Four digits of a year in any script: `二〇二三` → 2023. */
export function yearValue(text: string): number | undefined {
  const plain = [...text].map((digit) => yearDigits[digit] ?? digit).join('');
  return /^20\d\d$/.test(plain) ? Number(plain) : undefined;
}

/** A year in the script another one is written in: 2024 as `二○二四` where `二○二三` stands. */
export function yearLike(written: string, year: number): string {
  if (!written.startsWith('二')) return String(year);
  const zero = written.charAt(1);
  return [...String(year)].map((digit) => (digit === '0' ? zero : digits.charAt(Number(digit)))).join('');
}

/** What a year looks like, for use inside other patterns. */
export const yearPattern = '(?:20\\d\\d|２０[０-９]{2}|二[〇○零ＯO][〇○零ＯO一二三四五六七八九]{2})';
