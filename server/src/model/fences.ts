import type { SyntaxTree } from '../syntax/tree.ts';

/**
 * Which lines show something rather than say it: those in Markdown code fences.
 * One fence may hold a whole report as it was handed over; a text with several only quotes.
 */
export function quotedLines({ text, lines }: SyntaxTree): ReadonlySet<number> {
  const quoted = new Set<number>();
  if (!text.includes('```')) return quoted;
  const fences = lines.filter(({ span }) => text.startsWith('```', span.from)).map(({ index }) => index);
  if (fences.length < 3) return quoted;
  for (let at = 0; at + 1 < fences.length; at += 2) {
    for (let index = fences[at] ?? 0; index <= (fences[at + 1] ?? 0); index++) quoted.add(index);
  }
  return quoted;
}
