import { parseArgs } from 'node:util';
import { run, worker } from '../../server/src/cli/run.ts';
import type { System } from '../../server/src/cli/system.ts';

/** What a command line came to. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Files after the run. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** A machine with nothing but these files, and what is typed into it. */
export interface Given {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly input?: string | Uint8Array;
  readonly change?: Partial<System>;
}

/** Runs a command line on a machine that exists in memory only. */
export async function runOn({ files = {}, input = '', change = {} }: Given, ...line: string[]): Promise<Run> {
  const disk = new Map(Object.entries(files).map(([path, content]) => [path, bytesOf(content)]));
  let out = '';
  let err = '';
  const system: System = {
    tokens: (args, options) =>
      parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true }).tokens,
    kindOf: (given) => {
      const path = shortOf(given);
      if (disk.has(path)) return 'file';
      return [...disk.keys()].some((file) => file.startsWith(`${path}/`)) ? 'folder' : 'absent';
    },
    list: (folder) => [
      ...new Set([...disk.keys()].flatMap((file) => nameIn(wholeOf(folder), wholeOf(file)))),
    ],
    join: (folder, name) => shortOf(`${folder}/${name}`),
    absolute: wholeOf,
    parent: (path) => wholeOf(path).slice(0, wholeOf(path).lastIndexOf('/')) || '/',
    relative: (folder, file) => wholeOf(file).slice(folder === '/' ? 1 : folder.length + 1),
    realPath: (path) => path,
    sizeOf: (file) => contentOf(disk, file).length,
    read: (file) => contentOf(disk, file),
    readInput: async () => bytesOf(input),
    replace: (file, content) => void disk.set(shortOf(file), content),
    rulePage: (id) => `# ${id}\n`,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    user: () => '张三',
    today: () => '2025-01-31',
    watched: false,
    startWorker: () => {
      const answer = worker(line, system);
      return { ask: async (task) => structuredClone(answer(structuredClone(task))), dismiss: () => {} };
    },
    serve: async () => {},
    ...change,
  };
  const code = await run(line, system);
  return { code, out, err, files: disk };
}

/** The folder the command line stands in; files without a root are in it. */
const here = '/here';

const wholeOf = (path: string): string => (path.startsWith('/') ? path : `${here}/${path}`);

const shortOf = (path: string): string => (path.startsWith(`${here}/`) ? path.slice(here.length + 1) : path);

export const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

function nameIn(folder: string, file: string): string[] {
  const [name] = file.startsWith(`${folder}/`) ? file.slice(folder.length + 1).split('/') : [];
  return name === undefined ? [] : [name];
}

function contentOf(disk: ReadonlyMap<string, Uint8Array>, file: string): Uint8Array {
  const content = disk.get(shortOf(file));
  if (!content) throw new Error(`no ${file}`);
  return content;
}
