import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import * as vscode from 'vscode';

/** The place right behind some words of a document. */
function behind(document: vscode.TextDocument, words: string): vscode.Position {
  const at = document.getText().indexOf(words);
  assert.ok(at >= 0, words);
  return document.positionAt(at + words.length);
}

/** What a provider of the editor gives once the server answers; the first question starts it. */
const ask = <R>(command: string, document: vscode.TextDocument, at: vscode.Position): Thenable<R> =>
  vscode.commands.executeCommand<R>(command, document.uri, at);

describe('a report that is read', () => {
  let report: vscode.TextDocument;

  before(async () => {
    const [file] = await vscode.workspace.findFiles('良好示例*.md');
    assert.ok(file);
    report = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(report);
    await vscode.extensions.getExtension('gouji.gouji')?.activate();
  });

  it('tells on a cell what counts there and how its sums come out', async () => {
    const hovers = await ask<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      report,
      behind(report, '| 三、本年度办理结果 | （一）予以公开 |  | '),
    );
    const told = hovers.flatMap(({ contents }) =>
      contents.map((one) => (typeof one === 'string' ? one : one.value)),
    );
    assert.ok(
      told.some((words) => /表三.*予以公开.*自然人/.test(words) && words.includes('✓')),
      told.join('\n'),
    );
  });

  it('leads from a number in a paragraph to its cell', async () => {
    const found = await ask<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      report,
      behind(report, '收到政府信息公开申请2'),
    );
    const lines = found.map(({ range }) => report.lineAt(range.start.line).text);
    assert.ok(
      lines.some((line) => line.startsWith('| 一、本年新收')),
      lines.join('\n'),
    );
  });

  it('links its citations to what they are about, on the page that was installed with the extension', async () => {
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      report.uri,
    );
    const lines = links.flatMap(({ target }) =>
      target?.path === 'gouji.showLaw' ? (JSON.parse(target.query) as number[]) : [],
    );
    assert.ok(lines.length > 0);
    const extension = vscode.extensions.getExtension('gouji.gouji');
    assert.ok(extension);
    const address = vscode.Uri.joinPath(extension.extensionUri, 'docs/law.md');
    const page = await vscode.workspace.openTextDocument(address);
    for (const line of lines) assert.match(page.lineAt(line - 1).text, /^- (?:国务院令|国办|第)/);
  });
});

describe('a report that is begun', () => {
  const answers = { organ: '云溪县教育局', year: 2025, edition: '2021', notation: 'pipe' } as const;

  it('is blank but for what last year carried over, and not saved yet', async () => {
    await vscode.commands.executeCommand('gouji.newReport', { ...answers, carry: true });
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document?.isUntitled);
    assert.match(document.uri.path, /\/云溪县教育局2025年政府信息公开工作年度报告\.md$/);
    assert.equal(document.languageId, 'markdown');
    assert.ok(document.getText().startsWith('# 云溪县教育局2025年政府信息公开工作年度报告'));
    assert.match(
      document.getText(),
      /\| 二、上年结转政府信息公开申请数量 \| {2}\| {2}\| 1 \| 0 \| 0 \| 0 \| 0 \| 0 \| 1 \|/,
    );
  });

  it('is offered what it still lacks', async () => {
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    const completions = await ask<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document,
      behind(document, '### （二）依申请公开情况\n'),
    );
    const labels = completions.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('申请件数（取自表三）'), labels.join(' '));
  });
});
