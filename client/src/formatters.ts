import {
  type CancellationToken,
  type Disposable,
  type DocumentFormattingEditProvider,
  type DocumentRangeFormattingEditProvider,
  type FormattingOptions,
  languages,
  type Range,
  type TextDocument,
  type TextEdit,
  Uri,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ReportListener } from './status-bar.ts';

/** The formatters of the reports that are open. */
export interface ReportFormatters extends Disposable {
  readonly listen: ReportListener;
}

/**
 * Offers formatting for the reports that are open, one by one:
 * the formatter that somebody uses for Markdown gets no rival in other files.
 */
export function reportFormatters(client: BaseLanguageClient): ReportFormatters {
  const registered = new Map<string, Disposable>();
  const provider = formatter(client);
  return {
    listen: (uri, status) => {
      const isReport = status?.recognised === true;
      if (isReport === registered.has(uri)) return;
      registered.get(uri)?.dispose();
      registered.delete(uri);
      if (isReport) registered.set(uri, register(Uri.parse(uri), provider));
    },
    dispose: () => {
      for (const registration of registered.values()) registration.dispose();
      registered.clear();
    },
  };
}

type Formatter = DocumentFormattingEditProvider & DocumentRangeFormattingEditProvider;

/** Both kinds at once: one that formats ranges is offered for whole documents as well. */
function register({ scheme, fsPath }: Uri, provider: Formatter): Disposable {
  const selector = { scheme, pattern: fsPath };
  const whole = languages.registerDocumentFormattingEditProvider(selector, provider);
  const ranges = languages.registerDocumentRangeFormattingEditProvider(selector, provider);
  return {
    dispose: () => {
      whole.dispose();
      ranges.dispose();
    },
  };
}

function formatter(client: BaseLanguageClient): Formatter {
  const ask = async (
    method: string,
    document: TextDocument,
    options: FormattingOptions,
    token: CancellationToken,
    range?: Range,
  ): Promise<TextEdit[]> => {
    if (!client.isRunning()) return [];
    const { code2ProtocolConverter, protocol2CodeConverter } = client;
    const params = {
      textDocument: { uri: code2ProtocolConverter.asUri(document.uri) },
      options: { tabSize: options.tabSize, insertSpaces: options.insertSpaces },
      ...(range && { range: code2ProtocolConverter.asRange(range) }),
    };
    const edits = await client.sendRequest<Parameters<typeof protocol2CodeConverter.asTextEdits>[0]>(
      method,
      params,
      token,
    );
    return (await protocol2CodeConverter.asTextEdits(edits, token)) ?? [];
  };
  return {
    provideDocumentFormattingEdits: (document, options, token) =>
      ask('textDocument/formatting', document, options, token),
    provideDocumentRangeFormattingEdits: (document, range, options, token) =>
      ask('textDocument/rangeFormatting', document, options, token, range),
  };
}
