import { type Message, say } from '../base/message.ts';
import { attempt, type System } from './system.ts';

/** The files that a list of paths stands for, in a fixed order, and the paths that stand for nothing. */
export interface FilesFound {
  readonly files: readonly FileFound[];
  readonly faults: readonly { readonly path: string; readonly reason: Message }[];
}

export interface FileFound {
  readonly path: string;
  /** Whether the user named this very file, rather than a folder that holds it. */
  readonly named: boolean;
}

/** The endings of files that may hold a report. A file that is named outright may have any. */
const endings = ['.txt', '.md', '.html', '.htm', '.gkbg'];

const mayHoldReport = (name: string): boolean =>
  endings.some((ending) => name.toLowerCase().endsWith(ending));

type Fault = FilesFound['faults'][number];

/** Finds files: those named, and those in the folders named, each once. */
export function findFiles(paths: readonly string[], system: System): FilesFound {
  const found = new Map<string, FileFound>();
  const faults: Fault[] = [];
  for (const path of paths) {
    const kind = system.kindOf(path);
    if (kind === 'absent') faults.push({ path, reason: say('没有这个文件或文件夹。') });
    if (kind === 'file' && !found.has(path)) found.set(path, { path, named: true });
    if (kind !== 'folder') continue;
    for (const file of walk(path, system, new Set(), faults)) {
      if (!found.has(file)) found.set(file, { path: file, named: false });
    }
  }
  if (found.size === 0 && faults.length === 0) {
    const reason = say('里面没有可以处理的文件（{0}）。', endings.join(' '));
    return { files: [], faults: paths.map((path) => ({ path, reason })) };
  }
  return { files: [...found.values()], faults };
}

/** The files in a folder, not below it, that may hold a report. */
export function filesIn(folder: string, system: System): readonly string[] {
  const names = attempt(() => system.list(folder));
  if ('fault' in names) return [];
  return [...names.value]
    .sort()
    .filter((name) => !name.startsWith('.') && mayHoldReport(name))
    .map((name) => system.join(folder, name));
}

/** Goes through a folder in the order of names. A folder reached twice, as by a link in a circle, is left out. */
function* walk(folder: string, system: System, seen: Set<string>, faults: Fault[]): Generator<string> {
  const place = attempt(() => system.realPath(folder));
  const names = attempt(() => system.list(folder));
  if ('fault' in place || 'fault' in names) {
    const fault = 'fault' in names ? names.fault : '';
    faults.push({ path: folder, reason: say('打不开这个文件夹：{0}', fault) });
    return;
  }
  if (seen.has(place.value)) return;
  seen.add(place.value);
  for (const name of [...names.value].sort()) {
    if (name.startsWith('.') || name === 'node_modules') continue;
    const path = system.join(folder, name);
    const kind = system.kindOf(path);
    if (kind === 'folder') yield* walk(path, system, seen, faults);
    if (kind === 'file' && mayHoldReport(name)) yield path;
  }
}
