import {
  type CancellationToken,
  type DataTransfer,
  type Disposable,
  type DocumentFilter,
  DocumentPasteEdit,
  DocumentDropOrPasteEditKind as Kind,
  languages,
  type Range,
  type TextDocument,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { say } from '../../server/src/base/message.ts';
import { words } from './wording.ts';

const kind = Kind.Empty.append('gouji', 'table');

/** Offers to paste a statutory table in its canonical layout; unless somebody chooses it, the text is pasted as it is. */
export const registerPasteTable = (client: BaseLanguageClient, selector: DocumentFilter): Disposable =>
  languages.registerDocumentPasteEditProvider(
    selector,
    {
      provideDocumentPasteEdits: async (document, ranges, data, _context, token) => {
        const [range] = ranges;
        const offered = workspace
          .getConfiguration('gouji', document.uri)
          .get<boolean>('offerTableOnPaste', true);
        if (!range || ranges.length > 1 || !offered || !client.isRunning()) return undefined;
        const table = await ask(client, document, range, data, token);
        if (table === null) return undefined;
        const edit = new DocumentPasteEdit(table, words(say('勾稽：整理成规范表格')), kind);
        edit.yieldTo = [Kind.Text, Kind.Empty.append('html'), Kind.Empty.append('markdown')];
        return [edit];
      },
    },
    { providedPasteEditKinds: [kind], pasteMimeTypes: ['text/plain', 'text/html'] },
  );

/** The table to paste at a place; null if there is none on the clipboard. */
async function ask(
  client: BaseLanguageClient,
  document: TextDocument,
  { start }: Range,
  data: DataTransfer,
  token: CancellationToken,
): Promise<string | null> {
  const [text, html] = [await data.get('text/plain')?.asString(), await data.get('text/html')?.asString()];
  return client.sendRequest<string | null>(
    'gouji/pasteTable',
    {
      textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
      position: client.code2ProtocolConverter.asPosition(start),
      text: text ?? null,
      html: html ?? null,
    },
    token,
  );
}
