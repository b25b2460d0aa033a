/** The marks in front of a line that is quoted, in Markdown or in an e-mail: `> `, `>>`, `> > `. */
const marks = /^[ \t]*>[ \t>]*/;
const anyMarks = /^[ \t]*>/m;

/** What only a table has: cells, or figures with nothing else on their line or at its end. */
const row = /[|\t│┃｜]|<\/?t[dhr]\b|^[+\-－]?[\d０-９][\d０-９.,，]*$|(?:[\s,，]+[\d０-９.．]+){2,}$/;

/** With fewer rows it is no table that is quoted. */
const enoughRows = 3;

/** Above this share the text is quoted as a whole, as in an answer to an e-mail. */
const mostOfIt = 0.5;

/** Whether some line of a text begins as quoted ones do. */
export const mayBeQuoted = (text: string): boolean => text.includes('>') && anyMarks.test(text);

/**
 * A text without the marks of quotation in front of its lines, where tables are quoted or all of it is; every
 * character stays at its place. Other quotations, as of a notice, are none of the report's own words and stay as they are.
 */
export function withoutQuoteMarks(text: string): string {
  if (!mayBeQuoted(text)) return text;
  const lines = text.split(/(\r\n|[\r\n])/);
  const whole = isQuoted(lines);
  for (const { from, to } of whole ? [{ from: 0, to: lines.length }] : runsOf(lines)) {
    if (!holdsTable(lines.slice(from, to))) continue;
    for (let at = from; at < to; at++) lines[at] = unmarked(lines[at] ?? '');
  }
  return lines.join('');
}

const unmarked = (line: string): string => line.replace(marks, (found) => ' '.repeat(found.length));

const isQuoted = (lines: readonly string[]): boolean => {
  const filled = lines.filter((line) => line.trim() !== '');
  return filled.filter((line) => marks.test(line)).length > filled.length * mostOfIt;
};

const holdsTable = (lines: readonly string[]): boolean =>
  lines.filter((line) => marks.test(line) && row.test(line.replace(marks, '').trim())).length >= enoughRows;

/** Quoted lines with no other line between them but blank ones. */
function runsOf(lines: readonly string[]): readonly { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  let open: { from: number; to: number } | undefined;
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    if (!marks.test(line)) open = undefined;
    else if (open) open.to = at + 1;
    else {
      open = { from: at, to: at + 1 };
      runs.push(open);
    }
  }
  return runs;
}
