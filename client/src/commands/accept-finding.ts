import {
  type CodeAction,
  CodeActionKind,
  commands,
  type Disposable,
  type QuickPickItem,
  type Range,
  type TextDocument,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { say } from '../../../server/src/base/message.ts';
import type { AcceptanceParams, FileAnswer } from '../../../server/src/lsp/protocol.ts';
import type { FindingNode } from '../review/nodes.ts';
import { words } from '../wording.ts';
import { folderOf, writeAnswer } from '../write-answer.ts';

/** Asks why a finding is let stand, and has that taken down in gouji-baseline.json under the name of `who`. */
export const registerAcceptFinding = (client: BaseLanguageClient, who: string): Disposable =>
  commands.registerCommand('gouji.acceptFinding', async (...chosen: readonly unknown[]) => {
    const finding = chosen.length > 0 ? chosenFinding(client, chosen) : await findingAtCursor();
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

/** What is to be accepted: a document and the finding in it. */
interface Chosen {
  readonly uri: string;
  readonly key: Key;
}

/** A quick fix brings the address and the key; an entry of the tree has them. */
function chosenFinding(client: BaseLanguageClient, [first, key]: readonly unknown[]): Chosen | undefined {
  if (typeof first === 'string') return { uri: first, key: key as Key };
  const node = first as FindingNode | undefined;
  if (!node?.finding.key) return undefined;
  return { uri: client.code2ProtocolConverter.asUri(node.uri), key: node.finding.key };
}

/** The finding at the cursor, or else on its line, that may be accepted; of several the user chooses one. */
async function findingAtCursor(): Promise<Chosen | undefined> {
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  const { document, selection } = editor;
  const line = document.lineAt(selection.active.line).range;
  const here = await acceptances(document, selection);
  const offers = here.length > 0 ? here : await acceptances(document, line);
  if (offers.length === 0)
    void window.showInformationMessage(words(say('光标所在的地方没有可以接受的问题。')));
  if (offers.length <= 1) return offers[0];
  return window.showQuickPick(offers, {
    placeHolder: words(say('接受哪一条？')),
    matchOnDescription: true,
  });
}

/** The quick fixes that would accept a finding, as things to choose from. */
async function acceptances(
  { uri }: TextDocument,
  range: Range,
): Promise<readonly (QuickPickItem & Chosen)[]> {
  const actions = await commands.executeCommand<readonly CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    CodeActionKind.QuickFix.value,
  );
  return actions.flatMap(({ command, diagnostics }) => {
    if (command?.command !== 'gouji.acceptFinding') return [];
    const [at, key] = command.arguments as [string, Key];
    return [{ uri: at, key, label: diagnostics?.[0]?.message ?? command.title, description: key.rule }];
  });
}

function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
