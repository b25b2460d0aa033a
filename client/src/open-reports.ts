import { type Disposable, type DocumentFilter, Uri } from 'vscode';
import type { ReportListener } from './status-bar.ts';

/** What is registered for the reports that are open, one by one. */
export interface OpenReports extends Disposable {
  readonly listen: ReportListener;
}

/** Registers something for each report as soon as it is known to be one, and takes it back once it is none. */
export function openReports(register: (selector: DocumentFilter) => Disposable): OpenReports {
  const registered = new Map<string, Disposable>();
  return {
    listen: (uri, status) => {
      const isReport = status?.recognised === true;
      if (isReport === registered.has(uri)) return;
      registered.get(uri)?.dispose();
      registered.delete(uri);
      if (isReport) registered.set(uri, register(selectorOf(Uri.parse(uri))));
    },
    dispose: () => {
      for (const registration of registered.values()) registration.dispose();
      registered.clear();
    },
  };
}

const selectorOf = ({ scheme, fsPath }: Uri): DocumentFilter => ({ scheme, pattern: fsPath });
