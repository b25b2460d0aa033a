import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentSymbol,
  type FoldingRange,
  type Location,
  type Range,
  SymbolKind,
  type TextEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { baselineFileName } from '../analysis/baseline.ts';
import { lineIndex } from '../analysis/line-index.ts';
import { projectFileName } from '../analysis/project.ts';
import { type Message, say } from '../base/message.ts';
import { memory, remembered } from '../base/remembered.ts';
import type { Span } from '../base/span.ts';
import type { Acceptable } from '../features/accept.ts';
import type { Finding, Severity } from '../features/findings.ts';
import type { OutlineItem, OutlineKind } from '../features/outline.ts';
import type { Edit, Offer } from '../features/quick-fix.ts';
import type { SectionPlace } from '../features/sections.ts';
import type { Status } from '../features/status.ts';
import type { PlaceElsewhere } from '../model/predecessor.ts';
import type { Report } from '../model/report.ts';
import type { SectionAnswer, StatusParams } from './protocol.ts';

/** How findings are put for one client: its language, and what it can show. */
export interface Manner {
  readonly say: (message: Message) => string;
  readonly showsRelated: boolean;
  /** Whether it can take down that a finding is accepted. */
  readonly accepts: boolean;
  /** Where the page of a rule is, with `{rule}` for its name. */
  readonly ruleDocs: string | undefined;
}

export const toRange = (doc: TextDocument, { from, to }: Span): Range => ({
  start: doc.positionAt(from),
  end: doc.positionAt(to),
});

export const toSpan = (doc: TextDocument, { start, end }: Range): Span => ({
  from: doc.offsetAt(start),
  to: doc.offsetAt(end),
});

/** A line of the document without its line break; undefined if there is no such line. */
export function lineSpan(doc: TextDocument, line: number): Span | undefined {
  if (line < 0 || line >= doc.lineCount) return undefined;
  return toSpan(doc, { start: { line, character: 0 }, end: { line, character: Number.MAX_SAFE_INTEGER } });
}

/** A figure of table three takes part in a row and in a column with some thirty others; beyond that nobody follows them one by one. */
const mostRelated = 40;

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const linesOf = remembered(({ tree }: Report) => lineIndex(tree.source));

/** A place in another report than the one at hand. */
export const toLocation = ({ of: { report, source }, span }: PlaceElsewhere): Location => ({
  uri: source,
  range: linesOf(report).rangeOf(span),
});

/** How a finding was put last. */
interface Put {
  readonly doc: TextDocument;
  readonly manner: Manner;
  readonly diagnostic: Diagnostic;
}

const lastPut = memory<Finding['standing'], Put>();

/** A finding as the client is shown it; put once as long as it stands where it did. */
export function toDiagnostic(doc: TextDocument, finding: Finding, manner: Manner): Diagnostic {
  const before = lastPut.get(finding.standing);
  if (before?.doc === doc && before.manner === manner) return before.diagnostic;
  const diagnostic = put(doc, finding, manner);
  lastPut.set(finding.standing, { doc, manner, diagnostic });
  return diagnostic;
}

function put(doc: TextDocument, finding: Finding, manner: Manner): Diagnostic {
  const { span, severity, rule, message, related, elsewhere } = finding;
  const diagnostic: Diagnostic = {
    range: toRange(doc, span),
    severity: severities[severity],
    source: 'gouji',
    code: rule,
    message: manner.say(message),
  };
  if (manner.ruleDocs !== undefined)
    diagnostic.codeDescription = { href: manner.ruleDocs.replace('{rule}', rule) };
  if (manner.showsRelated && related.length + elsewhere.length > 0) {
    const here = related.map(({ span: at, message: says }) => ({
      location: { uri: doc.uri, range: toRange(doc, at) },
      message: manner.say(says),
    }));
    const there = elsewhere.map(({ of, span: at, message: says }) => ({
      location: toLocation({ of, span: at }),
      message: manner.say(says),
    }));
    diagnostic.relatedInformation = [...here, ...there].slice(0, mostRelated);
  }
  return diagnostic;
}

export const toTextEdits = (doc: TextDocument, edits: readonly Edit[]): TextEdit[] =>
  edits.map(({ span, insert }) => ({ range: toRange(doc, span), newText: insert }));

export const toQuickFix = (
  doc: TextDocument,
  { finding, fix, preferred }: Offer,
  manner: Manner,
): CodeAction => ({
  title: manner.say(fix.title),
  kind: CodeActionKind.QuickFix,
  diagnostics: [toDiagnostic(doc, finding, manner)],
  isPreferred: preferred,
  edit: { changes: { [doc.uri]: toTextEdits(doc, fix.edits) } },
});

/** An acceptance asks for a reason, so the client's own command takes it from here. */
export function toAccept(doc: TextDocument, { finding, key }: Acceptable, manner: Manner): CodeAction {
  const title = manner.say(say('接受这条 {0}（写入 {1}）', finding.rule, baselineFileName));
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(doc, finding, manner)],
    command: { title, command: 'gouji.acceptFinding', arguments: [doc.uri, key] },
  };
}

/** Which severity is asked by the client's own command as well. */
export function toSetLevel(doc: TextDocument, finding: Finding, manner: Manner): CodeAction {
  const title = manner.say(say('调整 {0} 的级别或不再检查（写入 {1}）…', finding.rule, projectFileName));
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(doc, finding, manner)],
    command: { title, command: 'gouji.setRuleLevel', arguments: [doc.uri, finding.rule] },
  };
}

const symbolKinds: Readonly<Record<OutlineKind, SymbolKind>> = {
  title: SymbolKind.File,
  section: SymbolKind.Module,
  heading: SymbolKind.String,
  table: SymbolKind.Array,
};

export function toDocumentSymbol(doc: TextDocument, item: OutlineItem): DocumentSymbol {
  const symbol: DocumentSymbol = {
    name: item.name,
    kind: symbolKinds[item.kind],
    range: toRange(doc, item.span),
    selectionRange: toRange(doc, item.selection),
    children: item.children.map((child) => toDocumentSymbol(doc, child)),
  };
  if (item.detail !== undefined) symbol.detail = item.detail;
  return symbol;
}

/** A stretch on a single line cannot be folded. */
export function toFoldingRanges(doc: TextDocument, spans: readonly Span[]): FoldingRange[] {
  return spans.flatMap(({ from, to }) => {
    const startLine = doc.positionAt(from).line;
    const endLine = doc.positionAt(to).line;
    return startLine < endLine ? [{ startLine, endLine }] : [];
  });
}

export const toSectionAnswer = (
  doc: TextDocument,
  { id, label, heading, span }: SectionPlace,
): SectionAnswer => ({
  id,
  label,
  heading: heading ?? null,
  range: span ? toRange(doc, span) : null,
});

export const toStatusParams = (
  doc: TextDocument,
  { edition, year, ...rest }: Status,
  marks: StatusParams['marks'],
): StatusParams => ({
  uri: doc.uri,
  version: doc.version,
  ...rest,
  edition: edition ?? null,
  year: year ?? null,
  marks,
});
