import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';

/** What there is to know of a rule, without its search. */
export type RuleFacts = Omit<Rule, 'check' | 'ofUnreadable'>;

/** Everything a finding may be called, in the order it is listed. */
export const catalogue: readonly RuleFacts[] = rules;

const byId: ReadonlyMap<string, RuleFacts> = new Map(catalogue.map((facts) => [facts.id, facts]));

/** The rule of a name, if there is one. */
export const ruleFacts = (id: string): RuleFacts | undefined => byId.get(id);
