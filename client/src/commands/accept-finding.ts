import { commands, type Disposable, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { say } from '../../../server/src/base/message.ts';
import type { AcceptanceParams, FileAnswer } from '../../../server/src/lsp/protocol.ts';
import { words } from '../wording.ts';
import { folderOf, writeAnswer } from '../write-answer.ts';

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
    const params: AcceptanceParams = {
      textDocument: { uri },
      ...{ key, reason: reason.trim(), who, when: today() },
      ...folderOf(client, uri),
    };
    await writeAnswer(client, await client.sendRequest<FileAnswer>('gouji/acceptance', params));
  });

function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
