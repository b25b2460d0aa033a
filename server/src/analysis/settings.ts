import { type Message, say } from '../base/message.ts';
import type { Chosen, RuleOption } from '../base/option.ts';
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
  /** What was chosen for rules besides, by rule; each option by its name. */
  readonly options: Options;
  readonly profile: Profile;
  /** The findings of this very file that somebody let stand. */
  readonly accepted: readonly AcceptanceKey[];
}

export type Detect = 'auto' | 'always' | 'never';

/** How severe a rule's findings are, or that the rule does not run. */
export type Level = Severity | 'off';

export type Levels = Readonly<Record<string, Level>>;

export type Options = Readonly<Record<string, Chosen>>;

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
  options: Object.freeze({}),
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
    ...rulesOf(from, before),
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

/** What is written for rules: a level, or an object that holds one as `severity` and options by name. */
function rulesOf({ fields, prefix, faults }: Source, before: Settings): Pick<Settings, 'rules' | 'options'> {
  const { rules, options } = before;
  const value = fields.rules ?? undefined;
  if (value === undefined) return { rules, options };
  const name = `${prefix}rules`;
  if (!isObject(value)) {
    faults.push(say('设置 {0} 应写成“规则名: 级别”的形式，暂不采用。', name));
    return { rules, options };
  }
  const levelsChosen: Record<string, Level> = {};
  const optionsChosen: Record<string, Chosen> = {};
  for (const [id, written] of Object.entries(value)) {
    const facts = ruleFacts(id);
    if (!facts) {
      faults.push(say('设置 {0} 中的“{1}”不是规则名。', name, id));
      continue;
    }
    const { severity, ...more } = isObject(written) ? written : { severity: written };
    const level = levels.find((one) => one === severity);
    if (level) levelsChosen[id] = level;
    else if (severity !== undefined || !isObject(written))
      faults.push(say('设置 {0} 中 {1} 的级别只能是 {2} 之一。', name, id, levels.join('、')));
    const chosen = chosenIn(more, facts.options ?? [], (fault) => faults.push(fault(name, id)));
    if (Object.keys(chosen).length > 0) optionsChosen[id] = { ...options[id], ...chosen };
  }
  return { rules: merged(rules, levelsChosen), options: merged(options, optionsChosen) };
}

const merged = <T>(before: Readonly<Record<string, T>>, chosen: Readonly<Record<string, T>>) =>
  Object.keys(chosen).length === 0 ? before : { ...before, ...chosen };

/** The options that a rule has and that were written as it takes them. */
function chosenIn(
  written: Fields,
  options: readonly RuleOption[],
  complain: (fault: (setting: string, id: string) => Message) => void,
): Chosen {
  const good = Object.entries(written).filter(([key, value]) => {
    const option = options.find(({ name }) => name === key);
    if (!option) complain((setting, id) => say('设置 {0} 中 {1} 没有“{2}”这个选项。', setting, id, key));
    else if (option.accepts(value)) return true;
    else
      complain((setting, id) =>
        say('设置 {0} 中 {1} 的选项 {2} 应为{3}，暂不采用。', setting, id, key, option.wanted),
      );
    return false;
  });
  return Object.fromEntries(good);
}
