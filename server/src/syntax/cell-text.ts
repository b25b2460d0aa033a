const figure = /^[+＋\-－−–—]?[\d０-９][\d０-９.,，．]*$/;

/** Whether a line of text ends the cell of the line before: figures and words do not stand in one cell. */
export function endsCell(before: string, next: string): boolean {
  return figure.test(before) || figure.test(next);
}

/** Whether a cell's text is a figure and nothing else. */
export const isFigure = (text: string): boolean => figure.test(text);
