/** What the runtime lends the server for pacing: run some work once the messages at hand have had their turn. */
export type Schedule = (work: () => void) => void;

/** Work that is wanted for documents, some of it many times over before it is done once. */
export interface Pacing {
  /** Wants the work done for a document, once nothing newer is wanted. */
  readonly want: (uri: string) => void;
  /** Wants it no more. */
  readonly drop: (uri: string) => void;
}

/**
 * Does the work once for a burst of wishes, without waiting for any clock.
 * Messages at hand are handled one a turn of the event loop, so a burst is over when a whole turn brought no
 * newer wish; a single edit costs one turn.
 */
export function paced(schedule: Schedule, work: (uri: string) => void): Pacing {
  /** Documents waiting, each with whether it was wanted anew since the last turn. */
  const waiting = new Map<string, boolean>();
  const turn = (uri: string): void => {
    const renewed = waiting.get(uri);
    if (renewed === undefined) return;
    if (renewed) {
      waiting.set(uri, false);
      schedule(() => turn(uri));
    } else {
      waiting.delete(uri);
      work(uri);
    }
  };
  const want = (uri: string): void => {
    const idle = !waiting.has(uri);
    waiting.set(uri, true);
    if (idle) schedule(() => turn(uri));
  };
  return { want, drop: (uri) => void waiting.delete(uri) };
}
