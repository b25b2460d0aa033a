import { pathTest } from '../base/glob.ts';
import { type Message, say } from '../base/message.ts';
import { defaultSettings, type Fields, isObject, readSettings, type Settings } from './settings.ts';

/** The name of the file in which a folder's settings are kept. */
export const projectFileName = 'gouji.json';

/** What a project file says: settings for every file below it, and others for some of them. */
export interface Project {
  readonly fields: Fields;
  readonly overrides: readonly Override[];
}

interface Override {
  /** Whether it holds for a path, which is told from the folder of the project file. */
  readonly covers: (path: string) => boolean;
  readonly fields: Fields;
}

/** A project file as somebody wrote it: what could be used, and what is wrong with the rest. */
export interface ProjectRead {
  readonly project: Project;
  readonly faults: readonly Message[];
}

/** What may stand in a project file itself and in its overrides. */
const settingKeys = ['rules', 'maxNumberOfProblems', 'detect', 'province', 'organKind', 'edition'];
const ownKeys = ['$schema', ...settingKeys, 'overrides'];
const overrideKeys = ['files', ...settingKeys];

const emptyProject: Project = { fields: {}, overrides: [] };

/** Reads a project file. Whatever is wrong with it is said, and leaves the rest in force. */
export function readProject(text: string): ProjectRead {
  const written = readJson(text);
  if ('fault' in written) return { project: emptyProject, faults: [written.fault] };
  const fields = written.value;
  if (!isObject(fields)) return { project: emptyProject, faults: [say('最外层应是一对花括号 { }。')] };
  const faults = [...faultsOf(fields, ownKeys)];
  return { project: { fields, overrides: overridesOf(fields.overrides, faults) }, faults };
}

/** The settings for a file below a project file: its own over those from elsewhere, later overrides over earlier ones. */
export function projectSettings({ fields, overrides }: Project, path: string, elsewhere: Settings): Settings {
  const chosen = overrides.filter(({ covers }) => covers(path));
  return [fields, ...chosen.map((override) => override.fields)].reduce(
    (before, layer) => readSettings(layer, before, '').settings,
    elsewhere,
  );
}

/** Reads JSON; what is wrong with it comes back as a value. */
export function readJson(text: string): { readonly value: unknown } | { readonly fault: Message } {
  try {
    return { value: JSON.parse(text.replace(/^\u{feff}/u, '')) };
  } catch (fault) {
    return { fault: say('不是合法的 JSON：{0}', fault instanceof Error ? fault.message : String(fault)) };
  }
}

function overridesOf(raw: unknown, faults: Message[]): readonly Override[] {
  if (raw === undefined) return [];
  if (!Array.isArray(raw)) {
    faults.push(say('设置 overrides 应是一个列表，暂不采用。'));
    return [];
  }
  return raw.flatMap((item: unknown) => {
    const patterns = isObject(item) ? patternsIn(item.files) : undefined;
    if (!isObject(item) || !patterns) {
      faults.push(say('overrides 的每一项都要用 files 写明适用于哪些文件，如 ["2019年度/**"]。'));
      return [];
    }
    faults.push(...faultsOf(item, overrideKeys));
    const tests = patterns.map(pathTest);
    return [{ covers: (path: string) => tests.some((fits) => fits(path)), fields: item }];
  });
}

function patternsIn(raw: unknown): readonly string[] | undefined {
  const listed: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  const patterns = listed.filter((one) => typeof one === 'string' && one !== '');
  return patterns.length > 0 && patterns.length === listed.length ? patterns.map(String) : undefined;
}

function faultsOf(fields: Fields, known: readonly string[]): readonly Message[] {
  const unknown = Object.keys(fields).filter((key) => !known.includes(key));
  return [
    ...unknown.map((key) => say('没有“{0}”这个设置。', key)),
    ...readSettings(fields, defaultSettings, '').faults,
  ];
}
