import {
  type CompletionItem,
  CompletionItemKind,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentLink,
  InsertTextFormat,
  InsertTextMode,
  type Hover as LspHover,
  MarkupKind,
  type SelectionRange,
  type SignatureHelp,
  SymbolKind,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Message, say } from '../base/message.ts';
import type { Span } from '../base/span.ts';
import type { Proposal } from '../features/completion.ts';
import type { Highlight } from '../features/highlight.ts';
import type { Hover } from '../features/hover.ts';
import type { Link } from '../features/links.ts';
import type { RowSignature } from '../features/signature.ts';
import type { Landmark } from '../features/symbols.ts';
import { flat, type Pieces } from '../model/pieces.ts';
import type { Guidance } from '../template/guidance.ts';
import { type Manner, toRange } from './convert.ts';

export function toHover(doc: TextDocument, found: Hover | undefined, manner: Manner): LspHover | null {
  if (!found) return null;
  const blocks = found.blocks.map(manner.say);
  const value = blocks.reduce((text, block) => text + (inOneList(text, block) ? '\n' : '\n\n') + block);
  return { contents: { kind: MarkupKind.Markdown, value }, range: toRange(doc, found.span) };
}

/** Items of one list stand on lines next to each other. */
const inOneList = (text: string, block: string): boolean =>
  block.startsWith('- ') && text.slice(text.lastIndexOf('\n') + 1).startsWith('- ');

const highlightKinds: Readonly<Record<Highlight['role'], DocumentHighlightKind>> = {
  total: DocumentHighlightKind.Write,
  addend: DocumentHighlightKind.Read,
  prose: DocumentHighlightKind.Text,
};

/** With nothing to mark, the editor is left to mark what it marks by itself. */
export const toHighlights = (doc: TextDocument, found: readonly Highlight[]): DocumentHighlight[] | null =>
  found.length === 0
    ? null
    : found.map(({ span, role }) => ({ range: toRange(doc, span), kind: highlightKinds[role] }));

/** The innermost stretch, each with the next larger one as its parent; empty at the place itself without any. */
export function toSelectionRange(
  doc: TextDocument,
  offset: number,
  growing: readonly Span[],
): SelectionRange {
  const outermost = growing.reduceRight<SelectionRange | undefined>(
    (parent, one) => (parent ? { range: toRange(doc, one), parent } : { range: toRange(doc, one) }),
    undefined,
  );
  return outermost ?? { range: toRange(doc, { from: offset, to: offset }) };
}

const completionKinds: Readonly<Record<Proposal['kind'], CompletionItemKind>> = {
  heading: CompletionItemKind.Module,
  sentence: CompletionItemKind.Text,
  label: CompletionItemKind.Field,
  table: CompletionItemKind.Struct,
  report: CompletionItemKind.File,
  citation: CompletionItemKind.Reference,
};

/** `rank` keeps the order of the proposals; a client without snippets gets the text with its gaps as they show. */
export function toCompletionItem(
  doc: TextDocument,
  { label, kind, detail, span, filter, pieces }: Proposal,
  rank: number,
  manner: Manner,
  snippets: boolean,
): CompletionItem {
  const hasGaps = pieces.some((piece) => typeof piece !== 'string');
  const asSnippet = snippets && hasGaps;
  return {
    label,
    kind: completionKinds[kind],
    detail: manner.say(detail),
    filterText: filter,
    sortText: String(rank).padStart(3, '0'),
    insertTextFormat: asSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    // Tabs part the cells of a table; they are no indentation.
    insertTextMode: InsertTextMode.asIs,
    textEdit: { range: toRange(doc, span), newText: asSnippet ? toSnippet(pieces) : flat(pieces) },
  };
}

/** Gaps of one name share a number, so that they are filled together. */
export function toSnippet(pieces: Pieces): string {
  const numbers = new Map<string, number>();
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return escaped(piece);
      const number = numbers.get(piece.name) ?? numbers.size + 1;
      numbers.set(piece.name, number);
      return `\${${number}:${escaped(piece.shows)}}`;
    })
    .join('');
}

const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

export function toSignatureHelp(found: RowSignature | undefined, manner: Manner): SignatureHelp | null {
  if (!found) return null;
  const { row, columns, active } = found;
  const labels = columns.map((column) => column.label);
  const starts = labels.map((_, at) =>
    labels.slice(0, at).reduce((sum, label) => sum + label.length + 3, row.label.length + 1),
  );
  return {
    activeSignature: 0,
    activeParameter: active,
    signatures: [
      {
        label: `${row.label}　${labels.join(' ｜ ')}`,
        documentation: explained(found.guidance, manner),
        parameters: columns.map((column, at) => ({
          label: [starts[at] ?? 0, (starts[at] ?? 0) + column.label.length],
          documentation: at === active ? explained(found.columnGuidance, manner) : '',
        })),
      },
    ],
  };
}

const explained = (guidance: Guidance | undefined, manner: Manner): string =>
  guidance ? manner.say(guidance.counts) : '';

export const toDocumentLink = (
  doc: TextDocument,
  { span, line }: Link,
  page: string,
  manner: Manner,
): DocumentLink => ({
  range: toRange(doc, span),
  target: page.replace('{line}', String(line)),
  tooltip: manner.say(lookUp),
});

const lookUp: Message = say('查看这一条讲的是什么');

export const toWorkspaceSymbol = (
  doc: TextDocument,
  { kind, name, container, span }: Landmark,
): WorkspaceSymbol => ({
  name,
  kind: kind === 'report' ? SymbolKind.File : SymbolKind.Module,
  containerName: container,
  location: { uri: doc.uri, range: toRange(doc, span) },
});
