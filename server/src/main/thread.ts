import { once } from 'node:events';
import { Worker as Thread } from 'node:worker_threads';
import type { Answer, Task, Worker } from '../cli/jobs.ts';

/** Starts this program once more in a thread of its own, for the same command line. */
export function startThread(line: readonly string[]): Worker {
  const thread = new Thread(process.argv[1] ?? '', { workerData: line });
  let last: Promise<unknown> = Promise.resolve();
  const ask = async (task: Task): Promise<Answer> => {
    const answered = once(thread, 'message');
    thread.postMessage(task);
    const [answer] = await answered;
    return answer;
  };
  return {
    // One question at a time; once one has failed nobody is there to answer the next.
    ask: (task) => {
      const answer = last.then(() => ask(task));
      last = answer;
      return answer;
    },
    dismiss: () => void thread.terminate(),
  };
}
