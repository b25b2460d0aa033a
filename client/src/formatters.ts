import {
  type CancellationToken,
  Disposable,
  type DocumentFilter,
  type DocumentFormattingEditProvider,
  type DocumentRangeFormattingEditProvider,
  type FormattingOptions,
  languages,
  type Range,
  type TextDocument,
  type TextEdit,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

type Formatter = DocumentFormattingEditProvider & DocumentRangeFormattingEditProvider;

/**
 * Formats one report. Both kinds at once: one that formats ranges is offered for whole documents as well.
 * Registered report by report, the formatter that somebody uses for Markdown gets no rival in other files.
 */
export function registerFormatters(client: BaseLanguageClient, selector: DocumentFilter): Disposable {
  const provider = formatter(client);
  return Disposable.from(
    languages.registerDocumentFormattingEditProvider(selector, provider),
    languages.registerDocumentRangeFormattingEditProvider(selector, provider),
  );
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
