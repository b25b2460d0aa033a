import type { ColumnTemplate, IdentityTemplate, RowTemplate, TableTemplate } from '../template/index.ts';
import type { Cell } from './table.ts';

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
 * too far; one number torn over two cells; the figure that stood there last year; not what last year carried out.
 */
export type SlipName = 'digits' | 'exchanged' | 'shifted' | 'torn' | 'lastYear' | 'carryOver';
