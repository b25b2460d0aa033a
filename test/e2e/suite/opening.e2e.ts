import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import * as vscode from 'vscode';

/** A sample by the first words of its name. */
async function sample(start: string): Promise<vscode.Uri> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  const entries = await vscode.workspace.fs.readDirectory(folder.uri);
  const name = entries.map(([entry]) => entry).find((entry) => entry.startsWith(start));
  assert.ok(name, `no sample ${start}`);
  return vscode.Uri.joinPath(folder.uri, name);
}

const ours = (uri: vscode.Uri): readonly vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === 'gouji');

/** Waits for the event after which the findings of a file are as wanted. */
function findings(
  uri: vscode.Uri,
  wanted: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return new Promise((resolve) => {
    const look = (): void => {
      const found = ours(uri);
      if (!wanted(found)) return;
      listener.dispose();
      resolve(found);
    };
    const listener = vscode.languages.onDidChangeDiagnostics(look);
    look();
  });
}

/**
 * The edit of the first quick fix offered at a place. The editor drops what it asked for while it is still
 * settling, and asks again; so does this.
 */
async function quickFix(uri: vscode.Uri, at: vscode.Range): Promise<vscode.WorkspaceEdit> {
  for (;;) {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      at,
      vscode.CodeActionKind.QuickFix.value,
    );
    const [edit] = actions.flatMap((action) => action.edit ?? []);
    if (edit) return edit;
  }
}

const statutory = ['总体情况', '主动公开', '政府信息公开申', '行政复议', '问题', '其他需要报告'];

describe('a report that is opened', () => {
  let faulty: vscode.Uri;

  before(async () => {
    faulty = await sample('待改示例');
    await vscode.window.showTextDocument(faulty);
  });

  it('wakes the installed extension', async () => {
    const extension = vscode.extensions.getExtension('gouji.gouji');
    assert.ok(extension);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('gets its findings, each with a rule that can be looked up', async () => {
    const found = await findings(faulty, (all) => all.length > 0);
    for (const { code } of found)
      assert.ok(typeof code === 'object' && code.target.toString().startsWith('command:gouji.showRule?'));
  });

  it('shows its six statutory sections in the outline', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      faulty,
    );
    const names = symbols.flatMap((symbol) => [symbol.name, ...symbol.children.map((child) => child.name)]);
    for (const words of statutory)
      assert.ok(
        names.some((name) => name.includes(words)),
        `${words} in ${names.join(' ')}`,
      );
  });

  it('loses a finding when its quick fix is applied', async () => {
    const misspelt = (all: readonly vscode.Diagnostic[]) =>
      all.filter(({ message }) => message.includes('申报'));
    const [finding] = misspelt(await findings(faulty, (all) => misspelt(all).length > 0));
    assert.ok(finding);
    const edit = await quickFix(faulty, finding.range);
    const others = ours(faulty).length - misspelt(ours(faulty)).length;
    await vscode.workspace.applyEdit(edit);
    const left = await findings(faulty, (all) => misspelt(all).length === 0);
    assert.equal(left.length, others);
  });
});

describe('a plain text', () => {
  it('is attended as long as it is a report, and left alone before and after', async () => {
    const report = await vscode.workspace.openTextDocument(await sample('待改示例'));
    const notice = '会议通知\n一、时间\n';
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: notice });
    const editor = await vscode.window.showTextDocument(document);
    const replace = (text: string) =>
      editor.edit((edit) => edit.replace(new vscode.Range(0, 0, document.lineCount, 0), text));
    await replace(report.getText());
    await findings(document.uri, (all) => all.length > 0);
    await replace(notice);
    await findings(document.uri, (all) => all.length === 0);
  });
});
