import type { Finding } from '../analysis/check.ts';
import type { Snapshot } from '../analysis/snapshot.ts';
import { say } from '../base/message.ts';
import { contains, emptySpan, type Span, touches } from '../base/span.ts';
import type { Report } from '../model/report.ts';
import type { Edit, Fix } from '../rules/rule.ts';
import type { Line, SyntaxTree } from '../syntax/tree.ts';
import type { Offer } from './quick-fix.ts';

/** For the findings that touch a stretch of a Markdown text: comments that disown them. Plain text has no comments. */
export function ignoreOffers(of: Snapshot, at: Span): readonly Offer[] {
  const report = of.report();
  const offers = of
    .findings()
    .filter((finding) => finding.rule !== 'unused-suppression' && touches(finding.span, at))
    .flatMap((finding) => {
      const edit = commentFor(finding, report);
      return edit ? [{ finding, fix: fixOf(finding, edit), preferred: false }] : [];
    });
  const sameBefore = (offer: Offer, index: number): boolean =>
    offers.slice(0, index).some(({ finding, fix }) => isSame(finding, fix, offer));
  return offers.filter((offer, index) => !sameBefore(offer, index));
}

/** Two findings of a rule on one line are disowned by one comment. */
const isSame = (finding: Finding, fix: Fix, other: Offer): boolean =>
  finding.rule === other.finding.rule && fix.edits[0]?.span.from === other.fix.edits[0]?.span.from;

const fixOf = ({ rule }: Finding, edit: Edit): Fix => ({
  title: say('在此处忽略 {0}（写入注释）', rule),
  safety: 'ask',
  edits: [edit],
});

/**
 * Above its line where that stands alone; behind the line where one above would part a paragraph or a table;
 * at the end of the text for something that is not there. In HTML no place is sure to show nothing.
 */
function commentFor({ rule, span }: Finding, { tree }: Report): Edit | undefined {
  if (tree.markup.some((region) => contains(region, emptySpan(span.from)))) return undefined;
  const line = tree.lines.findLast(({ full }) => full.from <= span.from);
  const comment = (kind: string): string => `<!-- gouji-${kind} ${rule}: 请写明理由 -->`;
  if (!line || line.shape === 'blank') return atEnd(tree, comment('disable-file'));
  return standsAlone(line, tree)
    ? { span: emptySpan(line.full.from), insert: comment('disable-next-line') + lineEnd(tree) }
    : { span: emptySpan(line.span.to), insert: ` ${comment('disable-line')}` };
}

function standsAlone({ index, shape }: Line, { text, lines }: SyntaxTree): boolean {
  const before = lines[index - 1];
  const after = lines[index + 1];
  if (!before || before.shape === 'blank') return true;
  // The head of a table must keep its number of cells.
  return (
    shape === 'pipe' && after !== undefined && /^[|:\s-]+$/.test(text.slice(after.span.from, after.span.to))
  );
}

function atEnd(tree: SyntaxTree, comment: string): Edit {
  const { source } = tree;
  const end = lineEnd(tree);
  return {
    span: emptySpan(source.length),
    insert: (/[\r\n]$/.test(source) ? '' : end) + end + comment + end,
  };
}

const lineEnd = ({ source }: SyntaxTree): string => /\r\n?|\n/.exec(source)?.[0] ?? '\n';
