import {
  type CodeAction,
  commands,
  type Disposable,
  Range,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { say } from '../../../server/src/base/message.ts';
import { words } from '../wording.ts';

/** Makes all safe fixes of the report in the active editor. */
export const registerFixAll = (): Disposable =>
  commands.registerCommand('gouji.fixAll', async () => {
    const document = window.activeTextEditor?.document;
    if (!document) return;
    const fixes = await safeFixes(document);
    if (!fixes?.edit) {
      void window.showInformationMessage(words(say('没有可以放心修正的问题。')));
      return;
    }
    await workspace.applyEdit(fixes.edit);
    if (fixes.command) await commands.executeCommand(fixes.command.command);
  });

/**
 * Asks for the fixes itself: the editor's own command for source actions gives up without a word when the
 * editor happens to ask for quick fixes of its own accord at the same moment.
 */
async function safeFixes(document: TextDocument): Promise<CodeAction | undefined> {
  const whole = new Range(0, 0, document.lineCount, 0);
  const kind = 'source.fixAll.gouji';
  const [first] = await commands.executeCommand<readonly CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    whole,
    kind,
  );
  return first;
}
