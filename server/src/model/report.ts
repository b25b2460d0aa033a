import type { Message } from '../base/message.ts';
import type { Span } from '../base/span.ts';
import type { Layout, SyntaxTree } from '../syntax/tree.ts';
import type {
  ColumnTemplate,
  Edition,
  EditionId,
  GroupTemplate,
  IdentityTemplate,
  RowTemplate,
  SectionId,
  SectionTemplate,
  TableId,
  TableTemplate,
  TopicTemplate,
} from '../template/index.ts';
import type { Profile } from './profile.ts';
import type { Passage } from './prose/passages.ts';
import type { Subject } from './prose/subject.ts';

/** A text read as an annual report: every statutory part bound to its place, every doubt in the type. */
export interface Report {
  readonly text: string;
  readonly tree: SyntaxTree;
  /** Whether the text is such a report at all: a title, or two statutory headings. Rules run only then. */
  readonly recognised: boolean;
  readonly title: Title | undefined;
  /** The organ as the title names it: `清河县教育局`. */
  readonly organ: string | undefined;
  readonly organKind: OrganKind;
  /** What the user says of the report. */
  readonly profile: Profile;
  /** The year reported on. */
  readonly year: number | undefined;
  /** The edition the report has to follow: the one the user names, else by its year, else the one its tables follow. */
  readonly edition: Edition;
  /** The edition its table two follows; `mixed` if it prints columns of both; undefined if it prints none. */
  readonly form: FormFound;
  /** The six statutory sections, in statutory order. */
  readonly sections: readonly SectionBinding[];
  /** The five topics of section one. */
  readonly topics: readonly TopicBinding[];
  /** Every heading of the text outside the tables, in the order of the text. */
  readonly headings: readonly Heading[];
  readonly tables: Readonly<Record<TableId, TableBinding>>;
  /** The first heading that stands twice on its line, if two reports stand side by side: then neither is read. */
  readonly sideBySide: Span | undefined;
  /** What else begins in the same text behind the report; it is not read. */
  readonly followedBy: Following | undefined;
  /** The report of the same organ on the year before, if it is at hand. */
  readonly lastYear: Report | undefined;
  /** What an edit of the version before has left as it was; undefined without such a version. */
  readonly since: Since | undefined;
  /** All identities of the three tables, judged; computed when first asked for. */
  readonly judgements: () => readonly Judgement[];
  /** The broken identities, gathered by what most likely broke them; computed when first asked for. */
  readonly faults: () => readonly Fault[];
  /** The paragraphs and sub-headings outside the tables; computed when first asked for. */
  readonly passages: () => readonly Passage[];
  /** What the paragraphs say in numbers; computed when first asked for. */
  readonly facts: () => readonly ProseFact[];
}

/** A second whole report, or an explanation of this one for the public, such as `图解：…` and `…解读`. */
export interface Following {
  readonly kind: 'report' | 'explanation';
  /** The start of its first line. */
  readonly at: number;
}

/** A number in prose, or a statement that there was none, and what it speaks of. */
export interface ProseFact {
  readonly section: SectionId | undefined;
  /** The digits or numerals; for a statement of absence its words. */
  readonly span: Span;
  /** The same with the measure word. */
  readonly full: Span;
  /** From full stop or semicolon to the next. */
  readonly clause: Span;
  /** The paragraph it stands in. */
  readonly passage: Span;
  readonly value: number;
  /** The measure word: `件`; empty for a statement of absence. */
  readonly unit: string;
  /** `近30条`, `40余条`: not said to the last one. */
  readonly approximate: boolean;
  /** What is counted; several are counted together, none means that it cannot be told. */
  readonly subjects: readonly Subject[];
  /** What the tables count of it, each way of counting; the first is the nearest. Empty where they do not tell. */
  readonly readings: readonly Reading[];
}

/** Figures of a table that amount to what prose speaks of. */
export interface Reading {
  readonly cells: readonly Cell[];
  /** Those of the cells that are taken away from the others. */
  readonly taken: readonly Cell[];
  readonly value: number;
}

/** How a report has changed since the version it was read with. */
export interface Since {
  /** Where places of that version are now. */
  readonly move: Move;
  readonly untouched: Untouched;
}

/** Parts of a report that say the same as before, at the same or a moved place. */
export interface Untouched extends Readonly<Record<TableId, boolean>> {
  readonly outline: boolean;
  /** All three tables. */
  readonly tables: boolean;
  /** Which rows and columns the tables have and what they are called, whatever figures stand in them. */
  readonly rows: boolean;
  /** Every line that is not a row of a table. */
  readonly prose: boolean;
}

/** Where a place of an earlier version is now: moved along, and, behind an edit, by its length too. */
export interface Move {
  readonly by: number;
  /** The edited stretch of the earlier version, and how much longer it has become. */
  readonly edited?: { readonly from: number; readonly to: number; readonly longer: number } | undefined;
}

