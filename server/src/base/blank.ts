/** Whether a UTF-16 unit is a blank inside a line: space, tab, no-break, ideographic and zero-width spaces, BOM. */
export function isBlank(code: number): boolean {
  if (code === 0x20 || code === 0x09) return true;
  if (code < 0xa0) return code === 0x0b || code === 0x0c;
  return (
    code === 0x3000 ||
    code === 0xa0 ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x202f ||
    code === 0x1680
  );
}

/** The part of `text` between two offsets without the blanks around it; empty at `from` if it is all blank. */
export function trimmed(text: string, from: number, to: number): { from: number; to: number } {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return start === end ? { from, to: from } : { from: start, to: end };
}
