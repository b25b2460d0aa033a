import type { Connection } from 'vscode-languageserver';
import { status } from '../features/status.ts';
import type { Attention } from './attention.ts';
import type { Client } from './client.ts';
import { toStatusParams } from './convert.ts';
import type { OnDesk } from './desk.ts';
import { statusNotification } from './protocol.ts';

/** Tells the client what a document comes to. */
export interface StatusTeller {
  /** Says it, if the client wants to hear it and it is news. */
  readonly tell: (on: OnDesk) => void;
  readonly forget: (uri: string) => void;
}

export function statusTeller(connection: Connection, client: Client, attending: Attention): StatusTeller {
  const told = new Map<string, string>();
  return {
    tell: (on) => {
      const marks = attending.marksOf(on);
      if (!client.wantsStatus || marks === 'before') return;
      const { doc, of, typed } = on;
      const now = status(of, typed);
      const words = JSON.stringify([now, marks]);
      if (told.get(doc.uri) === words) return;
      told.set(doc.uri, words);
      void connection.sendNotification(statusNotification, toStatusParams(doc, now, marks));
    },
    forget: (uri) => void told.delete(uri),
  };
}
