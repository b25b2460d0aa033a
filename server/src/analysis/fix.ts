import type { Edit } from '../rules/rule.ts';
import type { Finding } from './check.ts';

/** Every safe fix of the findings that can be made at once: in the order of the text, none overlapping another. */
export function safeEdits(findings: readonly Finding[]): readonly Edit[] {
  const taken: Edit[] = [];
  for (const { fixes } of findings) {
    const fix = fixes?.find(({ safety }) => safety === 'safe');
    if (fix && !fix.edits.some((edit) => taken.some((other) => collide(edit, other))))
      taken.push(...fix.edits);
  }
  return inOrder(taken);
}

/** The text with edits made that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { span, insert } of inOrder(edits)) {
    result += text.slice(at, span.from) + insert;
    at = span.to;
  }
  return result + text.slice(at);
}

const inOrder = (edits: readonly Edit[]): Edit[] =>
  [...edits].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);

/** Two insertions at one place collide as well: nobody could say which comes first. */
const collide = (a: Edit, b: Edit): boolean =>
  (a.span.from < b.span.to && b.span.from < a.span.to) ||
  (a.span.from === b.span.from && (a.span.from === a.span.to || b.span.from === b.span.to));
