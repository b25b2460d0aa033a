import { applyEdits, safeEdits } from '../analysis/fix.ts';
import { lineIndex } from '../analysis/line-index.ts';
import type { Settings } from '../analysis/settings.ts';
import { snapshot } from '../analysis/snapshot.ts';
import { say } from '../base/message.ts';
import type { Edit } from '../rules/rule.ts';
import { encode } from './decode.ts';
import type { ReadSource } from './input.ts';
import { attempt, type System } from './system.ts';
import type { Voice } from './voice.ts';

/** A fix may make room for another one; more rounds than this mean that two fixes undo each other. */
const mostRounds = 8;

/** The text after all safe fixes. They never change a figure. */
export function fixed(text: string, settings: Settings): string {
  let current = text;
  for (let round = 0; round < mostRounds; round += 1) {
    const edits = editsFor(current, settings);
    if (edits.length === 0) break;
    current = applyEdits(current, edits);
  }
  return current;
}

/** Makes the safe fixes in a file. Gives the text that stands there now, and why it could not be changed, if so. */
export function fixFile(
  source: ReadSource,
  settings: Settings,
  system: System,
  voice: Voice,
): { readonly text: string; readonly fault?: string } {
  const { file, text, encoding, mark } = source;
  const after = fixed(text, settings);
  if (after === text) return { text };
  const bytes = encode(after, encoding, mark);
  if (!bytes)
    return {
      text,
      fault: voice(say('这是 GB18030（GBK）编码的文件，只能检查，不能改写；请先另存为 UTF-8。')),
    };
  const done = attempt(() => system.replace(file, bytes));
  if ('fault' in done) return { text, fault: voice(say('写不进去：{0}', done.fault)) };
  system.err(`${file}: ${voice(say('已改写。'))}\n`);
  return { text: after };
}

/** What the first round of safe fixes would change, a line for each. */
export function fixPreview({ file, text }: ReadSource, settings: Settings, voice: Voice): readonly string[] {
  const lines = lineIndex(text);
  return editsFor(text, settings).map(({ span, insert }) => {
    const { line, character } = lines.positionOf(span.from);
    const before = text.slice(span.from, span.to);
    return `${file}:${line + 1}:${character + 1} ${voice(say('将把“{0}”改为“{1}”', before, insert))}`;
  });
}

/** Safe edits whose new lines end as the lines of the text do. */
function editsFor(text: string, settings: Settings): readonly Edit[] {
  const ending = /\r\n?|\n/.exec(text)?.[0] ?? '\n';
  return safeEdits(snapshot(text, 0, settings).findings()).map(({ span, insert }) => ({
    span,
    insert: insert.replace(/\r\n?|\n/g, ending),
  }));
}
