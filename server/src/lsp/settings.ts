import {
  defaultSettings,
  isObject,
  oneOf,
  readSettings,
  type Settings,
  type Source,
} from '../analysis/settings.ts';
import { type Message, say } from '../base/message.ts';

/** What a user may choose about checking in an editor. */
export interface EditorSettings {
  readonly check: Settings;
  /** The language findings are worded in; `auto` follows the editor's. */
  readonly language: Language | 'auto';
  /** When findings are shown. */
  readonly run: Run;
  /** When totals are kept right while their addends are written over. */
  readonly totals: TotalsUpdate;
  readonly aids: Aids;
  /** Whether the outline of a report is given. */
  readonly outline: OutlineWish;
  /** Whether the reports of the workspace that nobody has open are checked as well. */
  readonly checkWorkspace: boolean;
}

/** What helps to read a table, each to be had or not. */
export interface Aids {
  /** Behind a row, how its sums come out. */
  readonly inlayHints: boolean;
  /** Above a table, what it comes to. */
  readonly codeLens: boolean;
  /** A colour for each column. */
  readonly columnColors: boolean;
}

/** Never, when a document is saved, or at every keystroke. */
export type TotalsUpdate = 'off' | 'onSave' | 'onType';

/** At every keystroke, when a document is opened or saved, or when somebody asks. */
export type Run = 'onType' | 'onSave' | 'manual';

/** `auto` leaves out what the editor lists anyway. */
export type OutlineWish = 'auto' | 'always' | 'never';

export type Language = 'zh-CN' | 'en';

export const defaultEditorSettings: EditorSettings = {
  check: defaultSettings,
  language: 'zh-CN',
  run: 'onType',
  totals: 'off',
  aids: { inlayHints: false, codeLens: false, columnColors: true },
  outline: 'auto',
  checkWorkspace: false,
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
  const fields = isObject(raw) ? raw : {};
  const from: Source = { fields: { ...fields, ...named(fields, 'totals') }, prefix: 'gouji.', faults: more };
  const language = oneOf(from, 'language', ['auto', 'zh-CN', 'en'], defaultEditorSettings.language);
  const run = oneOf(from, 'run', ['onType', 'onSave', 'manual'], defaultEditorSettings.run);
  const totals = oneOf(from, 'totals.update', ['off', 'onSave', 'onType'], defaultEditorSettings.totals);
  const { aids: usual } = defaultEditorSettings;
  const aids: Aids = {
    inlayHints: yesOrNo(from, 'inlayHints', usual.inlayHints),
    codeLens: yesOrNo(from, 'codeLens', usual.codeLens),
    columnColors: yesOrNo(from, 'columnColors', usual.columnColors),
  };
  const outline = oneOf(from, 'outline', ['auto', 'always', 'never'], defaultEditorSettings.outline);
  const checkWorkspace = yesOrNo(from, 'checkWorkspace', defaultEditorSettings.checkWorkspace);
  const settings = { check, language, run, totals, aids, outline, checkWorkspace };
  return { settings, faults: [...faults, ...more] };
}

function yesOrNo({ fields, prefix, faults }: Source, key: string, otherwise: boolean): boolean {
  const value = fields[key] ?? otherwise;
  if (typeof value === 'boolean') return value;
  faults.push(
    say('设置 {0} 只能是 {1} 之一，暂按 {2} 处理。', prefix + key, 'true、false', String(otherwise)),
  );
  return otherwise;
}

/** `{ totals: { update } }`, as VS Code sends it, by the name it is set by: `totals.update`. */
function named(fields: Readonly<Record<string, unknown>>, group: string): Readonly<Record<string, unknown>> {
  const inner = fields[group];
  if (!isObject(inner)) return {};
  return Object.fromEntries(Object.entries(inner).map(([key, value]) => [`${group}.${key}`, value]));
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
