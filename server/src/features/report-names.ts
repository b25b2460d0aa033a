import { fileNameOf } from '../base/file-name.ts';

/** What the text files of reports are called, the surest first; a report called otherwise is found while it is open. */
export const reportNames: readonly string[] = [
  '**/*.gkbg',
  ...['政府信息公开', '年报', '20[0-9][0-9]'].map((word) => `**/*${word}*.{txt,md,markdown,html,htm}`),
];

/** The organ and year in the name of a file called as reports are: `某局2023年政府信息公开工作年度报告.txt`. */
export function organAndYear(path: string): { readonly organ: string; readonly year: number } | undefined {
  const found = /^(.+?)(20\d\d)年.*政府信息公开/.exec(fileNameOf(path));
  return found?.[1] === undefined ? undefined : { organ: found[1], year: Number(found[2]) };
}

/** The language an editor opens a report in, told by its name. */
export function languageOf(path: string): 'gouji-report' | 'markdown' | 'html' | 'plaintext' {
  const name = fileNameOf(path);
  if (/\.gkbg$/i.test(name) || /政府信息公开.*报告.*\.txt$/i.test(name)) return 'gouji-report';
  if (/\.html?$/i.test(name)) return 'html';
  return /\.(md|markdown)$/i.test(name) ? 'markdown' : 'plaintext';
}
