import { Uri, window } from 'vscode';

/** The document a command is about: the one it was called for, as from a tree, else the one in the active editor. */
export function chosenReport(chosen: unknown): Uri | undefined {
  if (chosen instanceof Uri) return chosen;
  if (typeof chosen === 'object' && chosen !== null && 'uri' in chosen && chosen.uri instanceof Uri)
    return chosen.uri;
  return window.activeTextEditor?.document.uri;
}
