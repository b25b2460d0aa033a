import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { userInfo } from 'node:os';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import { run, worker } from '../cli/run.ts';
import type { System } from '../cli/system.ts';
import { rulePage } from './rule-page.ts';
import { startThread } from './thread.ts';

const system: System = {
  tokens: (args, options) =>
    parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true }).tokens,
  kindOf,
  list: (folder) => readdirSync(folder),
  join,
  absolute: (path) => resolve(path),
  parent: dirname,
  relative: (folder, file) => relative(folder, file).split(sep).join('/'),
  realPath: (path) => realpathSync(path),
  sizeOf: (file) => statSync(file).size,
  read: (file) => readFileSync(file),
  readInput: () => buffer(process.stdin),
  replace,
  rulePage,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  user,
  today,
  watched: process.stderr.isTTY === true && process.stdout.isTTY !== true,
  startWorker: () => startThread(process.argv.slice(2)),
  serve,
};

/** A link that leads nowhere or in a circle is as good as absent. */
function kindOf(path: string): 'file' | 'folder' | 'absent' {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'absent';
  }
}

/** A machine may have no name for who is there. */
function user(): string {
  try {
    return userInfo().username;
  } catch {
    return '?';
  }
}

/** The day as the clock on the wall has it. */
function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The protocol's library is loaded only here: a check does not wait for it. The client's exit ends the process. */
async function serve(): Promise<void> {
  const { runLanguageServer } = await import('./language-server.ts');
  runLanguageServer();
  await new Promise(() => {});
}

/** Writes beside the file and renames, so that nobody ever sees half a file. A link stays a link. */
function replace(path: string, content: Uint8Array): void {
  const there = existsSync(path);
  const file = there ? realpathSync(path) : path;
  const draft = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  try {
    writeFileSync(draft, content, { flag: 'wx', ...(there && { mode: lstatSync(file).mode }) });
    renameSync(draft, file);
  } catch (fault) {
    rmSync(draft, { force: true });
    throw fault;
  }
}

// A reader that has seen enough, such as `head`, closes the pipe; that is no fault of anybody.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code !== 'EPIPE') throw fault;
  process.exit();
});

// Started as a thread of a check, this does what it is asked for; else it does what the command line says.
const port = parentPort;
if (port) {
  const answer = worker(workerData, system);
  port.on('message', (task) => port.postMessage(answer(task)));
} else {
  run(process.argv.slice(2), system).then(
    (code) => {
      process.exitCode = code;
    },
    (fault) => {
      process.stderr.write(`gouji: ${fault instanceof Error ? fault.stack : fault}\n`);
      process.exitCode = 2;
    },
  );
}
