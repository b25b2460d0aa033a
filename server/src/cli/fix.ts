import { applyEdits } from '../analysis/fix.ts';
import { lineIndex } from '../analysis/line-index.ts';
import { safeFixes } from '../analysis/safe-fixes.ts';
import type { Settings } from '../analysis/settings.ts';
import { snapshot } from '../analysis/snapshot.ts';
import { say } from '../base/message.ts';
import type { Edit } from '../rules/rule.ts';
import type { ReadSource } from './input.ts';
import { rewriteFile } from './rewrite.ts';
import type { System } from './system.ts';
import type { Voice } from './voice.ts';

/** The text after all safe fixes. They never change a figure. */
export const fixed = (text: string, settings: Settings): string => applyEdits(text, editsFor(text, settings));

/** Makes the safe fixes in a file. Gives the text that stands there now, and why it could not be changed, if so. */
export function fixFile(
  source: ReadSource,
  settings: Settings,
  system: System,
  voice: Voice,
): { readonly text: string; readonly fault?: string } {
  const { text } = source;
  const after = fixed(text, settings);
  if (after === text) return { text };
  const fault = rewriteFile(source, after, system, voice);
  return fault === undefined ? { text: after } : { text, fault };
}

/** What the safe fixes would change, a line for each. */
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
  return safeFixes(snapshot(text, 0, settings)).map(({ span, insert }) => ({
    span,
    insert: insert.replace(/\r\n?|\n/g, ending),
  }));
}
