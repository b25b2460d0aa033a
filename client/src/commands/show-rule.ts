import { commands, type Disposable, Uri } from 'vscode';
import { showPage } from '../markdown/show-page.ts';

/** Comes with a finding, so it is in no menu. */
const command = 'gouji.showRule';

/** What the link on a finding leads to, with `{rule}` for the name of its rule. */
export const rulePage = `command:${command}?%5B%22{rule}%22%5D`;

/** Shows the page of a rule as it is to be read; as it is written where nobody can show it. */
export const registerShowRule = (extension: Uri): Disposable =>
  commands.registerCommand(command, async (rule: unknown) => {
    // A link may stand in any text.
    if (typeof rule !== 'string' || !/^[a-z-]+$/.test(rule)) return;
    await showPage(Uri.joinPath(extension, 'docs', 'rules', `${rule}.md`));
  });
