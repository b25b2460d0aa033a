import { type Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { nameMaySayYear } from '../../server/src/base/file-name.ts';
import { organAndYear, reportNames } from '../../server/src/features/report-names.ts';
import type { ReportFile } from '../../server/src/lsp/protocol.ts';

/** As many of each name as the server reads of all. */
const mostListed = 500;

/** What others wrote. */
const notReports = '**/node_modules/**';

/** The files of the workspace that are called as reports are, the surest first. */
async function listed(): Promise<readonly Uri[]> {
  const found = await Promise.all(
    reportNames.map((name) => workspace.findFiles(name, notReports, mostListed)),
  );
  return [...new Map(found.flat().map((uri) => [uri.toString(), uri])).values()];
}

/** The reports of the workspace by their names, on whatever file system, each with what tells whether it has changed. */
export async function reportFiles(client: BaseLanguageClient): Promise<readonly ReportFile[]> {
  const files = await Promise.all((await listed()).map((uri) => stamped(client, uri)));
  return files.filter((file) => file !== undefined);
}

async function stamped(client: BaseLanguageClient, uri: Uri): Promise<ReportFile | undefined> {
  try {
    const { mtime, size } = await workspace.fs.stat(uri);
    return { uri: client.code2ProtocolConverter.asUri(uri), stamp: `${mtime} ${size}` };
  } catch {
    // It is gone.
    return undefined;
  }
}

/** A text that may be last year's report. */
export interface EarlierReport {
  /** Its path as the workspace shows it. */
  readonly name: string;
  readonly text: string;
}

/** More files of one year than this are not read. */
const mostRead = 50;

/** Longer files are no single report. */
const longestRead = 2_000_000;

/** The texts of the workspace that may be reports on a year by their names; what is open counts as it is in the editor. */
export async function earlierReports(year: number): Promise<readonly EarlierReport[]> {
  const likely = (await listed()).filter(({ path }) => nameMaySayYear(path, year)).slice(0, mostRead);
  const texts = await Promise.all(likely.map(currentText));
  return likely.flatMap((uri, at) => {
    const text = texts[at];
    return text == null ? [] : [{ name: workspace.asRelativePath(uri), text }];
  });
}

async function currentText(uri: Uri): Promise<string | null> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  return open ? open.getText() : readText(uri, longestRead);
}

/** The text of a file in whatever workspace, UTF-8 or, from older programs, GB18030; null if there is none. */
export async function readText(uri: Uri, longest = Number.POSITIVE_INFINITY): Promise<string | null> {
  try {
    const { size } = await workspace.fs.stat(uri);
    return size > longest ? null : decoded(await workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The organ that the report files of the workspace are named for, the newest first; empty without any. */
export async function organOfNames(): Promise<string> {
  const named = (await listed()).flatMap(({ path }) => organAndYear(path) ?? []);
  return [...named].sort((a, b) => b.year - a.year)[0]?.organ ?? '';
}
