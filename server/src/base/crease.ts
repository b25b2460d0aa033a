/**
 * Stands for a line break within a cell, such as the `<br>` of `1<br>2`.
 * It is a blank like any other, but one that nobody writes: what it parts may have been one word or one number.
 */
export const crease = '\u2001';
