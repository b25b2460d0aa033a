/** Whether a rewording may be applied unasked: it keeps every number, however that was written. */
export const rewordingSafety = (before: string, after: string): 'safe' | 'ask' =>
  numbersIn(before) === numbersIn(after) ? 'safe' : 'ask';

const separated = /(?<=\d)[,\s](?=\d{3}(?!\d))/g;

/** The numbers of some words, without regard to width, separators of thousands and noughts behind the point. */
const numbersIn = (words: string): string =>
  (
    words
      .normalize('NFKC')
      .replace(separated, '')
      .match(/\d+(?:\.\d+)?/g) ?? []
  )
    .map(Number)
    .join(' ');
