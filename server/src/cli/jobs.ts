import type { Checked, Checker, Trouble } from './checker.ts';
import type { FileFound } from './files.ts';
import { type Input, readFound } from './input.ts';
import type { System } from './system.ts';

/** What another thread of the same command line is asked for: to check a file, or to tell what it met by the way. */
export type Task = { readonly kind: 'check'; readonly file: FileFound } | { readonly kind: 'finish' };

/** What it answers, with what is to be written to standard error; plain data, since it goes from thread to thread. */
export interface Answer {
  readonly checked?: Checked;
  readonly troubles: readonly Trouble[];
  readonly err: string;
}

/** Another thread. It answers in the order it was asked. */
export interface Worker {
  readonly ask: (task: Task) => Promise<Answer>;
  readonly dismiss: () => void;
}

/** Checks files in several threads, each in its turn; gives what they came to in the order of the files. */
export async function* inThreads(
  files: readonly FileFound[],
  threads: number,
  system: System,
): AsyncGenerator<Answer> {
  const workers = Array.from({ length: Math.min(threads, files.length) }, system.startWorker);
  try {
    const answers = files.map((file, at) => workers[at % workers.length]?.ask({ kind: 'check', file }));
    const ends = workers.map((worker) => worker.ask({ kind: 'finish' }));
    // Whichever fails first is thrown below; the rest fail with it.
    for (const answer of [...answers, ...ends]) answer?.catch(() => {});
    for (const [index, answer] of answers.entries()) {
      if (system.watched) system.err(`\r\u{1b}[K${index + 1}/${files.length}`);
      if (answer) yield await answer;
    }
    if (system.watched) system.err('\r\u{1b}[K');
    yield* (await Promise.all(ends)).map(({ troubles, err }) => ({ troubles, err }));
  } finally {
    for (const worker of workers) worker.dismiss();
  }
}

/** What a thread does with what it is asked for; `written` gives what it has written since the last time. */
export const working =
  (checker: Checker, input: Input, system: System, written: () => string) =>
  (task: Task): Answer => {
    if (task.kind === 'finish') return { troubles: checker.finish(), err: written() };
    const checked = checker.check(readFound(task.file, input, system));
    return { checked, troubles: [], err: written() };
  };
