import type { Worker } from './jobs.ts';

/** What the machine lends the command line. Whatever cannot be done is thrown as an `Error` and told to the user. */
export interface System {
  readonly tokens: (args: readonly string[], specs: OptionSpecs) => readonly Token[];
  readonly kindOf: (path: string) => 'file' | 'folder' | 'absent';
  /** The names in a folder, in no particular order. */
  readonly list: (folder: string) => readonly string[];
  readonly join: (folder: string, name: string) => string;
  /** The whole path of a file, from the root. */
  readonly absolute: (path: string) => string;
  /** The folder a whole path stands in; the root stands in itself. */
  readonly parent: (path: string) => string;
  /** The way from a folder to a file, parted by slashes on every system. */
  readonly relative: (folder: string, file: string) => string;
  /** One name for a place, however it is reached: the end of every symbolic link. */
  readonly realPath: (path: string) => string;
  readonly sizeOf: (file: string) => number;
  readonly read: (file: string) => Uint8Array;
  readonly readInput: () => Promise<Uint8Array>;
  /** Puts new content in the place of a file's, wholly or not at all; a file that is not there is made. */
  readonly replace: (file: string, content: Uint8Array) => void;
  /** The page of a rule, in Markdown. */
  readonly rulePage: (id: string) => string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Who is at the machine, and what day it is there: `2025-01-31`. */
  readonly user: () => string;
  readonly today: () => string;
  /** Whether a person watches standard error, and nothing else is written on that screen. */
  readonly watched: boolean;
  /** Starts a thread that works on the same command line. */
  readonly startWorker: () => Worker;
  /** Runs the language server over standard input and output until the client ends it. */
  readonly serve: () => Promise<void>;
}

/** The options of a command by their long names. */
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

export interface OptionSpec {
  readonly type: 'boolean' | 'string';
  readonly short?: string;
  /** The only words allowed for a string. */
  readonly values?: readonly string[];
}

/** One piece of a command line. */
export type Token =
  | {
      readonly kind: 'option';
      readonly name: string;
      /** As written: `-v`, `--format`. */
      readonly rawName: string;
      readonly value?: string | undefined;
      readonly inlineValue?: boolean | undefined;
    }
  | { readonly kind: 'positional'; readonly value: string }
  | { readonly kind: 'option-terminator' };

/** Does something the machine may refuse; the refusal comes back as a value. */
export function attempt<T>(action: () => T): { readonly value: T } | { readonly fault: string } {
  try {
    return { value: action() };
  } catch (fault) {
    return { fault: fault instanceof Error ? fault.message : String(fault) };
  }
}
