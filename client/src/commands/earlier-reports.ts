import { type Uri, workspace } from 'vscode';

/** A text that may be last year's report. */
export interface EarlierReport {
  /** Its path as the workspace shows it. */
  readonly name: string;
  readonly text: string;
}

const readable = '**/*.{txt,md,markdown,gkbg,html,htm}';
const notReports = '**/node_modules/**';

/** More files of one year than this are not read. */
const mostFiles = 50;

/** Longer files are no single report. */
const longestFile = 2_000_000;

/** The texts of the workspace that name a year in their file names; what is open counts as it is in the editor. */
export async function earlierReports(year: number): Promise<readonly EarlierReport[]> {
  const files = await workspace.findFiles(readable, notReports);
  const named = files.filter(({ path }) => baseName(path).includes(String(year))).slice(0, mostFiles);
  const texts = await Promise.all(named.map(textOf));
  return named.flatMap((uri, at) => {
    const text = texts[at];
    return text === undefined ? [] : [{ name: workspace.asRelativePath(uri), text }];
  });
}

async function textOf(uri: Uri): Promise<string | undefined> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    const { size } = await workspace.fs.stat(uri);
    return size > longestFile ? undefined : decoded(await workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

/** Reports are UTF-8 or, from older programs, GB18030. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The organ that the report files of the workspace are named for, the newest first; empty without any. */
export async function organOfNames(): Promise<string> {
  const files = await workspace.findFiles(readable, notReports);
  const named = files.flatMap(({ path }) => {
    const found = /^(.+?)(20\d\d)年.*政府信息公开/.exec(baseName(path));
    return found ? [{ organ: found[1] ?? '', year: Number(found[2]) }] : [];
  });
  return [...named].sort((a, b) => b.year - a.year)[0]?.organ ?? '';
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
