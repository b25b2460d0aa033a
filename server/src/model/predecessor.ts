import { shownFileName } from '../base/file-name.ts';
import { type Message, say } from '../base/message.ts';
import type { Span } from '../base/span.ts';
import type { Predecessor } from './report.ts';

/** A place in another report than the one that is checked. */
export interface PlaceElsewhere {
  readonly of: Predecessor;
  readonly span: Span;
}

/** Where a place of last year's report is to be looked up: its file and its line. */
export function placeIn({ report: { tree }, source }: Predecessor, { from }: Span): Message {
  const line = tree.lines.findIndex(({ full }) => from < full.to);
  return say('{0} 第 {1} 行', shownFileName(source), line < 0 ? tree.lines.length : line + 1);
}
