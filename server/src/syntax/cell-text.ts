const figure = /^[+＋\-－−–—]?[\d０-９][\d０-９.,，．]*$/;

/** Whether a line of text ends the cell of the line before: figures and words do not stand in one cell. */
export function endsCell(before: string, next: string): boolean {
  return figure.test(before) || figure.test(next);
}

/** Whether a cell's text is a figure and nothing else. */
export const isFigure = (text: string): boolean => figure.test(text);

const measured = /^[\d０-９][\d０-９,，.．]*\s*(?:件次|件|条|项|份|起|宗|个|次|期|万元|元|人)$/;

/** Whether a cell's text is a figure, with a measure word or without. */
export const isMeasured = (text: string): boolean => isFigure(text) || measured.test(text);

/** Strokes of any kind and number, and words for nothing. */
const strokes = /^(?:[/／\\\-－—–−―─_＿]{1,6}|[无空]。?|n\/a|nan|none|null)$/i;

/** Whether a cell's text says that there is no figure. */
export const saysNothing = (text: string): boolean => text === '' || (text.length <= 6 && strokes.test(text));

/** What programs write into a cell in which they found nothing. */
const emptyWord = /^(?:nan|none|null|(?:&(?:nbsp|ensp|emsp|thinsp|#160|#xa0|#12288|#x3000);\s*)+)$/i;

/** What a cell says: its text, or nothing where a program says that it found nothing. */
export const cellText = (text: string): string =>
  'nN&'.includes(text.charAt(0)) && emptyWord.test(text) ? '' : text;
