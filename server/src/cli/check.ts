import { type Message, say } from '../base/message.ts';
import { type Arguments, choice } from './arguments.ts';
import { type Checking, checkerFor } from './checker.ts';
import { findFiles } from './files.ts';
import { type Input, inputSpecs, readInput, sources } from './input.ts';
import { type Answer, inThreads, type Task, working } from './jobs.ts';
import { addTotals, noTotals, type Totals } from './outcome.ts';
import { type Printer, type Threshold, thresholds } from './printer.ts';
import { formats, type Printing, printerFor } from './printers.ts';
import type { OptionSpecs, System } from './system.ts';
import type { Voice } from './voice.ts';

export const checkSpecs = {
  format: { type: 'string', values: formats },
  fix: { type: 'boolean' },
  'fix-dry-run': { type: 'boolean' },
  'fail-on': { type: 'string', values: thresholds },
  verbose: { type: 'boolean', short: 'v' },
  baseline: { type: 'string' },
  'update-baseline': { type: 'boolean' },
  reason: { type: 'string' },
  'no-cross-file': { type: 'boolean' },
  jobs: { type: 'string' },
  ...inputSpecs,
} as const satisfies OptionSpecs;

interface CheckOptions extends Checking, Printing {
  /** In how many threads at most. */
  readonly jobs: number;
}

/** What a check asks for, or what is wrong with it. */
export function readCheck(args: Arguments): CheckOptions | Message {
  const input = readInput(args);
  if ('key' in input) return input;
  const { options } = args;
  const preview = options.has('fix-dry-run');
  if (options.has('fix') && preview) return say('--fix 和 --fix-dry-run 只能用一个。');
  if (options.has('fix') && input.standardInput !== undefined)
    return say('--fix 要改写文件，不能和 --stdin 一起用。');
  const accepting = readAccepting(args, input);
  if (accepting !== undefined && typeof accepting !== 'string') return accepting;
  const jobs = options.get('jobs') ?? '1';
  if (!/^[1-9]\d{0,3}$/.test(jobs)) return say('--jobs 后面要是从 1 起的整数，不能是“{0}”。', jobs);
  return {
    input,
    jobs: Number(jobs),
    config: input.config,
    format: choice(args, 'format', formats, 'text'),
    failOn: choice(args, 'fail-on', thresholds, 'error'),
    fix: preview ? 'preview' : options.has('fix') ? 'write' : 'no',
    verbose: options.has('verbose'),
    baseline: options.get('baseline'),
    accept: accepting,
    crossFile: !options.has('no-cross-file'),
  };
}

/** The reason for accepting everything, if that is asked for. */
function readAccepting({ options }: Arguments, { standardInput }: Input): string | undefined | Message {
  const reason = options.get('reason')?.trim();
  if (!options.has('update-baseline'))
    return reason === undefined ? undefined : say('--reason 要和 --update-baseline 一起用。');
  if (standardInput !== undefined) return say('--update-baseline 要记下文件，不能和 --stdin 一起用。');
  return reason || '用 gouji check --update-baseline 一并接受';
}

/** Checks every file asked for and prints what was found; gives the exit code. */
export async function runCheck(options: CheckOptions, system: System, voice: Voice): Promise<number> {
  const printer = printerFor(options, system, voice);
  const told = new Set<string>();
  let totals = noTotals;
  for await (const { checked, troubles, err } of answers(options, printer, system, voice)) {
    if (err !== '') system.err(err);
    for (const { file, reason } of [...(checked?.troubles ?? []), ...troubles]) {
      const line = `gouji: ${file}: ${reason}\n`;
      if (told.has(line)) continue;
      told.add(line);
      system.err(line);
      printer.trouble?.(file, reason);
    }
    if (!checked) continue;
    totals = addTotals(totals, checked.totals);
    if (checked.part !== undefined) printer.each(checked.part);
  }
  printer.end(totals);
  return told.size > 0 ? 2 : exitCode(totals, options.failOn);
}

/** What a thread that helps with a check does, file by file. */
export function checkWorker(
  options: CheckOptions,
  system: System,
  voice: Voice,
  written: () => string,
): (task: Task) => Answer {
  const checker = checkerFor(options, printerFor(options, system, voice), system, voice);
  return working(checker, options.input, system, written);
}

/** What comes of each file, and last of the settings; acceptances are written by one thread only. */
async function* answers(
  options: CheckOptions,
  printer: Printer,
  system: System,
  voice: Voice,
): AsyncGenerator<Answer> {
  const { input, jobs, accept } = options;
  if (jobs === 1 || accept !== undefined || input.standardInput !== undefined) {
    const checker = checkerFor(options, printer, system, voice);
    for await (const source of sources(input, system))
      yield { checked: checker.check(source), troubles: [], err: '' };
    yield { troubles: checker.finish(), err: '' };
    return;
  }
  const { files, faults } = findFiles(input.paths, system);
  for (const { path, reason } of faults) yield { troubles: [{ file: path, reason: voice(reason) }], err: '' };
  yield* inThreads(files, jobs, system);
}

function exitCode({ errors, warnings, infos }: Totals, failOn: Threshold): number {
  const counted = {
    error: errors,
    warning: errors + warnings,
    info: errors + warnings + infos,
    never: 0,
  };
  return counted[failOn] > 0 ? 1 : 0;
}
