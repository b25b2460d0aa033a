import type { OnDesk } from './desk.ts';

/** What is shown of a document: what is found now, what was found before, nothing yet, or nothing by wish. */
export type Marks = 'now' | 'before' | 'waiting' | 'hidden';

/** Knows which findings the user wants to see: at every keystroke, at every saving, on demand, or none at all. */
export interface Attention {
  readonly marksOf: (on: OnDesk) => Marks;
  /** A document is new on the desk. */
  readonly opened: (uri: string, version: number) => void;
  /** A document was saved. */
  readonly saved: (uri: string, version: number) => void;
  /** Somebody asked for a check. */
  readonly asked: (uri: string, version: number) => void;
  /** Whether every mark is hidden by wish. */
  readonly isHidden: () => boolean;
  /** Shows or hides every mark. */
  readonly show: (shown: boolean) => void;
  readonly forget: (uri: string) => void;
}

export function attention(): Attention {
  /** The versions that were saved or asked for last. */
  const saved = new Map<string, number>();
  const asked = new Map<string, number>();
  let shown = true;
  const marksAt = (due: number | undefined, version: number): Marks =>
    due === undefined ? 'waiting' : due === version ? 'now' : 'before';
  return {
    marksOf: ({ doc: { uri, version }, run }) => {
      if (!shown) return 'hidden';
      if (run === 'onType' || asked.get(uri) === version) return 'now';
      return marksAt(run === 'onSave' ? saved.get(uri) : asked.get(uri), version);
    },
    isHidden: () => !shown,
    opened: (uri, version) => void saved.set(uri, version),
    saved: (uri, version) => void saved.set(uri, version),
    asked: (uri, version) => void asked.set(uri, version),
    show: (wanted) => {
      shown = wanted;
    },
    forget: (uri) => {
      saved.delete(uri);
      asked.delete(uri);
    },
  };
}
