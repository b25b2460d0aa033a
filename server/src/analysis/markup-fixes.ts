import type { Report } from '../model/report.ts';
import type { Edit, Fix } from '../rules/rule.ts';
import type { SyntaxTree } from '../syntax/tree.ts';

/**
 * Leaves out fixes that cannot be made inside HTML: there an edit may change the words between two tags,
 * add to them, or fill an empty cell, but lines and tabs are only the shadow of tags.
 */
export function fittingFixes(report: Report, fixes: readonly Fix[]): readonly Fix[] {
  const { markup } = report.tree;
  if (markup.length === 0) return fixes;
  const inMarkup = ({ span }: Edit) => markup.some(({ from, to }) => from <= span.from && span.to <= to);
  return fixes.filter(({ edits }) => edits.every((edit) => !inMarkup(edit) || fits(report.tree, edit)));
}

/** A tag shows as three blanks at least; a cell's place begins right behind its tab. */
function fits(tree: SyntaxTree, { span, insert }: Edit): boolean {
  const { text } = tree;
  if (/[\t\r\n]/.test(insert)) return false;
  if (span.from === span.to) return text.charAt(span.from - 1) === '\t' || besideWord(tree, span.from);
  return !/[\t\r\n]| {3}/.test(text.slice(span.from, span.to));
}

/** Right before or behind a word that is written as it is read: a tag cannot stand there, nor half an entity. */
function besideWord({ text, source }: SyntaxTree, at: number): boolean {
  const isWord = (place: number): boolean =>
    /\S/.test(text.charAt(place)) && text.charAt(place) === source.charAt(place);
  return isWord(at) || (isWord(at - 1) && source.charAt(at) === '<');
}
