import type { Message } from '../base/message.ts';
import type { Chosen, RuleOption } from '../base/option.ts';
import type { Span } from '../base/span.ts';
import type { PlaceElsewhere } from '../model/predecessor.ts';
import type { BoundTable, Report, Untouched } from '../model/report.ts';
import { tablesOfOneForm } from '../model/tables.ts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

export type RuleGroup = 'structure' | 'tables' | 'totals' | 'prose' | 'across' | 'word';

/** A rule: what it is called, why it exists, and a search for its fault that reads the model and nothing else. */
export interface Rule<Id extends string = string> {
  /** Kebab-case, named for the fault; never reused. */
  readonly id: Id;
  readonly group: RuleGroup;
  /** The fault in a few words, Chinese. */
  readonly title: string;
  readonly severity: Severity;
  /** First version of the product that has the rule. */
  readonly since: string;
  /** The legal or documentary source. */
  readonly basis: string;
  /** What is checked, what the fix does, when the rule stays silent: Chinese prose, one sentence a line. */
  readonly docs: string;
  /**
   * All that the rule looks at besides organ, year and edition: the outline, tables or one table or their rows
   * only, or the paragraphs.
   * What it found stays true as long as that does; without it the rule looks at everything.
   */
  readonly reads?: keyof Untouched;
  /** Set on the one rule that speaks of texts in which nothing can be read at all. */
  readonly ofUnreadable?: boolean;
  /** What the user may choose besides the severity. */
  readonly options?: readonly RuleOption[];
  readonly check: (report: Report, chosen: Chosen) => Iterable<Problem>;
  /**
   * What `check` finds in one table of a readable report, if it looks at each by itself: at nothing but the words of
   * its section. What it found in a table stays true as long as those do.
   */
  readonly ofTable?: (table: BoundTable, report: Report) => Iterable<Problem>;
}

/** Something wrong at a place. */
export interface Problem {
  readonly span: Span;
  readonly message: Message;
  /** Set where the fault weighs differently here than the rule's default. */
  readonly severity?: Severity;
  /** The other cells and places that take part. */
  readonly related?: readonly Related[];
  /** Places in another report that take part. */
  readonly elsewhere?: readonly Elsewhere[];
  readonly fixes?: readonly Fix[];
}

export interface Related {
  readonly span: Span;
  readonly message: Message;
}

/** So many places are listed beside the first of many alike, where the message counts them and the fix covers them all. */
export const mostAlike = 3;

/** A place in another report that takes part in a problem. */
export interface Elsewhere extends Related, PlaceElsewhere {}

/** A change of the text that settles a problem. */
export interface Fix {
  readonly title: Message;
  /** `safe` fixes may run in bulk and on save and never change a figure; `ask` fixes are offered one by one. */
  readonly safety: 'safe' | 'ask';
  /** Do not overlap. */
  readonly edits: readonly Edit[];
}

export interface Edit {
  readonly span: Span;
  readonly insert: string;
}

/** Pins the literal id of a rule, so that `RuleId` is a union of real ids. */
export const defineRule = <const Id extends string>(rule: Rule<Id>): Rule<Id> => rule;

type TableRule<Id extends string> = Omit<Rule<Id>, 'check' | 'reads'> &
  Required<Pick<Rule<Id>, 'ofTable' | 'reads'>>;

/** A rule that looks at one table after the other. */
export const defineTableRule = <const Id extends string>(rule: TableRule<Id>): Rule<Id> => ({
  ...rule,
  *check(report) {
    for (const table of tablesOfOneForm(report)) yield* rule.ofTable(table, report);
  },
});
