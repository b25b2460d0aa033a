import type { Connection } from 'vscode-languageserver';
import { status } from '../features/status.ts';
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

export function statusTeller(connection: Connection, client: Client): StatusTeller {
  const told = new Map<string, string>();
  return {
    tell: ({ doc, of, typed }) => {
      if (!client.wantsStatus) return;
      const now = status(of, typed);
      const words = JSON.stringify(now);
      if (told.get(doc.uri) === words) return;
      told.set(doc.uri, words);
      void connection.sendNotification(statusNotification, toStatusParams(doc, now));
    },
    forget: (uri) => void told.delete(uri),
  };
}
