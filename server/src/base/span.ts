/** A half-open range of UTF-16 code units in one text: `text.slice(from, to)`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The span between two offsets; `from <= to`. */
export const span = (from: number, to: number): Span => ({ from, to });

/** A place rather than a stretch: where something belongs that is not there. */
export const emptySpan = (at: number): Span => ({ from: at, to: at });

/** The smallest span that holds both. */
export const cover = (a: Span, b: Span): Span => ({
  from: Math.min(a.from, b.from),
  to: Math.max(a.to, b.to),
});

/** Whether `inner` lies inside `outer`; touching ends count as inside. */
export const contains = (outer: Span, inner: Span): boolean =>
  outer.from <= inner.from && inner.to <= outer.to;

/** Whether two spans share a unit, or touch where one of them is empty. */
export const touches = (a: Span, b: Span): boolean => a.from <= b.to && b.from <= a.to;

/** Whether a stretch shares a unit with a place; a place without any is met by what is there or ends there. */
export function meets(stretch: Span, place: Span): boolean {
  if (place.from === place.to) return stretch.from <= place.from && place.to <= stretch.to;
  return stretch.from < place.to && place.from < stretch.to;
}
