import type { Difference } from '../base/difference.ts';
import type { Span } from '../base/span.ts';
import type { Note } from './notes.ts';

/** What a text looks like before anybody asks what it means: its lines, and the shape of each. */
export interface SyntaxTree {
  /** The text as it was given. */
  readonly source: string;
  /**
   * The text that is read: the source, with HTML tags and comments to gouji blanked out, and with bars and tabs
   * for whatever else parts cells. Places in it are places in the source.
   */
  readonly text: string;
  /** The parts of the source that are HTML, in order. */
  readonly markup: readonly Span[];
  /** The comments to gouji, in order. */
  readonly notes: readonly Note[];
  readonly lines: readonly Line[];
  /** What has changed since the text of an earlier version, if one was at hand; `edit` is undefined if nothing has. */
  readonly since?: { readonly text: string; readonly edit: Difference | undefined } | undefined;
}

/** One line of the text, without its line break. */
export interface Line {
  readonly index: number;
  /** From the first to the last character that is not blank; empty at the line's start for a blank line. */
  readonly span: Span;
  /** The whole line with its blanks, without the line break. */
  readonly full: Span;
  readonly shape: LineShape;
  /** Where its cells begin, if a sign of a list stands in front of them. */
  readonly cellsFrom?: number;
  /** Numbering or hash marks at the start: `一、`, `（二）`, `3.`, `##`. */
  readonly marker: Marker | undefined;
}

export type LineShape =
  /** Nothing but white space. */
  | 'blank'
  /** Holds at least one tab between or around its texts. */
  | 'tab'
  /** Holds at least one `|`. */
  | 'pipe'
  /** Anything else. */
  | 'text';

export interface Marker {
  readonly span: Span;
  /** 1: `一、`; 2: `（一）`; 3: `1.`; 4: `（1）`; 0: only `#`. */
  readonly level: 0 | 1 | 2 | 3 | 4;
  /** Number of `#` in front, 0 without. */
  readonly hashes: number;
  /** The ordinal as written: `一`, `十二`, `3`. */
  readonly ordinal: string;
  /** Whether it is written as the statutory form writes this level: `一、`, `（一）`, `1.`, `（1）`; the width of brackets and dots does not count. */
  readonly regular: boolean;
  /** Where the words after the numbering begin. */
  readonly textFrom: number;
}

/** A table as it stands in the text: rows of cells, with no idea of their meaning. */
export interface Grid {
  readonly layout: Layout;
  readonly rows: readonly GridRow[];
  /** Set when merged cells are written out in every place they take up; the rows have each of them once. */
  readonly repeats?: boolean;
  /** Numbers on lines of their own that are no cells: a page ends there. */
  readonly strays?: readonly Span[];
}

export interface GridRow {
  /** Without the blanks around it. */
  readonly span: Span;
  /** The whole line or lines it stands on. */
  readonly full: Span;
  readonly cells: readonly GridCell[];
  /** Whether the cells keep their places, so that an empty cell is a cell. Without it empty cells have vanished. */
  readonly positional: boolean;
  /** How many of the cells are its label, where the notation tells: only words begin a row of cells below each other. */
  readonly words?: number;
}

export interface GridCell {
  /** The text without the blanks around it and the seams of HTML: `text.slice(from, to)`. An empty cell is an empty span where its text belongs. */
  readonly span: Span;
  readonly text: string;
}

/** How a table is written down. The name is what `gouji extract` prints under `layout`. */
export type Layout =
  /** Cells parted by tabs. */
  | 'tab'
  /** Cells parted by bars, a row a line. */
  | 'pipe'
  /** Cells parted by blanks. */
  | 'space'
  /** One cell a line, ended by bars. */
  | 'bar-lines'
  /** One cell a line, without marks. */
  | 'lines'
  /** HTML `<table>`. */
  | 'html';
