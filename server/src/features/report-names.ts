/** What the text files of reports are called, the surest first; a report called otherwise is found while it is open. */
export const reportNames: readonly string[] = [
  '**/*.gkbg',
  ...['政府信息公开', '年报', '20[0-9][0-9]'].map((word) => `**/*${word}*.{txt,md,markdown,html,htm}`),
];

/** Whether the name of a file, told by its path, leaves room for a report on a year: it says this year, or none. */
export function nameMaySayYear(path: string, year: number): boolean {
  const years = nameOf(path).match(/20\d\d/g);
  return years === null || years.includes(String(year));
}

/** The organ and year in the name of a file called as reports are: `某局2023年政府信息公开工作年度报告.txt`. */
export function organAndYear(path: string): { readonly organ: string; readonly year: number } | undefined {
  const found = /^(.+?)(20\d\d)年.*政府信息公开/.exec(nameOf(path));
  return found?.[1] === undefined ? undefined : { organ: found[1], year: Number(found[2]) };
}

/** The language an editor opens a report in, told by its name. */
export function languageOf(path: string): 'gouji-report' | 'markdown' | 'html' | 'plaintext' {
  const name = nameOf(path);
  if (/\.gkbg$/i.test(name) || /政府信息公开.*报告.*\.txt$/i.test(name)) return 'gouji-report';
  if (/\.html?$/i.test(name)) return 'html';
  return /\.(md|markdown)$/i.test(name) ? 'markdown' : 'plaintext';
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
