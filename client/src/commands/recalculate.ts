import {
  commands,
  Disposable,
  EventEmitter,
  type TextDocument,
  type TextEdit,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type Message, say } from '../../../server/src/base/message.ts';
import type { RecalculateAnswer } from '../../../server/src/lsp/protocol.ts';
import { words } from '../wording.ts';

const scheme = 'gouji-totals';

/** Adds all totals up anew and shows what would change beside what stands there, before anything is changed. */
export function registerRecalculate(client: BaseLanguageClient): Disposable {
  const changed = new EventEmitter<Uri>();
  /** What the right side of a comparison shows, by its address. */
  const proposed = new Map<string, string>();
  const ask = ({ uri }: TextDocument): Promise<RecalculateAnswer | null> =>
    client.sendRequest('gouji/recalculate', {
      textDocument: { uri: client.code2ProtocolConverter.asUri(uri) },
    });

  const run = async (): Promise<void> => {
    const document = window.activeTextEditor?.document;
    if (!document || !client.isRunning()) return;
    const answer = await ask(document);
    if (!answer) return;
    const edits = await client.protocol2CodeConverter.asTextEdits(answer.edits);
    if (edits.length === 0) {
      void window.showInformationMessage(words(nothingToDo(answer.open)));
      return;
    }
    if (document.version !== answer.version) return;
    const page = pageFor(document);
    proposed.set(page.toString(), withEdits(document, edits));
    changed.fire(page);
    await commands.executeCommand('vscode.diff', document.uri, page, words(say('重新合计：现在 ↔ 改后')));
    await offer(document, answer, edits);
    await closeComparison(page);
    proposed.delete(page.toString());
  };

  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (page) => proposed.get(page.toString()) ?? '',
    }),
    commands.registerCommand('gouji.recalculate', run),
  );
}

const nothingToDo = (open: number): Message =>
  open === 0
    ? say('各处合计都对，没有要改的。')
    : say('能核算的合计都对；另有 {0} 处因有空格或读不准的数没有核算。', open);

/** Makes the changes if they are wanted and the text is still the one they were made for. */
async function offer(document: TextDocument, { open }: RecalculateAnswer, edits: TextEdit[]): Promise<void> {
  const { version } = document;
  const question =
    open === 0
      ? say('有 {0} 处合计与加数不符，改成加数之和？其他数字不动。', edits.length)
      : say(
          '有 {0} 处合计与加数不符，改成加数之和？其他数字不动；另有 {1} 处因有空格或读不准的数没有核算。',
          edits.length,
          open,
        );
  const yes = words(say('改'));
  const chosen = await window.showInformationMessage(words(question), yes, words(say('不改')));
  if (chosen !== yes) return;
  if (document.version !== version) {
    void window.showWarningMessage(words(say('文件已经改动，没有写入；请重新合计。')));
    return;
  }
  const change = new WorkspaceEdit();
  change.set(document.uri, edits);
  await workspace.applyEdit(change);
}

function withEdits(document: TextDocument, edits: readonly TextEdit[]): string {
  const text = document.getText();
  const inOrder = [...edits].sort((a, b) => b.range.start.compareTo(a.range.start));
  return inOrder.reduce(
    (sofar, { range, newText }) =>
      sofar.slice(0, document.offsetAt(range.start)) + newText + sofar.slice(document.offsetAt(range.end)),
    text,
  );
}

const pageFor = ({ uri }: TextDocument): Uri => Uri.from({ scheme, path: uri.path, query: uri.toString() });

async function closeComparison(page: Uri): Promise<void> {
  const tabs = window.tabGroups.all.flatMap(({ tabs: inGroup }) => inGroup);
  const open = tabs.filter(
    ({ input }) =>
      typeof input === 'object' &&
      input !== null &&
      'modified' in input &&
      String(input.modified) === page.toString(),
  );
  if (open.length > 0) await window.tabGroups.close(open);
}
