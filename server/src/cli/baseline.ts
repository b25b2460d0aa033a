import {
  type Acceptance,
  acceptanceKey,
  baselineFileName,
  keyText,
  lapsed,
  printBaseline,
  readBaseline,
} from '../analysis/baseline.ts';
import type { Finding } from '../analysis/check.ts';
import { type Message, say } from '../base/message.ts';
import type { Report } from '../model/report.ts';
import type { ConfigFault } from './settings.ts';
import { attempt, type System } from './system.ts';

/** The baselines that govern some files: what they accept, and what they are to accept. */
export interface Baselines {
  readonly acceptedIn: (file: string) => readonly Acceptance[];
  /** Accepts what was found in a file, and gives up what was accepted and is not found any more. */
  readonly renew: (file: string, found: readonly Finding[], report: Report) => readonly Acceptance[];
  /** Writes the baselines renewed; says what changed in each. */
  readonly write: () => readonly { readonly file: string; readonly message: Message }[];
  readonly faults: () => readonly ConfigFault[];
}

/** A baseline file: what stood in it, and what is to stand there. */
interface Kept {
  readonly file: string;
  readonly folder: string;
  readonly before: readonly Acceptance[];
  now: readonly Acceptance[];
}

/** Finds the baselines of files: the one named, else the nearest at or above each. */
export function baselines(named: string | undefined, reason: string, system: System): Baselines {
  const known = new Map<string, Kept>();
  const faults: ConfigFault[] = [];
  const at = (file: string, start: 'read' | 'renew'): Kept => {
    const kept = known.get(file) ?? load(file, start, system, faults);
    known.set(file, kept);
    return kept;
  };
  const nearest = nearestFile(system);
  const fileFor = (path: string): string | undefined =>
    named === undefined ? nearest(system.parent(path)) : system.absolute(named);
  const nameIn = ({ folder }: Kept, path: string): string => system.relative(folder, path);
  return {
    acceptedIn: (file) => {
      const path = system.absolute(file);
      const found = fileFor(path);
      if (found === undefined) return [];
      const kept = at(found, 'read');
      return kept.now.filter((one) => one.file === nameIn(kept, path));
    },
    renew: (file, found, report) => {
      const path = system.absolute(file);
      const kept = at(fileFor(path) ?? newFile(path, system), 'renew');
      const name = nameIn(kept, path);
      const old = kept.now.filter((one) => one.file === name);
      const stay = old.filter((one) => !lapsed(old, found, report).includes(one));
      const entries = [
        ...stay,
        ...added(found, report, stay).map((key) => ({ file: name, ...key, reason, ...signed(system) })),
      ];
      kept.now = [...kept.now.filter((one) => one.file !== name), ...entries];
      return entries;
    },
    write: () =>
      [...known.values()].map((kept) => ({ file: kept.file, message: save(kept, system, faults) })),
    faults: () => faults,
  };
}

const signed = (system: System) => ({ who: system.user(), when: system.today() });

/** One acceptance for each finding that none of the old ones holds for. */
function added(found: readonly Finding[], report: Report, old: readonly Acceptance[]) {
  const there = new Set(old.map(keyText));
  return found.flatMap((finding) => {
    const key = acceptanceKey(finding, report);
    if (there.has(keyText(key))) return [];
    there.add(keyText(key));
    return [key];
  });
}

/** Reads a baseline; only one that is to be renewed may be missing yet. */
function load(file: string, start: 'read' | 'renew', system: System, faults: ConfigFault[]): Kept {
  const empty: Kept = { file, folder: system.parent(file), before: [], now: [] };
  if (start === 'renew' && system.kindOf(file) === 'absent') return empty;
  const text = attempt(() => new TextDecoder().decode(system.read(file)));
  const read = 'fault' in text ? say('读不出来：{0}', text.fault) : readBaseline(text.value);
  if (!('key' in read)) return { ...empty, before: read, now: read };
  faults.push({ file, reason: read });
  return empty;
}

function save({ file, before, now }: Kept, system: System, faults: ConfigFault[]): Message {
  if (faults.some((fault) => fault.file === file)) return say('内容有误，没有改写。');
  const written = attempt(() => system.replace(file, new TextEncoder().encode(printBaseline(now))));
  if ('fault' in written) {
    const reason = say('写不进去：{0}', written.fault);
    faults.push({ file, reason });
    return reason;
  }
  const fresh = now.filter((one) => !before.includes(one)).length;
  return say(
    '新接受 {0} 条，原有 {1} 条，去掉已失效的 {2} 条。',
    fresh,
    now.length - fresh,
    before.length - (now.length - fresh),
  );
}

/** Looks for a baseline from a folder upwards. */
function nearestFile(system: System): (folder: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  const above = (folder: string): string | undefined => {
    if (known.has(folder)) return known.get(folder);
    const file = system.join(folder, baselineFileName);
    const parent = system.parent(folder);
    const found =
      system.kindOf(file) === 'file' ? system.absolute(file) : parent === folder ? undefined : above(parent);
    known.set(folder, found);
    return found;
  };
  return above;
}

/** Where a first baseline is put: where the command is run, or beside a report from elsewhere. */
function newFile(path: string, system: System): string {
  const here = system.absolute(baselineFileName);
  const way = system.relative(system.parent(here), path);
  const within = !way.startsWith('..') && way !== path && !/^[a-z]:/i.test(way);
  return within ? here : system.absolute(system.join(system.parent(path), baselineFileName));
}
