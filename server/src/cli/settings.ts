import { type Project, projectFileName, projectSettings, readProject } from '../analysis/project.ts';
import { defaultSettings, type Settings } from '../analysis/settings.ts';
import { type Message, say } from '../base/message.ts';
import { attempt, type System } from './system.ts';

/** The settings for files, from the project files that govern them. */
export interface SettingsFinder {
  readonly of: (file: string) => Settings;
  /** What is wrong with the project files met so far. */
  readonly faults: () => readonly ConfigFault[];
}

export interface ConfigFault {
  readonly file: string;
  readonly reason: Message;
}

/** A project file and the folder its patterns are told from. */
interface Governing {
  readonly project: Project;
  readonly folder: string;
}

/** Finds the settings of files: in the file named, else in the nearest project file at or above each. */
export function settingsFinder(named: string | undefined, system: System): SettingsFinder {
  const faults: ConfigFault[] = [];
  const known = new Map<string, Governing | undefined>();
  const load = (file: string): Governing => {
    const folder = system.parent(file);
    const text = attempt(() => new TextDecoder().decode(system.read(file)));
    if ('fault' in text) {
      faults.push({ file, reason: say('读不出来：{0}', text.fault) });
      return { project: readProject('{}').project, folder };
    }
    const read = readProject(text.value);
    faults.push(...read.faults.map((reason) => ({ file, reason })));
    return { project: read.project, folder };
  };
  const above = (folder: string): Governing | undefined => {
    if (known.has(folder)) return known.get(folder);
    const file = system.join(folder, projectFileName);
    const parent = system.parent(folder);
    const found = system.kindOf(file) === 'file' ? load(file) : parent === folder ? undefined : above(parent);
    known.set(folder, found);
    return found;
  };
  const forAll = named === undefined ? undefined : load(system.absolute(named));
  return {
    of: (file) => {
      const path = system.absolute(file);
      const governing = forAll ?? above(system.parent(path));
      if (!governing) return defaultSettings;
      return projectSettings(governing.project, system.relative(governing.folder, path), defaultSettings);
    },
    faults: () => faults,
  };
}
