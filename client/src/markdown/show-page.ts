import { commands, type Uri } from 'vscode';

/**
 * Shows a page of Markdown as it is to be read; as it is written where nobody can show it.
 * Whoever can may still be asleep, and is woken by being asked: a list of commands would not name it.
 */
export async function showPage(page: Uri): Promise<void> {
  try {
    await commands.executeCommand('markdown.showPreview', page);
  } catch {
    await commands.executeCommand('vscode.open', page);
  }
}
