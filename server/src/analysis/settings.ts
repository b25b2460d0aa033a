import { type Message, say } from '../base/message.ts';

/** What a user may choose about checking. */
export interface Settings {
  /** At most this many findings a file; the most severe stay. */
  readonly maxNumberOfProblems: number;
  /** Whether a text is checked: only if it reads as a report, whatever it looks like, or not at all. */
  readonly detect: Detect;
}

export type Detect = 'auto' | 'always' | 'never';

export const defaultSettings: Settings = Object.freeze({ maxNumberOfProblems: 1000, detect: 'auto' });

/** Settings as somebody wrote them: what could be used, and what is wrong with the rest. */
export interface SettingsRead {
  readonly settings: Settings;
  readonly faults: readonly Message[];
}

/** Reads settings from anything; whatever is absent or unusable keeps its default. */
export function readSettings(raw: unknown): SettingsRead {
  const faults: Message[] = [];
  const from = isObject(raw) ? raw : {};
  const settings: Settings = {
    maxNumberOfProblems: wholeNumber(
      from,
      'maxNumberOfProblems',
      defaultSettings.maxNumberOfProblems,
      faults,
    ),
    detect: oneOf(from, 'detect', ['auto', 'always', 'never'], defaultSettings.detect, faults),
  };
  return { settings: Object.freeze(settings), faults };
}

type Fields = Readonly<Record<string, unknown>>;

/** Whether a value has named fields at all. */
export const isObject = (raw: unknown): raw is Fields =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

/** One of the words allowed for a setting. */
export function oneOf<const T extends string>(
  from: Fields,
  key: string,
  allowed: readonly T[],
  otherwise: T,
  faults: Message[],
): T {
  const value = from[key] ?? undefined;
  if (value === undefined) return otherwise;
  const found = allowed.find((word) => word === value);
  if (found === undefined)
    faults.push(say('设置 gouji.{0} 只能是 {1} 之一，暂按 {2} 处理。', key, allowed.join('、'), otherwise));
  return found ?? otherwise;
}

function wholeNumber(from: Fields, key: string, otherwise: number, faults: Message[]): number {
  const value = from[key] ?? undefined;
  if (value === undefined) return otherwise;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  faults.push(say('设置 gouji.{0} 应为不小于 0 的整数，暂按 {1} 处理。', key, otherwise));
  return otherwise;
}
