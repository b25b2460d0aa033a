import type { DocumentSymbol } from 'vscode-languageserver';
import type { Snapshot } from '../analysis/snapshot.ts';
import { memory } from '../base/remembered.ts';
import { outline } from '../features/outline.ts';
import type { Client } from './client.ts';
import { toDocumentSymbol } from './convert.ts';
import type { OnDesk } from './desk.ts';

/** The outline of a document for a client, converted once: editors ask for it several times a version. */
export function symbolsFor(client: Client): (on: OnDesk) => DocumentSymbol[] {
  const known = memory<Snapshot, DocumentSymbol[]>();
  return (on) => {
    const { doc, of } = on;
    if (on.outline === 'never' || (on.outline === 'auto' && listedAnyway(client, on))) return [];
    const symbols = known.get(of) ?? outline(of).map((item) => toDocumentSymbol(doc, item));
    known.set(of, symbols);
    return symbols;
  };
}

/** Whether the client lists the statutory headings already, because they are headings of Markdown. */
function listedAnyway({ listsMarkdown }: Client, { doc, of }: OnDesk): boolean {
  if (!listsMarkdown || doc.languageId !== 'markdown') return false;
  const { text, sections } = of.report();
  return sections.some(
    (section) => section.kind === 'present' && text.charAt(section.heading.span.from) === '#',
  );
}
