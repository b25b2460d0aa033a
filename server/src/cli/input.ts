import { type Message, say } from '../base/message.ts';
import { type Arguments, choice } from './arguments.ts';
import { decode, type Encoding, type EncodingChoice, encodings } from './decode.ts';
import { type FileFound, findFiles } from './files.ts';
import { attempt, type System } from './system.ts';

/** What is to be read, and how. */
export interface Input {
  readonly paths: readonly string[];
  /** Set when the text comes from standard input: the name it goes by. */
  readonly standardInput: string | undefined;
  readonly encoding: EncodingChoice;
  /** The project file named, instead of those that stand beside and above the files. */
  readonly config: string | undefined;
}

/** A text to work on, or the reason why there is none. */
export type Source =
  | ReadSource
  | { readonly kind: 'unread'; readonly file: string; readonly reason: Message };

export interface ReadSource {
  readonly kind: 'read';
  /** The path as given or found. */
  readonly file: string;
  readonly text: string;
  readonly encoding: Encoding;
  readonly mark: boolean;
  /** Whether the user named this very file, rather than a folder that holds it. */
  readonly named: boolean;
}

/** The options that say what to read. */
export const inputSpecs = {
  encoding: { type: 'string', values: encodings },
  stdin: { type: 'boolean' },
  'stdin-filename': { type: 'string' },
  config: { type: 'string' },
} as const;

const largest = 64 * 1024 * 1024;

/** What a command line asks to be read, or what is wrong with it. */
export function readInput(args: Arguments): Input | Message {
  const { options, paths } = args;
  const encoding = choice(args, 'encoding', encodings, 'auto');
  const config = options.get('config');
  const name = options.get('stdin-filename');
  if (!options.has('stdin')) {
    if (name !== undefined) return say('--stdin-filename 要和 --stdin 一起用。');
    if (paths.length === 0) return say('请给出要处理的文件或文件夹。');
    return { paths, standardInput: undefined, encoding, config };
  }
  if (paths.length > 0) return say('用了 --stdin 就不能再给出文件。');
  return { paths, standardInput: name ?? '<stdin>', encoding, config };
}

/** Reads everything asked for, one text after the other. What cannot be read does not stop the rest. */
export async function* sources(input: Input, system: System): AsyncGenerator<Source> {
  const { standardInput, encoding, paths } = input;
  if (standardInput !== undefined) {
    yield decoded(standardInput, await system.readInput(), encoding, true);
    return;
  }
  const { files, faults } = findFiles(paths, system);
  for (const { path, reason } of faults) yield { kind: 'unread', file: path, reason };
  for (const [index, file] of files.entries()) {
    if (system.watched) system.err(`\r\u{1b}[K${index + 1}/${files.length}`);
    yield readFound(file, input, system);
  }
  if (system.watched) system.err('\r\u{1b}[K');
}

/** Reads one of the files found. */
export function readFound({ path: file, named }: FileFound, { encoding }: Input, system: System): Source {
  const unread = (reason: Message): Source => ({ kind: 'unread', file, reason });
  const size = attempt(() => system.sizeOf(file));
  if ('fault' in size) return unread(say('读不出来：{0}', size.fault));
  if (size.value > largest) return unread(say('超过 {0} MB，不作处理。', largest / 1024 / 1024));
  const bytes = attempt(() => system.read(file));
  if ('fault' in bytes) return unread(say('读不出来：{0}', bytes.fault));
  return decoded(file, bytes.value, encoding, named);
}

function decoded(file: string, bytes: Uint8Array, choice: EncodingChoice, named: boolean): Source {
  if (bytes.length > largest) {
    return { kind: 'unread', file, reason: say('超过 {0} MB，不作处理。', largest / 1024 / 1024) };
  }
  const result = decode(bytes, choice);
  if (result.kind === 'fault') return { kind: 'unread', file, reason: result.reason };
  return { ...result, kind: 'read', file, named };
}
