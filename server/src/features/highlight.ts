import type { Snapshot } from '../analysis/snapshot.ts';
import type { Span } from '../base/span.ts';
import type { Cell } from '../model/report.ts';
import { placeAt } from './place.ts';
import { judgementsOf, meant, statedBy } from './relations.ts';

/** A stretch to be marked: a total, what is added up in it, or what states it in a paragraph. */
export interface Highlight {
  readonly span: Span;
  readonly role: 'total' | 'addend' | 'prose';
}

/** The cells of every sum the figure under the cursor takes part in, and the numbers in paragraphs that state it. */
export function highlights(of: Snapshot, offset: number): readonly Highlight[] {
  const report = of.report();
  const place = placeAt(report, offset);
  if (place?.kind === 'fact') {
    const cells = meant(place.fact);
    if (cells.length === 0) return [];
    const marked = cells.map(({ span }): Highlight => ({ span, role: 'addend' }));
    return once([...marked, { span: place.fact.full, role: 'prose' }]);
  }
  if (place?.kind !== 'cell') return [];
  const { cell } = place;
  const sums = judgementsOf(report, cell);
  const marks = (cells: readonly Cell[], role: Highlight['role']): readonly Highlight[] =>
    cells.map(({ span }) => ({ span, role }));
  return once([
    // A total that is itself added up elsewhere stays a total.
    ...sums.flatMap(({ right }) => marks(right, 'total')),
    ...sums.flatMap(({ left }) => marks(left, 'addend')),
    ...statedBy(report, cell).map(({ full }): Highlight => ({ span: full, role: 'prose' })),
    ...marks([cell], 'addend'),
  ]);
}

/** Each place once, as what it was named first, in the order of the text; a blank cell has nothing to be marked. */
function once(marked: readonly Highlight[]): readonly Highlight[] {
  const places = new Map<number, Highlight>();
  for (const one of marked) {
    if (one.span.from < one.span.to && !places.has(one.span.from)) places.set(one.span.from, one);
  }
  return [...places.values()].sort((a, b) => a.span.from - b.span.from);
}
