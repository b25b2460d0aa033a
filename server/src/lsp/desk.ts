import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Settings } from '../analysis/settings.ts';
import { type Snapshot, snapshot } from '../analysis/snapshot.ts';
import { type Bundle, wording } from '../base/message.ts';
import type { Predecessor } from '../model/report.ts';
import type { Client } from './client.ts';
import { lineSpan, type Manner } from './convert.ts';
import {
  type Aids,
  type EditorSettings,
  languageFor,
  type OutlineWish,
  type Run,
  settingsFor,
  type TotalsUpdate,
} from './settings.ts';
import type { SettingsBook } from './settings-book.ts';

/** A document on the desk, as far as a request has to know it. */
export interface OnDesk {
  readonly doc: TextDocument;
  /** Read from an empty text if the document is too long to be read. */
  readonly of: Snapshot;
  readonly manner: Manner;
  /** The span of the line being typed, if one is. */
  readonly typed: { readonly from: number; readonly to: number } | undefined;
  readonly tooLong: boolean;
  readonly run: Run;
  readonly totals: TotalsUpdate;
  readonly aids: Aids;
  readonly outline: OutlineWish;
}

/** The open documents, each with one snapshot a version. */
export interface Desk {
  readonly find: (uri: string) => OnDesk | undefined;
  /** Notes the line being typed; says whether that is news. */
  readonly type: (uri: string, line: number | null) => boolean;
  readonly forget: (uri: string) => void;
}

/** Longer texts are no reports; 8 million UTF-16 units are about a thousand reports in one file. */
export const longestText = 8_000_000;

interface Kept {
  readonly doc: TextDocument;
  readonly version: number;
  readonly settings: Settings;
  readonly lastYear: Predecessor | undefined;
  readonly of: Snapshot;
  /** The last texts, newest first: one that comes back, as after an undo, need not be read again. */
  readonly recent: readonly Snapshot[];
  readonly tooLong: boolean;
}

/** So many texts of a document are remembered, as far back as one goes by undoing, and so many UTF-16 units of them in all. */
const mostRemembered = 64;
const mostUnitsRemembered = 400_000;

/** So many of them with all that was read; of the others what was found is enough until one comes back. */
const mostAwake = 3;

export function desk(
  documents: TextDocuments<TextDocument>,
  book: SettingsBook,
  client: Client,
  english: Bundle,
  lastYearOf: (uri: string) => Predecessor | undefined,
): Desk {
  const kept = new Map<string, Kept>();
  const typing = new Map<string, number>();
  const mannerFor = mannersOf(client, english);
  return {
    find: (uri) => {
      const doc = documents.get(uri);
      if (!doc) return undefined;
      const chosen = book.of(uri);
      const before = kept.get(uri);
      const basis = { settings: chosen.check, lastYear: lastYearOf(uri) };
      const now =
        before && isCurrent(before, doc, basis)
          ? before
          : keep(doc, basis, settingsFor(doc.languageId, chosen), before);
      kept.set(uri, now);
      const line = typing.get(uri);
      return {
        doc,
        of: now.of,
        tooLong: now.tooLong,
        run: chosen.run,
        totals: chosen.totals,
        aids: chosen.aids,
        outline: chosen.outline,
        manner: mannerFor(chosen),
        typed: line === undefined ? undefined : lineSpan(doc, line),
      };
    },
    type: (uri, line) => {
      const before = typing.get(uri);
      if (line === null) typing.delete(uri);
      else typing.set(uri, line);
      return before !== (line ?? undefined);
    },
    forget: (uri) => {
      kept.delete(uri);
      typing.delete(uri);
    },
  };
}

/** A document closed and opened again starts its versions anew, hence the look at the document itself. */
const isCurrent = (kept: Kept, doc: TextDocument, basis: Basis): boolean =>
  kept.doc === doc && kept.version === doc.version && isSame(kept, basis);

/** What a document is checked by, besides its text. */
type Basis = Pick<Kept, 'settings' | 'lastYear'>;

const isSame = (one: Basis, other: Basis): boolean =>
  one.settings === other.settings && one.lastYear === other.lastYear;

function keep(doc: TextDocument, basis: Basis, effective: Settings, before: Kept | undefined): Kept {
  const text = doc.getText();
  const tooLong = text.length > longestText && mayBeReport(text, effective);
  const last = before?.settings === basis.settings ? before : undefined;
  const recent = last && isSame(last, basis) ? last.recent : [];
  const of =
    recent.find((one) => one.text === text) ??
    snapshot(
      text.length > longestText ? '' : text,
      doc.version,
      effective,
      last?.of.report(),
      basis.lastYear,
    );
  return { doc, version: doc.version, ...basis, of, recent: remember(of, recent), tooLong };
}

function remember(of: Snapshot, recent: readonly Snapshot[]): readonly Snapshot[] {
  const most = Math.min(mostRemembered, Math.floor(mostUnitsRemembered / of.text.length));
  const all = [of, ...recent.filter((one) => one !== of)].slice(0, most);
  const tired = all[mostAwake];
  if (!tired) return all;
  // Those behind it have passed this place before, and rest already.
  const rested = tired.rested();
  return rested ? all.with(mostAwake, rested) : all.toSpliced(mostAwake, 1);
}

/** Whether the beginning of a long text reads as a report, so that its author has to hear that it is not checked. */
const mayBeReport = (text: string, settings: Settings): boolean =>
  snapshot(text.slice(0, 65_536), 0, settings).report().recognised;

/** How things are put for somebody with some settings. */
export function mannersOf(client: Client, english: Bundle): (chosen: EditorSettings) => Manner {
  const manners = { 'zh-CN': mannerOf(client), en: mannerOf(client, english) };
  return (chosen) => manners[languageFor(chosen, client.locale)];
}

const mannerOf = ({ showsRelated, accepts, ruleDocs }: Client, bundle?: Bundle): Manner => ({
  say: (message) => wording(message, bundle),
  showsRelated,
  accepts,
  ruleDocs,
});
