import {
  type CodeLens,
  type Command,
  type InlayHint,
  MarkupKind,
  type SemanticTokensLegend,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { say } from '../base/message.ts';
import { emptySpan } from '../base/span.ts';
import type { Colored, ColumnColor } from '../features/column-colors.ts';
import type { RowHint } from '../features/row-hints.ts';
import type { TableLens } from '../features/table-lenses.ts';
import { type Manner, toRange } from './convert.ts';

export function toInlayHint(doc: TextDocument, { at, label, broken }: RowHint, manner: Manner): InlayHint {
  const hint: InlayHint = { position: doc.positionAt(at), label: manner.say(label), paddingLeft: true };
  if (broken.length === 0) return hint;
  const value = broken.map((one) => `- ${manner.say(one)}`).join('\n');
  return { ...hint, tooltip: { kind: MarkupKind.Markdown, value } };
}

/** The lenses over a table stand on the line it begins in; what they lead to are the client's own commands. */
export function toCodeLenses(
  doc: TextDocument,
  { at, verdict, isWrong }: TableLens,
  manner: Manner,
): CodeLens[] {
  const range = toRange(doc, emptySpan(at));
  const place = [doc.uri, range.start];
  const commands: readonly Command[] = [
    { title: manner.say(verdict), command: 'gouji.showVerdict' },
    ...(isWrong ? [{ title: manner.say(say('重新合计')), command: 'gouji.recalculate' }] : []),
    { title: manner.say(say('重排')), command: 'gouji.rebuildTable', arguments: place },
  ];
  return commands.map((command) => ({ range, command }));
}

/** The names that the manifest of the extension gives colours to. */
const tokenTypes: readonly string[] = ['goujiOddColumn', 'goujiEvenColumn', 'goujiTotalColumn'];

export const columnLegend: SemanticTokensLegend = { tokenTypes: [...tokenTypes], tokenModifiers: [] };

const typeOf: Readonly<Record<ColumnColor, number>> = { oddColumn: 0, evenColumn: 1, totalColumn: 2 };

/** Five numbers each: lines and characters from the one before, length, type, no modifiers. */
export function toTokenData(doc: TextDocument, colored: readonly Colored[]): number[] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const { span, color } of colored) {
    const start = doc.positionAt(span.from);
    const down = start.line - line;
    data.push(down, down === 0 ? start.character - character : start.character);
    data.push(span.to - span.from, typeOf[color], 0);
    ({ line, character } = start);
  }
  return data;
}
