/** Upright lines that cells are drawn with, also in full width. */
const upright = /[│┃║┆┇┊┋｜]/g;
/** Any piece of a drawn line. */
export const drawn = /[\u2500-\u257f｜]/;

/** A line of a drawn table that parts two rows: `├──┼──┤`, `+----+----+`. */
const rule = /^(?=.*[─━═┄┅┈┉╌╍]{2})[\s\u2500-\u257f]+$|^\s*\+(?:[-=]{2,}\+)+\s*$/;

/** Whether a line of the source only parts two rows of a drawn table. */
export const isRule = (line: string): boolean => rule.test(line);

/** Part of such a line, beside cells that go on: `│ 规章 ├────┤`. */
const stroke = /[├┤┼┬┴┌┐└┘╞╡╪╤╧]|[─━═]{2,}/g;

/**
 * A text in which tables drawn with lines have bars instead, every character at its old place:
 * `│ 规章 │ 0 │` reads `| 规章 | 0 |`, and lines that only part rows are blank.
 */
export function withoutFrames(text: string): string {
  if (!drawn.test(text) && !text.includes('+--') && !text.includes('+==')) return text;
  return text.replace(/[^\r\n]+/g, unframed);
}

function unframed(line: string): string {
  if (rule.test(line)) return ' '.repeat(line.length);
  // A single one between words parts words: `云溪发布｜年度报告`.
  const bars = line.match(upright)?.length ?? 0;
  if (bars === 0 || (bars === 1 && !/^\s*[│┃║｜]|[│┃║｜]\s*$/.test(line))) return line;
  return line
    .replace(stroke, (found) => (found.length > 1 ? ' '.repeat(found.length) : '|'))
    .replace(upright, '|');
}
