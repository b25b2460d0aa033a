import {
  commands,
  Disposable,
  languages,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { say } from '../../../server/src/base/message.ts';
import { cursorIn, type PreviewPanel, pageFolder, previewPanel } from '../preview/panel.ts';
import { words } from '../wording.ts';

const viewType = 'gouji.preview';

/** Shows reports as they are published, each in a panel beside its text, and keeps the panels up to date. */
export function registerOpenPreview(client: BaseLanguageClient, extension: Uri): Disposable {
  const shown = new Map<string, PreviewPanel>();
  const adopt = (panel: WebviewPanel, uri: Uri): void => {
    const preview = previewPanel(panel, uri, client, extension);
    shown.set(uri.toString(), preview);
    panel.onDidDispose(() => {
      shown.delete(uri.toString());
      preview.dispose();
    });
  };
  const show = (uri: Uri): void => {
    const there = shown.get(uri.toString());
    if (there) there.panel.reveal(undefined, true);
    else adopt(newPanel(columnBeside(shown), extension), uri);
  };

  return Disposable.from(
    commands.registerCommand('gouji.openPreview', (chosen?: unknown) => {
      const uri = chosen instanceof Uri ? chosen : window.activeTextEditor?.document.uri;
      if (uri) show(uri);
    }),
    window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        const uri = uriIn(state);
        if (uri && !shown.has(uri.toString())) adopt(panel, uri);
        else panel.dispose();
      },
    }),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) for (const preview of shown.values()) preview.renew();
    }),
    workspace.onDidChangeTextDocument(({ document }) => shown.get(document.uri.toString())?.refresh()),
    // What is marked changes without the text as well: by settings, by accepting a finding, by leaving a line.
    languages.onDidChangeDiagnostics(({ uris }) => {
      for (const uri of uris) shown.get(uri.toString())?.refresh();
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('gouji')) for (const preview of shown.values()) preview.refresh();
    }),
    window.onDidChangeTextEditorSelection(({ textEditor: { document } }) =>
      shown.get(document.uri.toString())?.point(cursorIn(document.uri)),
    ),
    { dispose: () => Disposable.from(...shown.values()).dispose() },
  );
}

const newPanel = (viewColumn: ViewColumn, extension: Uri): WebviewPanel =>
  window.createWebviewPanel(
    viewType,
    words(say('年度报告的表样')),
    { viewColumn, preserveFocus: true },
    { enableFindWidget: true, enableScripts: true, localResourceRoots: [pageFolder(extension)] },
  );

/** Where other previews are, if any is open. */
function columnBeside(shown: ReadonlyMap<string, PreviewPanel>): ViewColumn {
  const columns = [...shown.values()].flatMap(({ panel }) => panel.viewColumn ?? []);
  const own = window.activeTextEditor?.viewColumn;
  return columns.find((column) => column !== own) ?? ViewColumn.Beside;
}

function uriIn(state: unknown): Uri | undefined {
  if (typeof state !== 'object' || state === null || !('uri' in state)) return undefined;
  return typeof state.uri === 'string' ? Uri.parse(state.uri) : undefined;
}
