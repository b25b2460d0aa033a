import { say } from '../base/message.ts';
import { encode } from './decode.ts';
import type { ReadSource } from './input.ts';
import { attempt, type System } from './system.ts';
import type { Voice } from './voice.ts';

/** Puts a new text in the place of a file's, in its own encoding, and says so; gives the reason if that cannot be done. */
export function rewriteFile(
  { file, encoding, mark }: ReadSource,
  text: string,
  system: System,
  voice: Voice,
): string | undefined {
  const bytes = encode(text, encoding, mark);
  if (!bytes) return voice(say('这是 GB18030（GBK）编码的文件，只能检查，不能改写；请先另存为 UTF-8。'));
  const done = attempt(() => system.replace(file, bytes));
  if ('fault' in done) return voice(say('写不进去：{0}', done.fault));
  system.err(`${file}: ${voice(say('已改写。'))}\n`);
  return undefined;
}
