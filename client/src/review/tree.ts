import { Disposable, EventEmitter, languages, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { say } from '../../../server/src/base/message.ts';
import type { ReviewAnswer, StatusParams } from '../../../server/src/lsp/protocol.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { ReportListener } from '../status-bar.ts';
import { words } from '../wording.ts';
import { reviewItem } from './items.ts';
import { type ReportNode, type ReviewNode, reportNode } from './nodes.ts';

/** The tree of the reports that are open. */
export interface ReviewTree extends Disposable {
  readonly listen: ReportListener;
}

interface Shown {
  readonly status: StatusParams;
  readonly answer: ReviewAnswer | undefined;
  readonly node: ReportNode;
}

/** Shows the open reports part by part, with what is found in each; asks the server only while it is in sight. */
export function reviewTree(client: BaseLanguageClient): ReviewTree {
  const shown = new Map<string, Shown>();
  const outdated = new Set<string>();
  const changed = new EventEmitter<ReviewNode | undefined>();
  const view = window.createTreeView<ReviewNode>('gouji.review', {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: reviewItem,
      getChildren: (node) =>
        node === undefined ? [...shown.values()].map((one) => one.node) : childrenOf(node),
      getParent: (node) => (node.kind === 'report' ? undefined : node.parent()),
    },
  });

  const keep = (uri: string, status: StatusParams, answer: ReviewAnswer | undefined): void => {
    shown.set(uri, { status, answer, node: reportNode(Uri.parse(uri), status, answer) });
    changed.fire(undefined);
  };
  const refresh = oneAtATime(async () => {
    for (const uri of view.visible && client.isRunning() ? [...outdated] : []) {
      outdated.delete(uri);
      const answer = await ask(client, uri);
      const before = shown.get(uri);
      if (!answer || !before || answer.marks === 'before' || saysTheSame(answer, before.answer)) continue;
      keep(uri, before.status, answer);
    }
    follow();
  });
  const outdate = (uris: Iterable<string>): void => {
    const known = [...uris].filter((uri) => shown.has(uri));
    for (const uri of known) outdated.add(uri);
    if (known.length > 0) refresh();
  };
  const follow = (): void => {
    const uri = window.activeTextEditor?.document.uri.toString() ?? '';
    const node = shown.get(uri)?.node;
    // What somebody has chosen in the tree stays chosen when it leads to the text.
    if (!node || !view.visible || view.selection.some((one) => one.uri.toString() === uri)) return;
    void view.reveal(node, { select: true, focus: false, expand: true });
  };
  const count = (): void => {
    const errors = [...shown.values()].reduce(
      (sum, { status }) => sum + (status.marks === 'now' ? status.errors : 0),
      0,
    );
    view.badge =
      errors === 0
        ? undefined
        : { value: errors, tooltip: words(say('打开着的年报里有 {0} 处错误', errors)) };
  };

  const listen: ReportListener = (uri, status) => {
    if (status?.recognised) {
      keep(uri, status, shown.get(uri)?.answer);
      outdate([uri]);
    } else if (shown.delete(uri)) changed.fire(undefined);
    count();
  };

  const parts = Disposable.from(
    view,
    changed,
    view.onDidChangeVisibility(() => outdate(shown.keys())),
    window.onDidChangeActiveTextEditor(follow),
    workspace.onDidChangeTextDocument(({ document }) => outdate([document.uri.toString()])),
    // What is found changes without the text as well: by settings, by accepting a finding, by leaving a line.
    languages.onDidChangeDiagnostics(({ uris }) => outdate(uris.map((uri) => uri.toString()))),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('gouji')) outdate(shown.keys());
    }),
  );
  return { listen, dispose: () => parts.dispose() };
}

const childrenOf = (node: ReviewNode): ReviewNode[] => ('children' in node ? [...node.children] : []);

/** A server that is just ending does not answer, and leaves what is shown as it is. */
const ask = (client: BaseLanguageClient, uri: string): Promise<ReviewAnswer | null> => {
  const textDocument = { uri: client.code2ProtocolConverter.asUri(Uri.parse(uri)) };
  return client.sendRequest<ReviewAnswer | null>('gouji/review', { textDocument }).catch((fault: unknown) => {
    client.debug(`gouji/review: ${String(fault)}`);
    return null;
  });
};

/** Typing changes most versions, but little of what is shown. */
const saysTheSame = (a: ReviewAnswer, b: ReviewAnswer | undefined): boolean =>
  b !== undefined && JSON.stringify({ ...a, version: 0 }) === JSON.stringify({ ...b, version: 0 });
