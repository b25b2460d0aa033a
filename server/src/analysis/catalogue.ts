import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';

/** What there is to know of a rule, without its search. */
export type RuleFacts = Omit<Rule, 'check' | 'ofUnreadable'>;

/** What is told of a comment in the text that disowns nothing: no search of its own, it follows from all the others. */
export const unusedSuppression: RuleFacts = {
  id: 'unused-suppression',
  group: 'word',
  title: '忽略问题的注释没有起作用',
  severity: 'warning',
  since: '0.1.0',
  basis: '勾稽自己的约定',
  docs: `不认同的问题可以在文中用注释忽略，写明规则和理由。注释在 Markdown 和网页里不显示。
\`<!-- gouji-disable-next-line blank-cell: 理由 -->\` 忽略下一行的问题，\`gouji-disable-line\` 忽略本行的，\`gouji-disable-file\` 忽略全文的。
\`<!-- gouji-disable blank-cell: 理由 -->\` 从这里起忽略，到 \`<!-- gouji-enable blank-cell -->\` 为止。
几条规则用逗号隔开，冒号后面写理由。
问题改好以后，注释就没有用了；规则名写错的注释也不起作用。这样的注释可以放心删去。
按设置不检查的规则，注释留着不算多余。`,
};

/** Everything a finding may be called, in the order it is listed. */
export const catalogue: readonly RuleFacts[] = [...rules, unusedSuppression];

const byId: ReadonlyMap<string, RuleFacts> = new Map(catalogue.map((facts) => [facts.id, facts]));

/** The rule of a name, if there is one. */
export const ruleFacts = (id: string): RuleFacts | undefined => byId.get(id);
