import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { projectSettings } from '../analysis/project.ts';
import { isObject } from '../analysis/settings.ts';
import { plain } from '../base/file-name.ts';
import { wording } from '../base/message.ts';
import type { Client } from './client.ts';
import type { Found, Governing, ProjectFiles } from './project-files.ts';
import { type EditorSettings, readEditorSettings } from './settings.ts';

/** The settings of every open document, kept so that an edit never has to ask for them. */
export interface SettingsBook {
  /** The settings that hold for a document as far as they are known. */
  readonly of: (uri: string) => EditorSettings;
  /** The settings that hold for a file nobody has open; without one, those of the whole window. Nothing is kept. */
  readonly lookUp: (uri?: string) => Promise<EditorSettings>;
  /** Settled once the settings of a document are known; undefined if they are known already. */
  readonly pending: (uri: string) => Promise<void> | undefined;
  /** Takes in a change of settings. */
  readonly change: (sent: unknown, open: readonly string[]) => Promise<void>;
  /** Takes in a change of files. */
  readonly reread: (open: readonly string[]) => Promise<void>;
  readonly forget: (uri: string) => void;
}

export function settingsBook(
  connection: Connection,
  client: Client,
  projects: ProjectFiles | undefined,
): SettingsBook {
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
  const asks = client.configures || projects !== undefined;

  const fromEditor = async (uri?: string): Promise<EditorSettings> => {
    if (!client.configures) return common;
    const raw: unknown = await connection.workspace.getConfiguration({
      ...(uri !== undefined && { scopeUri: uri }),
      section: 'gouji',
    });
    return isObject(raw) ? read(raw) : common;
  };
  const complain = ({ uri, faults }: Found<unknown>): void => {
    const words = faults.map((fault) => wording(fault)).join('\n');
    if (words === '' || complaints.has(uri + words)) return;
    complaints.add(uri + words);
    const message = `${plain(uri)}\n${words}`;
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message });
  };
  const governed = (editor: EditorSettings, { project, baseline }: Governing): EditorSettings => {
    for (const found of [project, baseline]) if (found) complain(found);
    const check = project ? projectSettings(project.content, project.path, editor.check) : editor.check;
    const accepted = baseline?.content.filter(({ file }) => file === baseline.path) ?? [];
    return accepted.length > 0 || check !== editor.check
      ? { ...editor, check: { ...check, accepted } }
      : editor;
  };
  const lookUp = async (uri?: string): Promise<EditorSettings> => {
    const editor = fromEditor(uri).catch((fault: unknown) => {
      connection.console.warn(`gouji: ${String(fault)}`);
      return common;
    });
    const files = uri === undefined ? undefined : await projects?.governing(uri);
    return files ? governed(await editor, files) : editor;
  };
  const ask = async (uri: string): Promise<void> => {
    const settings = await lookUp(uri);
    // The document may have been closed meanwhile.
    if (asked.has(uri)) known.set(uri, settings);
  };
  const askFor = (uri: string): Promise<void> => {
    const answer = ask(uri);
    asked.set(uri, answer);
    return answer;
  };

  return {
    of: (uri) => known.get(uri) ?? common,
    lookUp,
    pending: (uri) => (asks && !known.has(uri) ? (asked.get(uri) ?? askFor(uri)) : undefined),
    change: async (sent, open) => {
      if (!client.configures) common = read(isObject(sent) ? (sent.gouji ?? sent) : undefined);
      if (asks) await Promise.all(open.map(askFor));
    },
    reread: async (open) => {
      projects?.forget();
      await Promise.all(open.map(askFor));
    },
    forget: (uri) => {
      known.delete(uri);
      asked.delete(uri);
    },
  };
}
