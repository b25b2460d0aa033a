import type { Span } from '../base/span.ts';
import type { SyntaxTree } from '../syntax/tree.ts';
import type {
  Edition,
  EditionId,
  SectionId,
  SectionTemplate,
  TableId,
  TopicTemplate,
} from '../template/index.ts';
import type { Fault, Judgement } from './judgement.ts';
import type { Profile } from './profile.ts';
import type { Passage } from './prose/passages.ts';
import type { Subject } from './prose/subject.ts';
import type { Cell, TableBinding } from './table.ts';

export type * from './judgement.ts';
export type * from './table.ts';

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
  readonly lastYear: Predecessor | undefined;
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

/** The report of the same organ on the year before, and where it is. */
export interface Predecessor {
  readonly report: Report;
  /** Its path as given or found, or its address. */
  readonly source: string;
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
  /** The line of that version which alone has changed; undefined if a line has come or gone as well. */
  readonly line: Span | undefined;
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
  /** Everything but figures that are nothing but digits. */
  readonly words: boolean;
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
      /** Where its table stands without the heading, if it does. */
      readonly body: Span | undefined;
    };

export interface TopicBinding {
  readonly template: TopicTemplate;
  /** The heading that treats it; undefined if it is treated without one, or not at all. */
  readonly heading: Heading | undefined;
  readonly treated: boolean;
}
