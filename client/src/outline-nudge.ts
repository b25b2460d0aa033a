import { type Disposable, languages, workspace } from 'vscode';
import type { ReportListener } from './status-bar.ts';

/** Has VS Code ask for outlines anew when they change without the text. */
export interface OutlineNudge extends Disposable {
  readonly listen: ReportListener;
}

export function outlineNudge(): OutlineNudge {
  const reports = new Map<string, boolean>();
  const listener = workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('gouji.outline')) nudge();
  });
  return {
    listen: (uri, status) => {
      const before = reports.get(uri);
      if (status) reports.set(uri, status.recognised);
      else reports.delete(uri);
      if (status && before !== undefined && before !== status.recognised) nudge();
    },
    dispose: () => listener.dispose(),
  };
}

/** There is no word for it, but VS Code asks anew whenever there is another provider, or one less. */
function nudge(): void {
  const none = { provideDocumentSymbols: () => [] };
  languages.registerDocumentSymbolProvider({ pattern: '**' }, none).dispose();
}
