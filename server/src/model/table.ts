import type { Message } from '../base/message.ts';
import type { Span } from '../base/span.ts';
import type { Layout } from '../syntax/tree.ts';
import type {
  ColumnTemplate,
  EditionId,
  GroupTemplate,
  RowTemplate,
  TableTemplate,
} from '../template/index.ts';

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