export interface FormFound {
  readonly edition: EditionId | 'mixed' | undefined;
  /** The labels that show it, per edition. */
  readonly evidence: Readonly<Record<EditionId, readonly Span[]>>;
}

export type OrganKind =
  /** 人民政府 of any level, 乡 and 镇 included. */
  | 'government'
  /** 街道办事处: an agency, not a 人民政府. */
  | 'subdistrict'
  /** 管委会 of a zone. */
  | 'zone'
  | 'department'
  | 'unknown';

export interface Title {
  /** From the first to the last character of the title, which may stand on two lines. */
  readonly span: Span;
  /** Without any white space. */
  readonly text: string;
  /** Whether it stands below the first statutory heading. */
  readonly belowHeading: boolean;
}

export interface Heading {
  /** The line without the blanks around it: `（二）依申请公开情况。我办…` gives `（二）依申请公开情况。`. */
  readonly span: Span;
  /** Numbering and hash marks, if any: `（二）`. */
  readonly marker: Span | undefined;
  /** The words of the heading without numbering and end punctuation: `依申请公开情况`. */
  readonly title: Span;
  /** The words without any white space. */
  readonly text: string;
  /** 1 for a statutory section, 2 for `（一）`, 3 for `1.`, 4 for `（1）`. */
  readonly level: number;
  /** The ordinal as written (`二`, `3`), if any. */
  readonly ordinal: string | undefined;
  /** Whether the numbering is written as the statutory form writes this level. */
  readonly regular: boolean;
  /** Set on headings bound to a statutory section. */
  readonly section: SectionId | undefined;
  /** Where what belongs to the heading ends: the next heading of its level or above. */
  readonly body: Span;
}

export type SectionBinding =
  | {
      readonly kind: 'present';
      readonly template: SectionTemplate;
      readonly heading: Heading;
      /** `tolerated`: a wording of 条例 art. 50; `different`: recognised, but not the statutory words. */
      readonly wording: 'statutory' | 'tolerated' | 'different';
      /** From the end of the heading line to the next section. */
      readonly body: Span;
      /** The same heading again. */
      readonly duplicates: readonly Heading[];
    }
  | {
      readonly kind: 'missing';
      readonly template: SectionTemplate;
      /** Between its statutory neighbours: the start of a line, or the end of the text. */
      readonly expectedAt: number;
    };

export interface TopicBinding {
  readonly template: TopicTemplate;
  /** The heading that treats it; undefined if it is treated without one, or not at all. */
  readonly heading: Heading | undefined;
  readonly treated: boolean;
}

export type TableBinding = BoundTable | AbsentTable;

export interface AbsentTable {
  readonly kind: 'absent';
  readonly template: TableTemplate;
  /** After the section's last line. Undefined if its section is missing too. */
  readonly expectedAt: number | undefined;
  /** Whether the section holds a picture, which may be one of the table. */
  readonly picture: Span | undefined;
  /** Its headings, if they stand there without any row. */
  readonly begun: Span | undefined;
}

export interface BoundTable {
  readonly kind: 'bound';
  readonly template: TableTemplate;
  /** The edition whose rows it prints; may differ from the report's. */
  readonly edition: EditionId;
  readonly layout: Layout;
  readonly span: Span;
  /** One binding for each row of the form, in form order. */
  readonly rows: readonly RowBinding[];
  readonly header: HeaderBinding;
  /** Group labels found, such as `（三）不予公开`. */
  readonly groups: readonly LabelFound<GroupTemplate>[];
  /** Rows with values that are no row of the form. */
  readonly unknownRows: readonly UnknownRow[];
  /** Numbers on lines of their own that are no cells, such as page numbers. */
  readonly strays: readonly Span[];
  /** Whether merged cells are written out in every place they take up, so that figures may stand for several. */
  readonly repeats: boolean;
}

/** A row with values under a label that no row of the form has. */
export interface UnknownRow {
  readonly span: Span;
  readonly full: Span;
  /** The words of its labels, but for those of the form. */
  readonly label: string;
  /** The last of its labels, where the name of a row stands. */
  readonly name: Span;
  /** The row of the form that is missing just there: then it is not a row too many, but one by another name. */
  readonly insteadOf: RowTemplate | undefined;
}

