/** A gap in a text to be written: what goes in has to be known by the author. */
export interface Blank {
  /** Gaps of one name are filled together. */
  readonly name: string;
  /** What the gap shows until it is filled. */
  readonly shows: string;
}

/** A text to be written, with its gaps in between. */
export type Pieces = readonly (string | Blank)[];

/** A gap shown as what belongs in it. */
export const gap = (name: string, shows = name): Blank => ({ name, shows });

/** A gap for a figure, shown as nothing: no figure is proposed. */
export const figureGap = (name: string): Blank => ({ name, shows: '　　' });

/** The text with its gaps as they show. */
export const flat = (pieces: Pieces): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : piece.shows)).join('');
