import {
  Disposable,
  Range,
  Selection,
  TabInputText,
  type TextDocument,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { say } from '../../../server/src/base/message.ts';
import type {
  PreviewAnswer,
  PreviewNoteAnswer,
  PreviewUnchanged,
  Stretch,
} from '../../../server/src/lsp/protocol.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { chosenLanguage, words } from '../wording.ts';
import { type PageWords, readFromPage, type ToPage } from './messages.ts';
import { shell } from './shell.ts';

/** The page of one report in a panel of its own. */
export interface PreviewPanel extends Disposable {
  readonly uri: Uri;
  readonly panel: WebviewPanel;
  /** Shows the report as it is now. */
  readonly refresh: () => void;
  /** The same with nothing taken over from before, as after a restart of the server. */
  readonly renew: () => void;
  /** Shows where the cursor is in the text. */
  readonly point: (at: number | null) => void;
}

/** Only what is bundled may be loaded by a page. */
export const pageFolder = (extension: Uri): Uri => Uri.joinPath(extension, 'dist');

/** Fills a panel with the page of a report, and keeps it until the panel is closed. */
export function previewPanel(
  panel: WebviewPanel,
  uri: Uri,
  client: BaseLanguageClient,
  extension: Uri,
): PreviewPanel {
  const post = (message: ToPage): void => void panel.webview.postMessage(message);
  let loaded = false;
  let shown: { readonly resultId: string; readonly language: string } | undefined;
  const refresh = oneAtATime(async () => {
    if (!loaded || !client.isRunning()) return;
    const language = chosenLanguage();
    const document = await workspace.openTextDocument(uri).then(undefined, () => undefined);
    const known = shown?.language === language ? shown.resultId : undefined;
    const view = document && (await viewOf(client, document, known));
    if (view === 'as before') return;
    shown = view ? { resultId: view.resultId, language } : undefined;
    const cursor = cursorIn(uri);
    post({ kind: 'show', uri: uri.toString(), view: view ?? null, cursor, words: pageWords(view) });
  });
  const renew = (): void => {
    shown = undefined;
    refresh();
  };
  const heard = panel.webview.onDidReceiveMessage((message: unknown) => {
    const known = readFromPage(message);
    if (known?.kind === 'go') void whenActive(panel).then(() => goTo(uri, known.at));
    // A page that was hidden begins anew, and says so.
    if (known?.kind === 'ready') {
      loaded = true;
      renew();
    }
  });
  panel.title = words(say('表样：{0}', uri.path.split('/').at(-1) ?? ''));
  const icon = (theme: string) => Uri.joinPath(extension, 'media', `preview-${theme}.svg`);
  panel.iconPath = { light: icon('light'), dark: icon('dark') };
  panel.webview.options = { enableScripts: true, localResourceRoots: [pageFolder(extension)] };
  const asset = (name: string) =>
    panel.webview.asWebviewUri(Uri.joinPath(pageFolder(extension), name)).toString();
  panel.webview.html = shell({
    script: asset('preview.js'),
    style: asset('preview.css'),
    source: panel.webview.cspSource,
    nonce: crypto.randomUUID().replaceAll('-', ''),
  });
  return {
    dispose: () => Disposable.from(heard, panel).dispose(),
    uri,
    panel,
    refresh,
    renew,
    point: (at) => post({ kind: 'cursor', at }),
  };
}

/** What the page has to show, unless it does so already or the server cannot say just now. */
async function viewOf(
  client: BaseLanguageClient,
  { uri }: TextDocument,
  previousResultId: string | undefined,
): Promise<PreviewAnswer | null | 'as before'> {
  const params = {
    textDocument: { uri: client.code2ProtocolConverter.asUri(uri) },
    ...(previousResultId !== undefined && { previousResultId }),
  };
  const answer = await client
    .sendRequest<PreviewAnswer | PreviewUnchanged | null>('gouji/preview', params)
    .catch(() => 'as before' as const);
  return answer !== null && typeof answer === 'object' && 'unchanged' in answer ? 'as before' : answer;
}

/** Where the cursor is in the text of a document that is in sight. */
export function cursorIn(uri: Uri): number | null {
  const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  return editor ? editor.document.offsetAt(editor.selection.active) : null;
}

/** A click gives its page the focus as well; were that to come later, it would take the focus away from the text. */
const whenActive = (panel: WebviewPanel): Promise<void> =>
  new Promise((resolve) => {
    if (panel.active) return resolve();
    const listening = panel.onDidChangeViewState(() => {
      if (!panel.active) return;
      listening.dispose();
      resolve();
    });
  });

/** Puts the cursor on a place of the text, in the editor that shows it or beside the page. */
async function goTo(uri: Uri, [from, to]: Stretch): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const place = new Range(document.positionAt(from), document.positionAt(to));
  const viewColumn = columnOf(uri) ?? ViewColumn.One;
  const editor = await window.showTextDocument(document, { viewColumn, preserveFocus: false });
  editor.selection = new Selection(place.start, place.end);
  editor.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport);
}

function columnOf(uri: Uri): ViewColumn | undefined {
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const group = window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString()),
  );
  return shown?.viewColumn ?? group?.viewColumn;
}

function pageWords(view: PreviewAnswer | null | undefined): PageWords {
  return {
    language: chosenLanguage(),
    headline: headline(view),
    wrong: words(say('问题所在')),
    involved: words(say('与问题有关')),
    go: words(say('单击或按 Enter 键转到原文')),
    report: words(say('年度报告的表样')),
  };
}

function headline(view: PreviewAnswer | null | undefined): string {
  if (view === undefined) return words(say('打不开这份文件。'));
  if (!view) return words(say('这份文件不像年度报告，没有检查。'));
  if (view.marks === 'hidden') return words(say('已隐藏标记'));
  if (view.marks === 'waiting') return words(say('未检查'));
  const notes = new Map<number, PreviewNoteAnswer>();
  for (const part of [view, ...view.blocks]) for (const note of part.notes) notes.set(note.number, note);
  const count = (...wanted: PreviewNoteAnswer['severity'][]): number =>
    [...notes.values()].filter(({ severity }) => wanted.includes(severity)).length;
  if (notes.size === 0) return words(say('✓ 没有问题'));
  return words(
    say('错误 {0} 处，警告 {1} 处，提示 {2} 处', count('error'), count('warning'), count('info', 'hint')),
  );
}