export type RowBinding =
  /** Read with certainty: one cell for each column of the form. */
  | {
      readonly kind: 'read';
      readonly template: RowTemplate;
      readonly span: Span;
      /** The whole line it stands on, without the line break. */
      readonly full: Span;
      readonly label: LabelFound<RowTemplate> | undefined;
      readonly cells: readonly Cell[];
      /** The same row again, further down, and whether it says the same. */
      readonly duplicates: readonly { readonly span: Span; readonly full: Span; readonly agrees: boolean }[];
      /** The one run of noughts its figures are written as, if they are: `000`. */
      readonly fused: Span | undefined;
      /** Set when no label but only the order of the form tells which row it is. */
      readonly byOrder: boolean;
    }
  /** The row is there, but with more or fewer values than columns. */
  | {
      readonly kind: 'miscounted';
      readonly template: RowTemplate;
      readonly span: Span;
      readonly full: Span;
      readonly label: LabelFound<RowTemplate> | undefined;
      /** The values as found, in the order of the text. */
      readonly values: readonly Cell[];
      /** Set when any choice among the values reads the same (all zeros): then the figures are certain after all. */
      readonly cells: readonly Cell[] | undefined;
    }
  /** The row is there, but which value belongs to which column cannot be told. */
  | {
      readonly kind: 'unreadable';
      readonly template: RowTemplate;
      readonly span: Span;
      readonly reason: Message;
    }
  | {
      readonly kind: 'missing';
      readonly template: RowTemplate;
      /** The start of the line it belongs before, or the end of the line it belongs behind. */
      readonly expectedAt: number;
    };

/** A statutory label as it stands in the text. */
export interface LabelFound<T> {
  readonly template: T;
  readonly span: Span;
  /** The pieces it was torn into on the way, in their order; one for a label that is whole. */
  readonly pieces: readonly Span[];
  /** The pieces as written, joined. */
  readonly text: string;
  /** `different`: recognised, but not the statutory words (white space and bracket widths apart). */
  readonly wording: 'statutory' | 'different';
}

export interface HeaderBinding {
  readonly span: Span | undefined;
  /** Whether the column headings stand in a grid; an exploded header is not judged. */
  readonly readable: boolean;
  readonly labels: readonly LabelFound<ColumnTemplate>[];
  /** Columns of the form without a heading. */
  readonly missing: readonly ColumnTemplate[];
  /** Headings that stand twice. */
  readonly doubled: readonly LabelFound<ColumnTemplate>[];
}

/** A place for a figure. */
export interface Cell {
  /** Exactly the figure, without blanks; empty where a blank cell's figure belongs. */
  readonly span: Span;
  readonly row: RowTemplate;
  readonly column: ColumnTemplate;
  readonly quantity: Quantity;
}

export type Quantity =
  | {
      readonly kind: 'number';
      /** Counts and changes as integers; amounts in units of 0.0001 万元. */
      readonly value: number;
      /** The figure in plain ASCII digits as printed: `1165.5066`. */
      readonly printed: string;
      /** Set when the text is not plain ASCII digits but its value is certain. */
      readonly notation: 'full-width' | 'separators' | 'spaced' | 'decimals' | undefined;
    }
  /** Nothing, or a stroke or word for nothing: `/`, `-`, `—`, `无`. */
  | { readonly kind: 'blank'; readonly text: string }
  /** Something that is no figure of this column. */
  | {
      readonly kind: 'malformed';
      readonly text: string;
      /** The figure that is certainly meant (`3件` → 3), in plain digits. */
      readonly meant: string | undefined;
      /** Set when a line break within the cell parts its digits, which may be one figure or several. */
      readonly torn?: boolean;
    };

/** One identity on one line of a table: which cells it adds, and how it comes out. */
export interface Judgement {
  readonly identity: IdentityTemplate;
  readonly table: TableTemplate;
  /** The column (axis `row`) or the row (axis `column`) it is judged on. */
  readonly line: ColumnTemplate | RowTemplate;
  readonly outcome:
    | { readonly state: 'held' | 'broken'; readonly left: number; readonly right: number }
    /** Some cell was not read with certainty. */
    | { readonly state: 'notAssessable' };
  /** The addends, without those that were not read. */
  readonly left: readonly Cell[];
  readonly right: readonly Cell[];
}

/** One cause of broken identities: what is told once, however many sums it breaks. */
export interface Fault {
  /** The identity that gives the fault its name. */
  readonly judgement: Judgement;
  /** Every identity it breaks, `judgement` included. */
  readonly broken: readonly Judgement[];
  /** Cells, each of which would settle all of `broken` and break nothing else if it were changed. */
  readonly suspects: readonly Suspect[];
}

export interface Suspect {
  readonly cell: Cell;
  /** The figure it would have to be. */
  readonly value: number;
  /** Figures that would have to change with it: totals added up from it, or the one it changed places with. */
  readonly along: readonly { readonly cell: Cell; readonly value: number }[];
  /** How what is printed came about, if it looks like a known slip of the pen. */
  readonly slip?: SlipName | undefined;
}

/**
 * Two digits of a figure in each other's places; two figures of a row in each other's cells; a whole row one column
 * too far; one number torn over two cells; the figure that stood there last year.
 */
export type SlipName = 'digits' | 'exchanged' | 'shifted' | 'torn' | 'lastYear';
