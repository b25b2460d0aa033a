import { commands, type Disposable, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { say } from '../../../server/src/base/message.ts';
import type { AcceptanceAnswer, AcceptanceParams } from '../../../server/src/lsp/protocol.ts';
import { words } from '../wording.ts';

/** Comes with a finding, so it is in no menu. */
const command = 'gouji.acceptFinding';

/** Asks why a finding is let stand, and has that taken down in gouji-baseline.json under the name of `who`. */
export const registerAcceptFinding = (client: BaseLanguageClient, who: string): Disposable =>
  commands.registerCommand(command, async (uri: string, key: AcceptanceParams['key']) => {
    const reason = await window.showInputBox({
      prompt: words(say('为什么接受？数字一改，就会重新提示。')),
      placeHolder: words(say('例如：口径与上年一致，已核实')),
      validateInput: (value) => (value.trim() === '' ? words(say('请写明理由。')) : undefined),
    });
    if (reason === undefined) return;
    const folder = workspace.getWorkspaceFolder(client.protocol2CodeConverter.asUri(uri))?.uri;
    const params: AcceptanceParams = {
      textDocument: { uri },
      ...{ key, reason: reason.trim(), who, when: today() },
      ...(folder && { folder: client.code2ProtocolConverter.asUri(folder) }),
    };
    await takeDown(client, await client.sendRequest<AcceptanceAnswer>('gouji/acceptance', params));
  });

async function takeDown(client: BaseLanguageClient, answer: AcceptanceAnswer): Promise<void> {
  if ('fault' in answer) {
    void window.showErrorMessage(answer.fault);
    return;
  }
  await workspace.fs.writeFile(Uri.parse(answer.uri), new TextEncoder().encode(answer.text));
  // The file may lie where nobody watches.
  const changes = [{ uri: answer.uri, type: 2 }];
  await client.sendNotification('workspace/didChangeWatchedFiles', { changes });
}

function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
