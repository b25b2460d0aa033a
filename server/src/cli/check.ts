import type { Acceptance } from '../analysis/baseline.ts';
import type { Settings } from '../analysis/settings.ts';
import { snapshot } from '../analysis/snapshot.ts';
import { type Message, say } from '../base/message.ts';
import { type Arguments, choice } from './arguments.ts';
import { type Baselines, baselines } from './baseline.ts';
import { outcomeGithub } from './check-github.ts';
import { checkSchema, outcomeJson } from './check-json.ts';
import { junitPrinter } from './check-junit.ts';
import { sarifPrinter } from './check-sarif.ts';
import { outcomeText, totalsText } from './check-text.ts';
import { fixFile, fixPreview } from './fix.ts';
import { type Input, inputSpecs, type ReadSource, readInput, sources } from './input.ts';
import { addTotals, noTotals, outcomeOf, type Totals } from './outcome.ts';
import { printJson } from './print-json.ts';
import { type Printer, type Threshold, thresholds } from './printer.ts';
import { settingsFinder } from './settings.ts';
import type { OptionSpecs, System } from './system.ts';
import type { Voice } from './voice.ts';

const formats = ['text', 'json', 'ndjson', 'sarif', 'junit', 'github'] as const;

export const checkSpecs = {
  format: { type: 'string', values: formats },
  fix: { type: 'boolean' },
  'fix-dry-run': { type: 'boolean' },
  'fail-on': { type: 'string', values: thresholds },
  verbose: { type: 'boolean', short: 'v' },
  baseline: { type: 'string' },
  'update-baseline': { type: 'boolean' },
  reason: { type: 'string' },
  ...inputSpecs,
} as const satisfies OptionSpecs;

interface CheckOptions {
  readonly input: Input;
  readonly format: (typeof formats)[number];
  readonly failOn: Threshold;
  readonly fix: 'no' | 'preview' | 'write';
  readonly verbose: boolean;
  /** The baseline named, instead of those that stand beside and above the files. */
  readonly baseline: string | undefined;
  /** Why whatever is found is to be accepted, if it is. */
  readonly accept: string | undefined;
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
  return {
    input,
    format: choice(args, 'format', formats, 'text'),
    failOn: choice(args, 'fail-on', thresholds, 'error'),
    fix: preview ? 'preview' : options.has('fix') ? 'write' : 'no',
    verbose: options.has('verbose'),
    baseline: options.get('baseline'),
    accept: accepting,
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
  const printer = printers[options.format](options, system, voice);
  const complain = (file: string, reason: string): void => {
    system.err(`gouji: ${file}: ${reason}\n`);
    printer.trouble?.(file, reason);
  };
  const finder = settingsFinder(options.input.config, system);
  const books = baselines(options.baseline, options.accept ?? '', system);
  let totals = noTotals;
  let trouble = false;
  for await (const source of sources(options.input, system)) {
    if (source.kind === 'unread') {
      complain(source.file, voice(source.reason));
      trouble = true;
      continue;
    }
    const settings = finder.of(source.file);
    const { text, fault } = fixAsAsked(source, settings, options, system, voice);
    if (fault !== undefined) complain(source.file, fault);
    trouble ||= fault !== undefined;
    const accepted =
      options.accept === undefined
        ? books.acceptedIn(source.file)
        : renewed(source.file, text, settings, books);
    const outcome = outcomeOf(source.file, text, { ...settings, accepted });
    totals = addTotals(totals, outcome);
    printer.each(outcome);
  }
  if (options.accept !== undefined)
    for (const { file, message } of books.write()) system.err(`gouji: ${file}: ${voice(message)}\n`);
  const faults = [...finder.faults(), ...books.faults()];
  for (const { file, reason } of faults) complain(file, voice(reason));
  printer.end(totals);
  return trouble || faults.length > 0 ? 2 : exitCode(totals, options.failOn);
}

/** Accepts everything that a text has wrong, however much it is. */
function renewed(file: string, text: string, settings: Settings, books: Baselines): readonly Acceptance[] {
  const all = { ...settings, accepted: [], maxNumberOfProblems: Number.MAX_SAFE_INTEGER };
  const version = snapshot(text, 0, all);
  return books.renew(file, version.findings(), version.report());
}

function fixAsAsked(
  source: ReadSource,
  settings: Settings,
  { fix }: CheckOptions,
  system: System,
  voice: Voice,
): { readonly text: string; readonly fault?: string } {
  if (fix === 'write') return fixFile(source, settings, system, voice);
  if (fix === 'preview') for (const line of fixPreview(source, settings, voice)) system.err(`${line}\n`);
  return source;
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

const printers: Readonly<
  Record<CheckOptions['format'], (options: CheckOptions, system: System, voice: Voice) => Printer>
> = {
  text: ({ verbose }, { out }, voice) => ({
    each: (outcome) => out(outcomeText(outcome, verbose, voice)),
    end: (totals) => totals.files > 1 && out(totalsText(totals, voice)),
  }),
  ndjson: (_, { out }, voice) => ({
    each: (outcome) => out(`${JSON.stringify(outcomeJson(outcome, voice))}\n`),
    end: () => {},
  }),
  json: (_, { out }, voice) => {
    const reports: object[] = [];
    return {
      each: (outcome) => reports.push(outcomeJson(outcome, voice)),
      end: (summary) => out(`${printJson({ schema: checkSchema, reports, summary })}\n`),
    };
  },
  sarif: (_, system, voice) => sarifPrinter(system, voice),
  junit: ({ failOn }, { out }, voice) => junitPrinter(failOn, out, voice),
  github: (_, { out }, voice) => ({
    each: (outcome) => out(outcomeGithub(outcome, voice)),
    end: () => {},
  }),
};
