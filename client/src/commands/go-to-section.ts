import {
  commands,
  type Disposable,
  type QuickPickItem,
  Range,
  Selection,
  type TextEditor,
  TextEditorRevealType,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { say } from '../../../server/src/base/message.ts';
import type { SectionAnswer } from '../../../server/src/lsp/protocol.ts';
import { words } from '../wording.ts';

interface SectionItem extends QuickPickItem {
  readonly place: Range | undefined;
}

/** Lists the six statutory sections of the report, those it lacks too, and goes to the one chosen. */
export function registerGoToSection(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('gouji.goToSection', async () => {
    const editor = window.activeTextEditor;
    if (!editor) return;
    const chosen = await window.showQuickPick(sectionItems(client, editor), {
      placeHolder: words(say('转到法定六节中的哪一节？')),
      matchOnDescription: true,
    });
    if (chosen?.place) goTo(editor, chosen.place);
  });
}

async function sectionItems(client: BaseLanguageClient, { document }: TextEditor): Promise<SectionItem[]> {
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const sections = await client.sendRequest<SectionAnswer[]>('gouji/sections', { textDocument: { uri } });
  return sections.map(sectionItem);
}

/** A section in the report's own words, with the form's beside them where they differ. */
function sectionItem({ label, heading, range }: SectionAnswer): SectionItem {
  if (heading === null || range === null) {
    return { label, description: words(say('缺')), place: undefined };
  }
  const { start, end } = range;
  const line = words(say('第 {0} 行', start.line + 1));
  const written = heading.replace(/^#+\s*/, '');
  return {
    label: written,
    description: written === label ? line : `${line}  ${words(say('应为“{0}”', label))}`,
    place: new Range(start.line, start.character, end.line, end.character),
  };
}

function goTo(editor: TextEditor, place: Range): void {
  editor.selection = new Selection(place.start, place.start);
  editor.revealRange(place, TextEditorRevealType.AtTop);
}
