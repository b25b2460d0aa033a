import { formatReport, leftInWords, obstacleTo } from '../analysis/format/format.ts';
import { snapshot } from '../analysis/snapshot.ts';
import { type Message, say } from '../base/message.ts';
import { type Arguments, choice } from './arguments.ts';
import { type Input, inputSpecs, type ReadSource, readInput, type Source, sources } from './input.ts';
import { rewriteFile } from './rewrite.ts';
import type { OptionSpecs, System } from './system.ts';
import type { Voice } from './voice.ts';

const targets = ['markdown', 'html'] as const;

export const formatSpecs = {
  to: { type: 'string', values: targets },
  write: { type: 'boolean' },
  check: { type: 'boolean' },
  ...inputSpecs,
} as const satisfies OptionSpecs;

interface FormatOptions {
  readonly input: Input;
  readonly to: (typeof targets)[number];
  /** `print`: the one text asked for, on standard output. */
  readonly mode: 'print' | 'write' | 'check';
}

/** What a formatting asks for, or what is wrong with it. */
export function readFormat(args: Arguments): FormatOptions | Message {
  const input = readInput(args);
  if ('key' in input) return input;
  const { options } = args;
  const write = options.has('write');
  const check = options.has('check');
  const to = choice(args, 'to', targets, 'markdown');
  if (write && check) return say('--write 和 --check 只能用一个。');
  if ((write || check) && to === 'html')
    return say('--write 和 --check 只用于 Markdown，不能和 --to html 一起用。');
  if (write && input.standardInput !== undefined) return say('--write 要改写文件，不能和 --stdin 一起用。');
  return { input, to, mode: write ? 'write' : check ? 'check' : 'print' };
}

/** Brings every report asked for into its canonical layout; gives the exit code. */
export async function runFormat(options: FormatOptions, system: System, voice: Voice): Promise<number> {
  const found = await taken(sources(options.input, system));
  if (options.mode === 'print' && found.length > 1) {
    system.err(`gouji: ${voice(say('一次只能输出一份报告；几份一起整理请用 --write 或 --check。'))}\n`);
    return 2;
  }
  const codes = found.map((source) => formatOne(source, options, system, voice));
  return Math.max(0, ...codes);
}

async function taken(all: AsyncIterable<Source>): Promise<readonly Source[]> {
  const found: Source[] = [];
  for await (const source of all) found.push(source);
  return found;
}

/** The exit code for one file: 2 if it cannot be done, 1 if it would have to be. */
function formatOne(source: Source, options: FormatOptions, system: System, voice: Voice): number {
  const tell = (words: string): void => system.err(`gouji: ${source.file}: ${words}\n`);
  const refuse = (reason: Message): number => {
    tell(voice(reason));
    return source.kind === 'read' && !source.named ? 0 : 2;
  };
  if (source.kind === 'unread') return refuse(source.reason);
  if (options.mode === 'write' && !isPlain(source.file))
    return refuse(say('只改写 .md、.txt 和 .gkbg 文件。'));
  const report = snapshot(source.text).report();
  const obstacle = obstacleTo(report);
  if (obstacle) return refuse(obstacle);
  const { text, left } = formatReport({ text: source.text, report }, options);
  for (const table of left) tell(voice(leftInWords(report, table)));
  return deliver(source, text, options, system, voice);
}

/** Files that stay what they are as Markdown: a page of HTML would not. */
const isPlain = (file: string): boolean => /\.(?:md|txt|gkbg)$/i.test(file);

function deliver(
  source: ReadSource,
  text: string,
  { mode }: FormatOptions,
  system: System,
  voice: Voice,
): number {
  if (mode === 'print') {
    system.out(text);
    return 0;
  }
  if (text === source.text) return 0;
  if (mode === 'check') {
    system.out(`${source.file}: ${voice(say('需要重排。'))}\n`);
    return 1;
  }
  const fault = rewriteFile(source, text, system, voice);
  if (fault === undefined) return 0;
  system.err(`gouji: ${source.file}: ${fault}\n`);
  return 2;
}
