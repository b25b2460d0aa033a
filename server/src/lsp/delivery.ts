import type { Connection } from 'vscode-languageserver';
import type { Attention } from './attention.ts';
import type { Client } from './client.ts';
import type { Desk, OnDesk } from './desk.ts';
import { diagnose } from './diagnostics.ts';
import type { Fence } from './fence.ts';
import { paced, type Schedule } from './pacing.ts';
import type { SettingsBook } from './settings-book.ts';
import type { StatusTeller } from './status-teller.ts';

/** Brings the diagnostics to the client: asks it to come for them, or sends them. */
export interface Delivery {
  /** The text of a document is new. */
  readonly edited: (uri: string) => void;
  /** What is to be shown of these documents has changed, though their texts have not. */
  readonly outdated: (uris: readonly string[]) => void;
  readonly closed: (uri: string) => void;
}

/** For a client that asks: it does so after each edit by itself, and is only told when something else changed. */
export function pullDelivery(connection: Connection, client: Client): Delivery {
  const refresh = (): void => {
    // A client that is just going away may refuse; it has no use for an answer either.
    if (client.refreshes) connection.languages.diagnostics.refresh().catch(() => {});
  };
  return { edited: () => {}, outdated: refresh, closed: () => {} };
}

/** What sending needs of the rest of the server. */
export interface PushParts {
  readonly table: Desk;
  readonly book: SettingsBook;
  readonly teller: StatusTeller;
  readonly attending: Attention;
  readonly schedule: Schedule;
  readonly fenced: Fence;
}

/** For a client that waits: the diagnostics of the newest version are sent, once for a burst of edits. */
export function pushDelivery(
  connection: Connection,
  { table, book, teller, attending, schedule, fenced }: PushParts,
): Delivery {
  const sent = new Set<string>();
  const send = (on: OnDesk): void => {
    const { uri, version } = on.doc;
    const attended = on.tooLong || on.of.masthead().recognised;
    const marks = attending.marksOf(on);
    if (marks === 'before') return;
    const shown = attended && marks === 'now';
    // Of a text that is no report nothing is said, but for taking back what was said before.
    if (!shown && !sent.delete(uri)) return;
    if (shown) sent.add(uri);
    void connection.sendDiagnostics({ uri, version, diagnostics: marks === 'now' ? diagnose(on) : [] });
  };
  const validate = (uri: string): void => {
    const pending = book.pending(uri);
    if (pending) {
      void pending.then(() => pacing.want(uri));
      return;
    }
    const on = table.find(uri);
    if (!on) return;
    send(on);
    teller.tell(on);
  };
  const pacing = paced(schedule, (uri) => fenced('diagnostics', undefined, () => validate(uri)));
  return {
    edited: pacing.want,
    outdated: (uris) => uris.forEach(pacing.want),
    closed: (uri) => {
      pacing.drop(uri);
      if (sent.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
  };
}
