import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import * as vscode from 'vscode';

const found = (uri: vscode.Uri): readonly vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === 'gouji');

/** Waits for the event after which the findings of a file are as wanted. */
const findings = (
  uri: vscode.Uri,
  wanted: (all: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (!wanted(found(uri))) return;
      listener.dispose();
      resolve(found(uri));
    };
    const listener = vscode.languages.onDidChangeDiagnostics(look);
    look();
  });

const some = (all: readonly vscode.Diagnostic[]): boolean => all.length > 0;
const none = (all: readonly vscode.Diagnostic[]): boolean => all.length === 0;

const write = (uri: vscode.Uri, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));

/** One misspelt heading and hardly anything else. */
const report = '# 云溪县教育局2024年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申报情况\n';

/**
 * The edit that disowns a finding by a comment, and the commands offered beside it. The editor drops what it asked
 * for while it is still settling, and asks again; so does this.
 */
async function ignoring(uri: vscode.Uri, at: vscode.Range) {
  for (;;) {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      at,
      vscode.CodeActionKind.QuickFix.value,
    );
    const edit = actions.find(({ title }) => title.includes('忽略 section-wording'))?.edit;
    if (edit) return { edit, others: actions.map(({ command }) => command?.command) };
  }
}

describe('the user’s word', () => {
  let folder: vscode.Uri;
  let uri: vscode.Uri;

  before(async () => {
    const root = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(root);
    folder = vscode.Uri.joinPath(root, '设置');
    uri = vscode.Uri.joinPath(folder, '年报.md');
    await write(uri, report);
    await vscode.window.showTextDocument(uri);
    await findings(uri, some);
  });

  it('takes every mark away at once, and brings it back', async () => {
    await vscode.commands.executeCommand('gouji.toggle');
    await findings(uri, none);
    await vscode.commands.executeCommand('gouji.toggle');
    await findings(uri, some);
  });

  it('is heard in gouji.json as soon as that is written', async () => {
    const before = found(uri).length;
    const config = vscode.Uri.joinPath(folder, 'gouji.json');
    await write(config, '{"rules": {"section-wording": "off"}}');
    await findings(uri, (all) => all.length === before - 1);
    await vscode.workspace.fs.delete(config);
    await findings(uri, (all) => all.length === before);
  });

  it('disowns a finding by a comment that a quick fix writes', async () => {
    const about = ({ message }: vscode.Diagnostic): boolean => message.includes('申报');
    const [finding] = found(uri).filter(about);
    assert.ok(finding);
    const { edit, others } = await ignoring(uri, finding.range);
    for (const command of ['gouji.acceptFinding', 'gouji.setRuleLevel']) assert.ok(others.includes(command));
    await vscode.workspace.applyEdit(edit);
    await findings(uri, (all) => !all.some(about));
  });

  it('shows what was checked, with its sources', async () => {
    await vscode.commands.executeCommand('gouji.showVerdict');
    const page = vscode.window.activeTextEditor?.document;
    assert.equal(page?.uri.scheme, 'gouji-verdict');
    assert.match(page?.getText() ?? '', /检查结论：不通过[\s\S]*〔依据：/);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});
