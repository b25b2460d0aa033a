import { commands, type Disposable, env, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { say } from '../../../server/src/base/message.ts';
import { chosenReport } from '../chosen-report.ts';
import { words } from '../wording.ts';

/** Copies what is found in a report as text for an e-mail. */
export const registerCopyFindings = (client: BaseLanguageClient): Disposable =>
  commands.registerCommand('gouji.copyFindings', async (chosen?: unknown) => {
    const uri = chosenReport(chosen);
    if (!uri) return;
    const textDocument = { uri: client.code2ProtocolConverter.asUri(uri) };
    const list = await client.sendRequest<string | null>('gouji/findingList', { textDocument });
    if (list === null) {
      void window.showInformationMessage(words(say('当前的文件不是年度报告。')));
      return;
    }
    await env.clipboard.writeText(list);
    window.setStatusBarMessage(words(say('问题清单已复制，可以粘贴到邮件里。')), 5000);
  });
