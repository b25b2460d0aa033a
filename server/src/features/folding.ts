import type { Snapshot } from '../analysis/snapshot.ts';
import type { Span } from '../base/span.ts';
import { type OutlineItem, outline } from './outline.ts';

/** The parts of a report that can be folded away: sections, topics under them, and tables. */
export const folding = (of: Snapshot): readonly Span[] => outline(of).flatMap(parts);

const parts = ({ span, children }: OutlineItem): readonly Span[] => [span, ...children.flatMap(parts)];
