/** The statutory form of one edition as data: a notice, its headings, its tables and its arithmetic. */
export interface Edition {
  /** Named for the first report year it was issued for. */
  readonly id: EditionId;
  readonly title: string;
  /** The notice that issues the form. */
  readonly source: string;
  /** Report years (the year reported on) the edition is in force for, both included. */
  readonly years: { readonly from: number; readonly to?: number };
  readonly sections: readonly SectionTemplate[];
  readonly topics: readonly TopicTemplate[];
  readonly tables: readonly TableTemplate[];
}

export type EditionId = '2019' | '2021';
export type SectionId = 'overview' | 'disclosure' | 'applications' | 'review' | 'problems' | 'other';
export type TableId = 'disclosure' | 'applications' | 'review';
export type TopicId = 'proactive' | 'onRequest' | 'management' | 'platform' | 'oversight';

/** One of the six statutory sections. */
export interface SectionTemplate {
  readonly id: SectionId;
  /** `一` … `六`. */
  readonly ordinal: string;
  /** The heading without its ordinal: `总体情况`. */
  readonly heading: string;
  /** Wordings of 条例 art. 50 itself and close ones that reviewers let pass: worth a remark, not a warning. */
  readonly tolerated: readonly string[];
  /** Other wordings met in published reports, by which the section is still recognised. */
  readonly aliases: readonly string[];
  readonly table?: TableId;
  /** Paragraph of 条例 art. 50 or of the notice that asks for the section. */
  readonly source: string;
}

/** One of the five matters that section one has to treat. */
export interface TopicTemplate {
  readonly id: TopicId;
  /** The words for a new heading: `主动公开情况`. */
  readonly heading: string;
  /** Any of these in a heading or at the start of a paragraph shows that the topic is treated. */
  readonly keywords: readonly string[];
  /** What is said of the topic and of nothing else; words are compared in half width and without blanks. */
  readonly told?: RegExp;
  readonly source: string;
}

export interface TableTemplate {
  readonly id: TableId;
  /** How reviewers call it: `表二`. */
  readonly name: string;
  readonly title: string;
  readonly section: SectionId;
  /** The printed note of the table, if it has one. */
  readonly note?: string;
  /** How often the column headings are printed: once, above each block of rows, or for each row of the model. */
  readonly headings: 'table' | 'group' | 'row';
  readonly groups: readonly GroupTemplate[];
  readonly rows: readonly RowTemplate[];
  readonly identities: readonly IdentityTemplate[];
}

/** A label over several rows (`（三）不予公开`) or a block heading (`第二十条第（一）项`) or a column heading over several columns. */
export interface GroupTemplate {
  readonly id: string;
  readonly label: string;
  /** The group this one stands in, if any. */
  readonly parent?: string;
}

/** A row that carries values. In table four each of the three blocks counts as a row of five. */
export interface RowTemplate {
  readonly id: string;
  readonly label: string;
  /** Short forms and other wordings by which the row is still recognised. */
  readonly aliases?: readonly string[];
  readonly group?: string;
  readonly columns: readonly ColumnTemplate[];
}

export interface ColumnTemplate {
  readonly id: string;
  readonly label: string;
  readonly group?: string;
  /** Other wordings of the heading that are right too, such as a province's. */
  readonly variants?: readonly string[];
  /** Other wordings that are met, and are wrong. */
  readonly aliases?: readonly string[];
  readonly measure: Measure;
  /** Set where the heading names no unit, so that the figure brings its own: `251000元`. */
  readonly unitInCell?: true;
}

/** What may stand in a cell: a whole number ≥ 0, a signed change, or a decimal amount of money. */
export type Measure = 'count' | 'change' | 'amount';

/** A sum that the form demands, once for each crossing line of the table. */
export interface IdentityTemplate {
  readonly id: IdentityId;
  /** `row`: the named lines are rows, and the sum holds in each column. `column`: the other way round. */
  readonly axis: 'row' | 'column';
  readonly sum: readonly string[];
  readonly equals: readonly string[];
  readonly because: string;
  readonly source: string;
}

export type IdentityId = 'balance' | 'outcome-total' | 'applicant-total' | 'review-total';
