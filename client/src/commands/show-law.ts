import { commands, type Disposable } from 'vscode';
import { showPage } from '../markdown/show-page.ts';
import type { SoughtLine } from '../markdown/sought-line.ts';

/** Comes with a citation, so it is in no menu. */
const command = 'gouji.showLaw';

/** What a citation leads to, with `{line}` for the line of the page. */
export const lawEntry = `command:${command}?%5B{line}%5D`;

/** Shows what an article or a paper is about, on the page that tells of them all. */
export const registerShowLaw = (law: SoughtLine): Disposable =>
  commands.registerCommand(command, async (line: unknown) => {
    // A link may stand in any text.
    if (Number.isSafeInteger(line)) await showPage(law.seek(Number(line)));
  });
