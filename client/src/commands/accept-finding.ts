import { commands, type Disposable, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { say } from '../../../server/src/base/message.ts';
import type { AcceptanceParams, FileAnswer } from '../../../server/src/lsp/protocol.ts';
import type { FindingNode } from '../review/nodes.ts';
import { words } from '../wording.ts';
import { folderOf, writeAnswer } from '../write-answer.ts';

/** Asks why a finding is let stand, and has that taken down in gouji-baseline.json under the name of `who`. */
export const registerAcceptFinding = (client: BaseLanguageClient, who: string): Disposable =>
  commands.registerCommand('gouji.acceptFinding', async (...chosen: readonly unknown[]) => {
    const finding = chosenFinding(client, chosen);
    if (!finding) return;
    const reason = await window.showInputBox({
      prompt: words(say('为什么接受？数字一改，就会重新提示。')),
      placeHolder: words(say('例如：口径与上年一致，已核实')),
      validateInput: (value) => (value.trim() === '' ? words(say('请写明理由。')) : undefined),
    });
    if (reason === undefined) return;
    const params: AcceptanceParams = {
      textDocument: { uri: finding.uri },
      ...{ key: finding.key, reason: reason.trim(), who, when: today() },
      ...folderOf(client, finding.uri),
    };
    await writeAnswer(client, await client.sendRequest<FileAnswer>('gouji/acceptance', params));
  });

type Key = AcceptanceParams['key'];

/** A quick fix brings the address and the key; an entry of the tree has them. */
function chosenFinding(
  client: BaseLanguageClient,
  [first, key]: readonly unknown[],
): { readonly uri: string; readonly key: Key } | undefined {
  if (typeof first === 'string') return { uri: first, key: key as Key };
  const node = first as FindingNode | undefined;
  if (!node?.finding.key) return undefined;
  return { uri: client.code2ProtocolConverter.asUri(node.uri), key: node.finding.key };
}

function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
