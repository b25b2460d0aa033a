import type { Report } from '../model/report.ts';
import type { Edit, Fix } from '../rules/rule.ts';

/**
 * Leaves out fixes that cannot be made inside HTML: there an edit may change the words between two tags,
 * or fill an empty cell, but lines and tabs are only the shadow of tags.
 */
export function fittingFixes(report: Report, fixes: readonly Fix[]): readonly Fix[] {
  const { markup, text } = report.tree;
  if (markup.length === 0) return fixes;
  const inMarkup = ({ span }: Edit) => markup.some(({ from, to }) => from <= span.from && span.to <= to);
  return fixes.filter(({ edits }) => edits.every((edit) => !inMarkup(edit) || fits(text, edit)));
}

/** A tag shows as three blanks at least; a cell's place begins right behind its tab. */
function fits(text: string, { span, insert }: Edit): boolean {
  if (/[\t\r\n]/.test(insert)) return false;
  if (span.from === span.to) return text.charAt(span.from - 1) === '\t';
  return !/[\t\r\n]| {3}/.test(text.slice(span.from, span.to));
}
