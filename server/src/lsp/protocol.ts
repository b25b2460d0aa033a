import {
  NotificationType,
  type Position,
  type Range,
  RequestType,
  RequestType0,
  type TextEdit,
} from 'vscode-languageserver';
import type { Level } from '../analysis/settings.ts';
import type { AcceptanceKey } from '../features/accept.ts';
import type { Severity } from '../features/findings.ts';
import type { NewReport, NewReportWishes } from '../features/new-report.ts';
import type { PartStanding } from '../features/review.ts';
import type { SheetFormat } from '../features/review-sheet.ts';
import type { SectionPlace } from '../features/sections.ts';
import type { Status } from '../features/status.ts';

/** From the client: the line somebody is typing in, or null once the cursor has left it. */
export interface TypingParams {
  readonly uri: string;
  readonly line: number | null;
}

/** Findings that the typed line takes part in are held back until the line is left. */
export const typingNotification = new NotificationType<TypingParams>('gouji/typing');

/** To the client, when it changes: what the document comes to. */
export interface StatusParams extends Omit<Status, 'edition' | 'year'> {
  readonly uri: string;
  readonly version: number;
  readonly edition: string | null;
  readonly year: number | null;
  /** Whether what is found is shown, waits to be asked for, or is hidden by wish. */
  readonly marks: 'now' | 'waiting' | 'hidden';
}

/** Sent only to clients that ask for it with `initializationOptions.status`. */
export const statusNotification = new NotificationType<StatusParams>('gouji/status');

/** From the server, to clients that offer it with `initializationOptions.readsFiles`: the text of a file, or null. */
export const readFileRequest = new RequestType<ReadFileParams, string | null, void>('gouji/readFile');

export interface ReadFileParams {
  readonly uri: string;
}

/** A file that may be a report, by its name, and what changes whenever the file does. */
export interface ReportFile {
  readonly uri: string;
  readonly stamp: string;
}

/** From the server, to clients that offer it with `initializationOptions.listsReports`: the reports of the workspace. */
export const reportFilesRequest = new RequestType0<readonly ReportFile[], void>('gouji/reportFiles');

/** From the client: what the baseline has to hold once a finding is accepted; it writes the file itself. */
export const acceptanceRequest = new RequestType<AcceptanceParams, FileAnswer, void>('gouji/acceptance');

export interface AcceptanceParams {
  readonly textDocument: { readonly uri: string };
  /** As the code action named it. */
  readonly key: AcceptanceKey;
  readonly reason: string;
  readonly who: string;
  /** A day: `2025-01-31`. */
  readonly when: string;
  /** The workspace folder, where a first baseline is put if there is no project file. */
  readonly folder?: string;
}

/** From the client: what gouji.json has to hold once a rule has another severity; it writes the file itself. */
export const ruleLevelRequest = new RequestType<RuleLevelParams, FileAnswer, void>('gouji/ruleLevel');

export interface RuleLevelParams {
  readonly textDocument: { readonly uri: string };
  readonly rule: string;
  readonly level: Level;
  /** The workspace folder, where a first project file is put. */
  readonly folder?: string;
}

/** A file and what it has to hold, or why it cannot be changed. */
export type FileAnswer = { readonly uri: string; readonly text: string } | { readonly fault: string };

/** From the client: shows or hides every mark at once. */
export const showMarksNotification = new NotificationType<{ readonly shown: boolean }>('gouji/showMarks');

/** From the client: checks a document as it is now, whatever `gouji.run` says. */
export const checkNotification = new NotificationType<{ readonly uri: string }>('gouji/check');

/** From the client: what was checked in a report and how it came out, in Markdown; null for another text. */
export const verdictRequest = new RequestType<SectionsParams, string | null, void>('gouji/verdict');

export interface SectionsParams {
  readonly textDocument: { readonly uri: string };
}

/** One of the six statutory sections; without a place if the report lacks it. */
export interface SectionAnswer {
  readonly id: SectionPlace['id'];
  readonly label: string;
  readonly heading: string | null;
  readonly range: Range | null;
}

/** The six statutory sections of a report; none for another text. */
export const sectionsRequest = new RequestType<SectionsParams, readonly SectionAnswer[], void>(
  'gouji/sections',
);

/** From the client: begins a report; it writes and opens the text itself. */
export const newReportRequest = new RequestType<NewReportWishes, NewReport | null, void>('gouji/newReport');

export interface RebuildTableParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

/** What writes the table at a place down again; without edits, in words why there are none. */
export interface RebuildTableAnswer {
  readonly edits: TextEdit[];
  readonly reason: string | null;
}

/** The table at a place in the canonical layout. */
export const rebuildTableRequest = new RequestType<RebuildTableParams, RebuildTableAnswer, void>(
  'gouji/rebuildTable',
);

/** What keeps the totals of a version right. */
export interface TotalsAnswer {
  readonly version: number;
  readonly edits: TextEdit[];
}

/**
 * From the client, after every change of a document while `gouji.totals.update` is `onType`: what keeps the totals
 * right. It makes the edits in one step with the typing, if that is what the change was.
 */
export const totalsRequest = new RequestType<SectionsParams, TotalsAnswer, void>('gouji/totals');

