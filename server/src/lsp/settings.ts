import {
  defaultSettings,
  isObject,
  oneOf,
  readSettings,
  type Settings,
  type Source,
} from '../analysis/settings.ts';
import type { Message } from '../base/message.ts';

/** What a user may choose about checking in an editor. */
export interface EditorSettings {
  readonly check: Settings;
  /** The language findings are worded in; `auto` follows the editor's. */
  readonly language: Language | 'auto';
  /** When findings are shown. */
  readonly run: Run;
  /** Whether the outline of a report is given. */
  readonly outline: OutlineWish;
}

/** At every keystroke, when a document is opened or saved, or when somebody asks. */
export type Run = 'onType' | 'onSave' | 'manual';

/** `auto` leaves out what the editor lists anyway. */
export type OutlineWish = 'auto' | 'always' | 'never';

export type Language = 'zh-CN' | 'en';

export const defaultEditorSettings: EditorSettings = {
  check: defaultSettings,
  language: 'zh-CN',
  run: 'onType',
  outline: 'auto',
};

/** Settings as the editor sent them: what could be used, and what is wrong with the rest. */
export interface EditorSettingsRead {
  readonly settings: EditorSettings;
  readonly faults: readonly Message[];
}

/** Reads the section `gouji` of an editor's settings. */
export function readEditorSettings(raw: unknown): EditorSettingsRead {
  const { settings: check, faults } = readSettings(raw);
  const more: Message[] = [];
  const from: Source = { fields: isObject(raw) ? raw : {}, prefix: 'gouji.', faults: more };
  const language = oneOf(from, 'language', ['auto', 'zh-CN', 'en'], defaultEditorSettings.language);
  const run = oneOf(from, 'run', ['onType', 'onSave', 'manual'], defaultEditorSettings.run);
  const outline = oneOf(from, 'outline', ['auto', 'always', 'never'], defaultEditorSettings.outline);
  return { settings: { check, language, run, outline }, faults: [...faults, ...more] };
}

/** The language to word things in, for an editor whose own surface is in `locale`. */
export function languageFor({ language }: EditorSettings, locale: string | undefined): Language {
  if (language !== 'auto') return language;
  return locale === undefined || /^zh\b/i.test(locale) ? 'zh-CN' : 'en';
}

/**
 * Whether a document is checked, by its language: a report by name always, plain text and Markdown if they
 * read as one, anything else only if the user says so.
 */
export function settingsFor(languageId: string, { check }: EditorSettings): Settings {
  if (check.detect !== 'auto') return check;
  if (languageId === 'gouji-report') return { ...check, detect: 'always' };
  // `text` is what some editors call plain text.
  return ['markdown', 'plaintext', 'text'].includes(languageId) ? check : { ...check, detect: 'never' };
}
