import { type Message, say } from '../base/message.ts';
import { version } from '../base/version.ts';
import { type Arguments, choice, type Misuse, readArguments } from './arguments.ts';
import { checkSpecs, checkWorker, readCheck, runCheck } from './check.ts';
import { extractSpecs, readExtract, runExtract } from './extract.ts';
import { formatSpecs, readFormat, runFormat } from './format.ts';
import { type HelpPage, help, helpPages } from './help.ts';
import type { Answer, Task } from './jobs.ts';
import { readRules, rulesSpecs, runRules } from './rules.ts';
import type { OptionSpecs, System } from './system.ts';
import { languages, type Voice, voice } from './voice.ts';

/** What a command does with arguments that make sense; a message says why they do not. */
type Command = (args: Arguments, system: System, voice: Voice) => Promise<number> | Message;

const commands: Readonly<Record<HelpPage, { readonly specs: OptionSpecs; readonly perform: Command }>> = {
  gouji: { specs: { version: { type: 'boolean' } }, perform: runTop },
  check: {
    specs: checkSpecs,
    perform: (args, system, voice) => {
      const options = readCheck(args);
      return 'key' in options ? options : runCheck(options, system, voice);
    },
  },
  extract: {
    specs: extractSpecs,
    perform: (args, system, voice) => {
      const options = readExtract(args);
      return 'key' in options ? options : runExtract(options, system, voice);
    },
  },
  format: {
    specs: formatSpecs,
    perform: (args, system, voice) => {
      const options = readFormat(args);
      return 'key' in options ? options : runFormat(options, system, voice);
    },
  },
  rules: {
    specs: rulesSpecs,
    perform: (args, system, voice) => {
      const options = readRules(args);
      return 'key' in options ? options : runRules(options, system, voice);
    },
  },
  lsp: { specs: { stdio: { type: 'boolean' } }, perform: runServer },
};

const commonSpecs = {
  help: { type: 'boolean', short: 'h' },
  language: { type: 'string', values: languages },
} as const satisfies OptionSpecs;

/** Runs one command line; gives the exit code. */
export async function run(line: readonly string[], system: System): Promise<number> {
  const page = pageOf(line[0]);
  const { specs, perform } = commands[page];
  const allSpecs = { ...specs, ...commonSpecs };
  const args = readArguments(system.tokens(page === 'gouji' ? line : line.slice(1), allSpecs), allSpecs);
  if (args.kind === 'misuse') return refuse(page, args, system, voice('zh-CN'));
  const speak = languageOf(args);
  if (args.options.has('help')) {
    system.out(helpText(page, speak));
    return 0;
  }
  const result = perform(args, system, speak);
  return 'key' in result ? refuse(page, { kind: 'misuse', reason: result }, system, speak) : result;
}

/**
 * What another thread does for a `check` that is being run, and whose line makes sense.
 * What it writes to standard error is handed over with each answer.
 */
export function worker(line: readonly string[], system: System): (task: Task) => Answer {
  const specs = { ...checkSpecs, ...commonSpecs };
  const args = readArguments(system.tokens(line.slice(1), specs), specs);
  const options = args.kind === 'read' ? readCheck(args) : args.reason;
  if (args.kind === 'misuse' || 'key' in options) throw new Error(`not a check: ${line.join(' ')}`);
  let written: string[] = [];
  const quiet = { ...system, err: (text: string) => void written.push(text) };
  const taken = (): string => {
    const text = written.join('');
    written = [];
    return text;
  };
  return checkWorker(options, quiet, languageOf(args), taken);
}

const languageOf = (args: Arguments): Voice => voice(choice(args, 'language', languages, 'zh-CN'));

const pageOf = (word: string | undefined): HelpPage => helpPages.find((page) => page === word) ?? 'gouji';

function runTop({ options, paths }: Arguments, system: System): Promise<number> | Message {
  if (paths[0] !== undefined) return say('没有 {0} 这个命令。', paths[0]);
  if (!options.has('version')) return say('请给出命令。');
  system.out(`${version}\n`);
  return Promise.resolve(0);
}

function runServer({ options, paths }: Arguments, system: System): Promise<number> | Message {
  if (!options.has('stdio') || paths.length > 0) return say('语言服务器只能这样运行：gouji lsp --stdio。');
  return system.serve().then(() => 0);
}

function refuse(page: HelpPage, { reason }: Misuse, system: System, voice: Voice): number {
  const hint = voice(say('用 {0} 查看用法。', page === 'gouji' ? 'gouji --help' : `gouji ${page} --help`));
  system.err(`gouji: ${voice(reason)}${hint}\n`);
  return 2;
}

const helpText = (page: HelpPage, voice: Voice): string => `${help[page].map(voice).join('\n')}\n`;
