import type { Connection } from 'vscode-languageserver';
import { isObject } from '../analysis/settings.ts';
import { wording } from '../base/message.ts';
import type { Client } from './client.ts';
import { type EditorSettings, readEditorSettings } from './settings.ts';

/** The settings of every open document, kept so that an edit never has to ask for them. */
export interface SettingsBook {
  /** The settings that hold for a document as far as they are known. */
  readonly of: (uri: string) => EditorSettings;
  /** Settled once the settings of a document are known; undefined if they are known already. */
  readonly pending: (uri: string) => Promise<void> | undefined;
  /** Takes in a change of settings. */
  readonly change: (sent: unknown, open: readonly string[]) => Promise<void>;
  readonly forget: (uri: string) => void;
}

export function settingsBook(connection: Connection, client: Client): SettingsBook {
  const known = new Map<string, EditorSettings>();
  const asked = new Map<string, Promise<void>>();
  const complaints = new Set<string>();

  const read = (raw: unknown): EditorSettings => {
    const { settings, faults } = readEditorSettings(raw);
    for (const fault of faults.map((message) => wording(message))) {
      if (!complaints.has(fault)) connection.console.warn(fault);
      complaints.add(fault);
    }
    return settings;
  };
  let common = read(client.settings);

  const ask = async (uri: string): Promise<void> => {
    try {
      const raw: unknown = await connection.workspace.getConfiguration({ scopeUri: uri, section: 'gouji' });
      // The document may have been closed meanwhile.
      if (asked.has(uri)) known.set(uri, isObject(raw) ? read(raw) : common);
    } catch (fault) {
      connection.console.warn(`gouji: ${String(fault)}`);
      if (asked.has(uri)) known.set(uri, common);
    }
  };
  const askFor = (uri: string): Promise<void> => {
    const answer = ask(uri);
    asked.set(uri, answer);
    return answer;
  };

  return {
    of: (uri) => known.get(uri) ?? common,
    pending: (uri) => (client.configures && !known.has(uri) ? (asked.get(uri) ?? askFor(uri)) : undefined),
    change: async (sent, open) => {
      if (client.configures) await Promise.all(open.map(askFor));
      else common = read(isObject(sent) ? (sent.gouji ?? sent) : undefined);
    },
    forget: (uri) => {
      known.delete(uri);
      asked.delete(uri);
    },
  };
}
