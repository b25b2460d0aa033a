import { commands, type Disposable, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { say } from '../../../server/src/base/message.ts';
import type { ReviewSheetParams } from '../../../server/src/lsp/protocol.ts';
import { chosenReport } from '../chosen-report.ts';
import { words } from '../wording.ts';

/** Writes a report's review sheet where the user wants it; the name says whether as Markdown or as a page. */
export const registerExportReviewSheet = (client: BaseLanguageClient): Disposable =>
  commands.registerCommand('gouji.exportReviewSheet', async (chosen?: unknown) => {
    const uri = chosenReport(chosen);
    if (!uri) return;
    const target = await window.showSaveDialog({
      title: words(say('导出审核表')),
      defaultUri: beside(uri),
      filters: { [words(say('网页'))]: ['html'], Markdown: ['md'] },
    });
    if (!target) return;
    const params: ReviewSheetParams = {
      textDocument: { uri: client.code2ProtocolConverter.asUri(uri) },
      format: /\.(md|markdown)$/i.test(target.path) ? 'markdown' : 'html',
    };
    const sheet = await client.sendRequest<string | null>('gouji/reviewSheet', params);
    if (sheet === null) {
      void window.showInformationMessage(words(say('当前的文件不是年度报告。')));
      return;
    }
    await workspace.fs.writeFile(target, new TextEncoder().encode(sheet));
    await tell(target);
  });

/** The sheet's name says which report it is of. */
function beside(uri: Uri): Uri {
  const folder = uri.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(uri, '..');
  const report = (uri.path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
  const name = `${words(say('审核表'))} ${report}.html`;
  return folder ? Uri.joinPath(folder, name) : Uri.file(`/${name}`);
}

async function tell(target: Uri): Promise<void> {
  const open = words(say('打开'));
  const name = target.path.split('/').at(-1) ?? '';
  const chosen = await window.showInformationMessage(words(say('审核表已存为 {0}。', name)), open);
  if (chosen === open) await commands.executeCommand('vscode.open', target);
}
