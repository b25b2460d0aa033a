import type { Span } from '../../server/src/base/span.ts';

/** A stretch of text with a label: `«3»{wrong-outcome-total}`. */
export interface Mark {
  readonly span: Span;
  readonly label: string;
}

/** A text freed of its marks. */
export interface Marked {
  readonly text: string;
  /** In canonical order: by start, the longer first. */
  readonly marks: readonly Mark[];
  /** Where `‸` stood. */
  readonly cursor: number | undefined;
}

const token = /[«‸]|»\{([^{}\n]*)\}/g;

/** Reads `«text»{label}` marks, which nest, empty ones `«»{label}`, and at most one cursor `‸`. */
export function readMarked(source: string): Marked {
  const marks: Mark[] = [];
  const open: number[] = [];
  let cursor: number | undefined;
  let text = '';
  let done = 0;
  for (const match of source.matchAll(token)) {
    text += source.slice(done, match.index);
    done = match.index + match[0].length;
    if (match[0] === '«') open.push(text.length);
    else if (match[0] === '‸') cursor = once(cursor, text.length);
    else marks.push({ span: { from: pop(open, match.index), to: text.length }, label: match[1] ?? '' });
  }
  if (open.length > 0) throw new Error(`a mark is not closed in: ${source}`);
  return { text: text + source.slice(done), marks: canonical(marks), cursor };
}

/** The inverse of `readMarked`: one text has one marked form, whatever the order of the marks. */
export function withMarks(text: string, marks: readonly Mark[], cursor?: number): string {
  const inserts: Insert[] = [];
  canonical(marks).forEach((mark, rank) => void inserts.push(...insertsOf(mark, rank)));
  if (cursor !== undefined) inserts.push({ at: cursor, order: [Kind.cursor, 0], text: '‸' });
  inserts.sort((a, b) => a.at - b.at || byOrder(a.order, b.order));
  refuseCrossing(marks);
  let result = '';
  let done = 0;
  for (const insert of inserts) {
    result += text.slice(done, insert.at) + insert.text;
    done = insert.at;
  }
  return result + text.slice(done);
}

interface Insert {
  readonly at: number;
  readonly order: readonly [kind: number, rank: number];
  readonly text: string;
}

/** What comes first where several marks meet: ends of stretches, then empty marks, the cursor, new stretches. */
const Kind = { end: 0, empty: 1, cursor: 2, start: 3 } as const;

function insertsOf({ span, label }: Mark, rank: number): readonly Insert[] {
  if (span.from === span.to) return [{ at: span.from, order: [Kind.empty, rank], text: `«»{${label}}` }];
  return [
    { at: span.from, order: [Kind.start, rank], text: '«' },
    // The stretch that began last ends first.
    { at: span.to, order: [Kind.end, -rank], text: `»{${label}}` },
  ];
}

const byOrder = (a: Insert['order'], b: Insert['order']): number => a[0] - b[0] || a[1] - b[1];

const canonical = (marks: readonly Mark[]): readonly Mark[] =>
  [...marks].sort(
    (a, b) =>
      a.span.from - b.span.from ||
      b.span.to - a.span.to ||
      (a.label < b.label ? -1 : Number(a.label > b.label)),
  );

function refuseCrossing(marks: readonly Mark[]): void {
  const ends: Mark[] = [];
  for (const mark of canonical(marks).filter(({ span }) => span.from < span.to)) {
    while ((ends.at(-1)?.span.to ?? Number.POSITIVE_INFINITY) <= mark.span.from) ends.pop();
    const outer = ends.at(-1);
    if (outer && outer.span.to < mark.span.to) throw new Error(`marks cross: ${outer.label}, ${mark.label}`);
    ends.push(mark);
  }
}

function once(before: number | undefined, now: number): number {
  if (before !== undefined) throw new Error('two cursors');
  return now;
}

function pop(open: number[], at: number): number {
  const from = open.pop();
  if (from === undefined) throw new Error(`a mark ends at ${at} that never began`);
  return from;
}
