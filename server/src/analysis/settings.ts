import { type Message, say } from '../base/message.ts';
import { noProfile, type Profile } from '../model/profile.ts';
import type { Severity } from '../rules/rule.ts';
import type { AcceptanceKey } from './baseline.ts';
import { ruleFacts } from './catalogue.ts';

/** What a user may choose about checking. */
export interface Settings {
  /** At most this many findings a file; the most severe stay. */
  readonly maxNumberOfProblems: number;
  /** Whether a text is checked: only if it reads as a report, whatever it looks like, or not at all. */
  readonly detect: Detect;
  /** The severities chosen, by rule; a rule that is not named keeps its own. */
  readonly rules: Levels;
  readonly profile: Profile;
  /** The findings of this very file that somebody let stand. */
  readonly accepted: readonly AcceptanceKey[];
}

export type Detect = 'auto' | 'always' | 'never';

/** How severe a rule's findings are, or that the rule does not run. */
export type Level = Severity | 'off';

export type Levels = Readonly<Record<string, Level>>;

/** Every level, the most severe first. */
export const levels = ['error', 'warning', 'info', 'hint', 'off'] as const satisfies readonly Level[];

/** The settings that are one word of a few, with the words allowed. The first is the usual one. */
export const words = {
  detect: ['auto', 'always', 'never'],
  province: ['auto', 'henan'],
  organKind: ['auto', 'government', 'subdistrict', 'zone', 'department'],
  edition: ['auto', '2021', '2019'],
} as const;

export const defaultSettings: Settings = Object.freeze({
  maxNumberOfProblems: 1000,
  detect: 'auto',
  rules: Object.freeze({}),
  profile: noProfile,
  accepted: Object.freeze([]),
});

/** Settings as somebody wrote them: what could be used, and what is wrong with the rest. */
export interface SettingsRead {
  readonly settings: Settings;
  readonly faults: readonly Message[];
}

/** Values by name, as somebody wrote them. */
export type Fields = Readonly<Record<string, unknown>>;

/** A place where settings are written: what stands there, how they are called there, and what is wrong with them. */
export interface Source {
  readonly fields: Fields;
  /** What stands before the name of a setting: `gouji.` in an editor. */
  readonly prefix: string;
  readonly faults: Message[];
}

/** Reads settings from anything; whatever is absent or unusable stays as it was before. */
export function readSettings(raw: unknown, before = defaultSettings, prefix = 'gouji.'): SettingsRead {
  const faults: Message[] = [];
  const from: Source = { fields: isObject(raw) ? raw : {}, prefix, faults };
  const settings: Settings = {
    maxNumberOfProblems: wholeNumber(from, 'maxNumberOfProblems', before.maxNumberOfProblems),
    detect: oneOf(from, 'detect', words.detect, before.detect),
    rules: levelsOf(from, before.rules),
    profile: profileOf(from, before.profile),
    accepted: before.accepted,
  };
  return { settings: Object.freeze(settings), faults };
}

/** Whether a value has named fields at all. */
export const isObject = (raw: unknown): raw is Fields =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

/** One of the words allowed for a setting. */
export function oneOf<const T extends string>(
  { fields, prefix, faults }: Source,
  key: string,
  allowed: readonly T[],
  otherwise: T,
): T {
  const value = fields[key] ?? undefined;
  if (value === undefined) return otherwise;
  const found = allowed.find((word) => word === value);
  if (found === undefined) {
    const usable = allowed.join('、');
    faults.push(say('设置 {0} 只能是 {1} 之一，暂按 {2} 处理。', prefix + key, usable, otherwise));
  }
  return found ?? otherwise;
}

function wholeNumber({ fields, prefix, faults }: Source, key: string, otherwise: number): number {
  const value = fields[key] ?? undefined;
  if (value === undefined) return otherwise;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  faults.push(say('设置 {0} 应为不小于 0 的整数，暂按 {1} 处理。', prefix + key, otherwise));
  return otherwise;
}

function profileOf(from: Source, before: Profile): Profile {
  const province = oneOf(from, 'province', words.province, before.province ?? 'auto');
  const organKind = oneOf(from, 'organKind', words.organKind, chosenKind(before));
  const edition = oneOf(from, 'edition', words.edition, before.edition ?? 'auto');
  return {
    ...(province !== 'auto' && { province }),
    ...(organKind !== 'auto' && { organKind }),
    ...(edition !== 'auto' && { edition }),
  };
}

const chosenKind = ({ organKind }: Profile) =>
  organKind === undefined || organKind === 'unknown' ? 'auto' : organKind;

function levelsOf({ fields, prefix, faults }: Source, before: Levels): Levels {
  const value = fields.rules ?? undefined;
  if (value === undefined) return before;
  const name = `${prefix}rules`;
  if (!isObject(value)) {
    faults.push(say('设置 {0} 应写成“规则名: 级别”的形式，暂不采用。', name));
    return before;
  }
  const chosen = Object.entries(value).flatMap(([id, written]) => {
    const level = levels.find((one) => one === levelIn(written));
    if (!ruleFacts(id)) faults.push(say('设置 {0} 中的“{1}”不是规则名。', name, id));
    else if (level) return [[id, level] as const];
    else faults.push(say('设置 {0} 中 {1} 的级别只能是 {2} 之一。', name, id, levels.join('、')));
    return [];
  });
  return chosen.length === 0 ? before : { ...before, ...Object.fromEntries(chosen) };
}

/** `"warning"`, or the longer `{ "severity": "warning" }`; no rule has other options. */
const levelIn = (written: unknown): unknown => {
  if (!isObject(written)) return written;
  return Object.keys(written).every((key) => key === 'severity') ? written.severity : undefined;
};
