import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import * as vscode from 'vscode';

/** The text of a sample by the first words of its name. */
async function sampleText(start: string): Promise<string> {
  const [found] = await vscode.workspace.findFiles(`${start}*`);
  assert.ok(found, `no sample ${start}`);
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(found));
}

const formatEdits = (uri: vscode.Uri): Thenable<vscode.TextEdit[] | undefined> =>
  vscode.commands.executeCommand('vscode.executeFormatDocumentProvider', uri, {
    tabSize: 2,
    insertSpaces: true,
  });

/** Asks again until the editor knows that the text is a report, or that it no longer is. */
async function whenOffered(uri: vscode.Uri, wanted: boolean): Promise<readonly vscode.TextEdit[]> {
  for (;;) {
    const edits = (await formatEdits(uri)) ?? [];
    if (edits.length > 0 === wanted) return edits;
  }
}

async function shown(content: string, language: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ content, language });
  return vscode.window.showTextDocument(document);
}

const lineWith = (document: vscode.TextDocument, words: string): vscode.TextLine => {
  const at = document.positionAt(document.getText().indexOf(words));
  return document.lineAt(at.line);
};

/** Waits until the text of a document is as wanted. */
function untilText(document: vscode.TextDocument, wanted: (text: string) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!wanted(document.getText())) return;
      listener.dispose();
      resolve();
    };
    const listener = vscode.workspace.onDidChangeTextDocument(look);
    look();
  });
}

describe('formatting in the editor', () => {
  let text: string;

  before(async () => {
    text = await sampleText('待改示例');
  });

  it('is offered for a Markdown file as long as it is a report', async () => {
    const { document } = await shown(text, 'markdown');
    const edits = await whenOffered(document.uri, true);
    assert.ok(edits.length > 9);
    const change = new vscode.WorkspaceEdit();
    change.set(document.uri, [...edits]);
    await vscode.workspace.applyEdit(change);
    assert.ok(
      document.getText().startsWith('# 青禾镇人民政府2024年政府信息公开工作年度报告\n\n## 一、总体情况\n'),
    );
    assert.match(lineWith(document, '行政规范性文件 ').text, /^\| 行政规范性文件 +\| +1 \| +0 \| +6 \|$/);
    const letter = new vscode.WorkspaceEdit();
    letter.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), '# 会议通知\n\n- 甲\n');
    await vscode.workspace.applyEdit(letter);
    await whenOffered(document.uri, false);
  });

  it('rebuilds the table at the cursor, and nothing else', async () => {
    const { document } = await shown(text, 'plaintext');
    await whenOffered(document.uri, true);
    const { start } = lineWith(document, '行政规范性文件\t').range;
    assert.ok(vscode.window.activeTextEditor);
    vscode.window.activeTextEditor.selection = new vscode.Selection(start, start);
    await vscode.commands.executeCommand('gouji.rebuildTable');
    await untilText(document, (now) => now.includes('| 行政规范性文件 '));
    const rest = text.slice(text.indexOf('三、收到和处理'));
    assert.ok(document.getText().endsWith(rest));
  });
});
