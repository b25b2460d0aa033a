import {
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  Disposable,
  languages,
  type TextDocument,
  type Uri,
  workspace,
} from 'vscode';
import { markHtml, markTable, type TextMark } from './mark-tables.ts';
import type { Env, MarkdownPlugin } from './markdown-it.ts';

/** Marks cells in the tables of VS Code's own Markdown preview. */
export type MarkdownMarks = MarkdownPlugin & Disposable;

/** What a preview was last shown with. */
interface Rendered {
  readonly version: number;
  readonly key: string;
}

/**
 * The marks are the diagnostics that stand in the text, so both say the same, and nothing is checked twice.
 * Where they come in after the preview was drawn, it is drawn again.
 */
export function markdownMarks(): MarkdownMarks {
  const rendered = new Map<string, Rendered>();
  const marksFor = (
    env: Env | undefined,
  ): { readonly document: TextDocument; readonly marks: readonly TextMark[] } | undefined => {
    const uri = env?.currentDocument?.toString();
    const document = workspace.textDocuments.find((one) => one.uri.toString() === uri);
    if (!document) return undefined;
    const marks = marksOf(document.uri);
    rendered.set(document.uri.toString(), { version: document.version, key: JSON.stringify(marks) });
    return { document, marks };
  };
  const listeners = Disposable.from(
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => isOutdated(uri, rendered.get(uri.toString()))))
        void commands.executeCommand('markdown.preview.refresh');
    }),
    workspace.onDidCloseTextDocument(({ uri }) => void rendered.delete(uri.toString())),
  );
  return {
    extendMarkdownIt: (md) => {
      const { rules } = md.renderer;
      const { table_open: tableBefore, html_block: htmlBefore } = rules;
      rules.table_open = (tokens, at, options, env, self) => {
        const known = marksFor(env);
        if (known) markTable(tokens, at, (line) => lineOf(known.document, line), known.marks);
        return tableBefore?.(tokens, at, options, env, self) ?? self.renderToken(tokens, at, options);
      };
      rules.html_block = (tokens, at, options, env, self) => {
        const html = htmlBefore?.(tokens, at, options, env, self) ?? tokens[at]?.content ?? '';
        const token = tokens[at];
        const known = token?.map && token.level === 0 ? marksFor(env) : undefined;
        if (!known || !token?.map) return html;
        // Others may have put something around it.
        return html.replace(token.content, () => markHtml(token.content, token.map?.[0] ?? 0, known.marks));
      };
      return md;
    },
    dispose: () => listeners.dispose(),
  };
}

const lineOf = (document: TextDocument, line: number): string =>
  line < document.lineCount ? document.lineAt(line).text : '';

/** Whether a preview shows other marks than there are now. After an edit it is drawn again without being asked. */
function isOutdated(uri: Uri, before: Rendered | undefined): boolean {
  if (!before) return false;
  const document = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  return document?.version === before.version && JSON.stringify(marksOf(uri)) !== before.key;
}

const severities: Readonly<Record<DiagnosticSeverity, TextMark['severity']>> = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'info',
  [DiagnosticSeverity.Hint]: 'info',
};

const marksOf = (uri: Uri): readonly TextMark[] =>
  languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'gouji')
    .flatMap((diagnostic) => marksOfOne(uri, diagnostic));

function marksOfOne(uri: Uri, { range, severity, message, relatedInformation = [] }: Diagnostic): TextMark[] {
  const mark = (state: TextMark['state'], { start, end }: Diagnostic['range']): TextMark => ({
    state,
    severity: severities[severity],
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
    message,
  });
  const related = relatedInformation.filter(({ location }) => location.uri.toString() === uri.toString());
  return [mark('wrong', range), ...related.map(({ location }) => mark('involved', location.range))];
}
