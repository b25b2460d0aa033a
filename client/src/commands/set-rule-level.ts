import { commands, type Disposable, type QuickPickItem, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type Message, say } from '../../../server/src/base/message.ts';
import type { FileAnswer, RuleLevelParams } from '../../../server/src/lsp/protocol.ts';
import { words } from '../wording.ts';
import { folderOf, writeAnswer } from '../write-answer.ts';

/** Comes with a finding, so it is in no menu. */
const command = 'gouji.setRuleLevel';

type Level = RuleLevelParams['level'];

const levels: readonly (readonly [Level, Message])[] = [
  ['error', say('错误')],
  ['warning', say('警告')],
  ['info', say('提示')],
  ['hint', say('建议')],
  ['off', say('不检查')],
];

/** Asks how severe a rule is to be, and has that written to gouji.json. */
export const registerSetRuleLevel = (client: BaseLanguageClient): Disposable =>
  commands.registerCommand(command, async (uri: string, rule: RuleLevelParams['rule']) => {
    const items = levels.map(([level, word]): QuickPickItem & { readonly level: Level } => ({
      label: words(word),
      description: level,
      level,
    }));
    const placeHolder = words(say('{0} 以后怎样提示？', rule));
    const chosen = await window.showQuickPick(items, { placeHolder });
    if (!chosen) return;
    const params: RuleLevelParams = {
      textDocument: { uri },
      ...{ rule, level: chosen.level },
      ...folderOf(client, uri),
    };
    await writeAnswer(client, await client.sendRequest<FileAnswer>('gouji/ruleLevel', params));
  });
