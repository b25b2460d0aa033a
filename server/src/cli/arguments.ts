import { type Message, say } from '../base/message.ts';
import type { OptionSpecs, Token } from './system.ts';

/** A command line that makes sense: options by their long names, and paths. */
export interface Arguments {
  readonly kind: 'read';
  readonly options: ReadonlyMap<string, string>;
  readonly paths: readonly string[];
}

export interface Misuse {
  readonly kind: 'misuse';
  readonly reason: Message;
}

/** Reads the pieces of a command line against the options that a command knows. */
export function readArguments(tokens: readonly Token[], specs: OptionSpecs): Arguments | Misuse {
  const options = new Map<string, string>();
  const paths: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') paths.push(token.value);
    if (token.kind !== 'option') continue;
    const reason = misuse(token, specs);
    if (reason) return { kind: 'misuse', reason };
    options.set(token.name, token.value ?? '');
  }
  return { kind: 'read', options, paths };
}

function misuse(token: Token & { kind: 'option' }, specs: OptionSpecs): Message | undefined {
  const spec = Object.hasOwn(specs, token.name) ? specs[token.name] : undefined;
  if (!spec) return say('没有 {0} 这个选项。', token.rawName);
  const { value, inlineValue } = token;
  if (spec.type === 'boolean')
    return value === undefined ? undefined : say('选项 {0} 不带值。', token.rawName);
  if (value === undefined || (!inlineValue && value.startsWith('-')))
    return say('选项 {0} 后面要有一个值。', token.rawName);
  if (spec.values && !spec.values.includes(value)) {
    return say('{0} 只能是 {1} 之一，不能是“{2}”。', token.rawName, spec.values.join('、'), value);
  }
  return undefined;
}

/** The word chosen for an option, or the usual one. */
export function choice<const T extends string>(
  { options }: Arguments,
  name: string,
  words: readonly T[],
  usual: T,
): T {
  const value = options.get(name);
  return words.find((word) => word === value) ?? usual;
}
