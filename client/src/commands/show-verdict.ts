import { commands, Disposable, EventEmitter, Uri, ViewColumn, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { say } from '../../../server/src/base/message.ts';
import { chosenReport } from '../chosen-report.ts';
import { words } from '../wording.ts';

const scheme = 'gouji-verdict';

/** Shows beside a report what was checked in it, what passed, and what could not be checked and why. */
export function registerShowVerdict(client: BaseLanguageClient): Disposable {
  const changed = new EventEmitter<Uri>();
  const provideTextDocumentContent = async (page: Uri): Promise<string> => {
    const textDocument = { uri: page.query };
    const text = await client.sendRequest<string | null>('gouji/verdict', { textDocument });
    return text ?? words(say('这份文件不像年度报告，没有检查。'));
  };
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent,
    }),
    commands.registerCommand('gouji.showVerdict', async (chosen?: unknown) => {
      const uri = chosenReport(chosen);
      if (!uri) return;
      const page = pageFor(client, uri);
      changed.fire(page);
      const document = await workspace.openTextDocument(page);
      await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: true });
    }),
  );
}

/** The page of a report; shown from the page itself, the same page again. */
function pageFor(client: BaseLanguageClient, uri: Uri): Uri {
  if (uri.scheme === scheme) return uri;
  const name = uri.path.split('/').at(-1) ?? '';
  const path = `/${words(say('检查结论'))} ${name}.md`;
  return Uri.from({ scheme, path, query: client.code2ProtocolConverter.asUri(uri) });
}