export interface RecalculateAnswer {
  readonly version: number;
  readonly edits: TextEdit[];
  /** How many totals cannot be added up. */
  readonly open: number;
}

/** From the client: all totals added up anew, which it shows before it makes the edits; null for another text. */
export const recalculateRequest = new RequestType<SectionsParams, RecalculateAnswer | null, void>(
  'gouji/recalculate',
);

/** From the client: a report as it is published, with what is found marked in it; null for another text. */
export const previewRequest = new RequestType<PreviewParams, PreviewAnswer | PreviewUnchanged | null, void>(
  'gouji/preview',
);

export interface PreviewParams extends SectionsParams {
  /** Of the answer that the client shows. */
  readonly previousResultId?: string;
}

/** There is nothing else to be shown than before. */
export interface PreviewUnchanged {
  readonly unchanged: true;
}

/** Places are offsets in UTF-16 units of the version named, so that a cursor is compared with them as it is. */
export interface PreviewAnswer {
  readonly resultId: string;
  readonly version: number;
  /** Whether what is found is shown, waits to be asked for, or is hidden by wish; only then are there no marks. */
  readonly marks: StatusParams['marks'];
  readonly blocks: readonly PreviewBlockAnswer[];
  /** What is found at no place that is shown. */
  readonly notes: readonly PreviewNoteAnswer[];
}

/** From, to. */
export type Stretch = readonly [from: number, to: number];

export interface PreviewNoteAnswer {
  readonly number: number;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly message: string;
  readonly at: Stretch;
}

export interface PreviewMarkAnswer {
  readonly state: 'wrong' | 'involved';
  /** Of the note. */
  readonly number: number;
}

export type PreviewBlockAnswer = {
  readonly at: Stretch;
  /** The findings that its marks name, or that stand within it. */
  readonly notes: readonly PreviewNoteAnswer[];
} & (
  | { readonly kind: 'heading'; readonly depth: number; readonly runs: readonly PreviewRunAnswer[] }
  | { readonly kind: 'paragraph'; readonly runs: readonly PreviewRunAnswer[] }
  | {
      readonly kind: 'table';
      readonly name: string;
      readonly sums: string | null;
      /** Why not all of it is certain. */
      readonly remark: string | null;
      /** As the form prints it; none if it cannot be told which form that is. */
      readonly rows: PreviewTableAnswer;
      /** A table that is not certain once more as it was found. */
      readonly found: { readonly name: string; readonly rows: PreviewTableAnswer } | null;
    }
);

/** The cells that begin on each row. */
export type PreviewTableAnswer = readonly (readonly PreviewCellAnswer[])[];

export interface PreviewRunAnswer {
  readonly text: string;
  readonly at: Stretch;
  readonly marks: readonly PreviewMarkAnswer[];
}

/** A cell of a table as it is printed; it takes up one column and one row unless it says more. */
export interface PreviewCellAnswer {
  readonly text: string;
  readonly across?: number;
  readonly down?: number;
  readonly head?: 'col' | 'colgroup' | 'row' | 'rowgroup';
  readonly at?: Stretch;
  readonly marks?: readonly PreviewMarkAnswer[];
}

/** From the client: a report part by part with what is found in each; null for another text. */
export const reviewRequest = new RequestType<SectionsParams, ReviewAnswer | null, void>('gouji/review');

export interface ReviewAnswer {
  readonly version: number;
  /** The report's title, or null. */
  readonly title: string | null;
  /** Whether what is found is shown, was shown for the version before and stays, waits to be asked for, or is hidden. */
  readonly marks: StatusParams['marks'] | 'before';
  /** The opening words and the six sections; none while what is found is not shown. */
  readonly parts: readonly ReviewPartAnswer[];
}

export interface ReviewPartAnswer {
  readonly id: string;
  readonly name: string;
  readonly standing: PartStanding;
  /** Null where the section is missing. */
  readonly range: Range | null;
  readonly tables: readonly ReviewTableAnswer[];
  readonly findings: readonly ReviewFindingAnswer[];
}

export interface ReviewTableAnswer {
  readonly id: string;
  /** `表三`. */
  readonly name: string;
  /** What the table is of. */
  readonly title: string;
  readonly standing: PartStanding;
  /** How its identities come out, in words. */
  readonly sums: string;
  /** Null where the table is missing. */
  readonly range: Range | null;
}

export interface ReviewFindingAnswer {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  /** What accepting it would hold for; null where that cannot be taken down. */
  readonly key: AcceptanceKey | null;
}

/** From the client: everything found in a report, as text for an e-mail; null for another text. */
export const findingListRequest = new RequestType<SectionsParams, string | null, void>('gouji/findingList');

export interface ReviewSheetParams extends SectionsParams {
  readonly format: SheetFormat;
}

/** From the client: the review sheet of a report; null for another text. */
export const reviewSheetRequest = new RequestType<ReviewSheetParams, string | null, void>(
  'gouji/reviewSheet',
);

/** What is on the clipboard, and where in a report it is about to be pasted. */
export interface PasteTableParams extends RebuildTableParams {
  readonly text: string | null;
  readonly html: string | null;
}

/** From the client: the statutory table on the clipboard in its canonical layout; null if there is none. */
export const pasteTableRequest = new RequestType<PasteTableParams, string | null, void>('gouji/pasteTable');
