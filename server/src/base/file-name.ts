/** The name of a file, told by its path or address. */
export const fileNameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** An address in plain characters, as far as it is well formed. */
export function plain(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** The name of a file as it is read, told by its path or address. */
export function shownFileName(source: string): string {
  const name = fileNameOf(source.replaceAll('\\', '/'));
  return /^[a-z][\w+.-]+:\/\//i.test(source) ? plain(name) : name;
}

/** Whether the name of a file, told by its path, leaves room for a report on a year: it says this year, or none. */
export function nameMaySayYear(path: string, year: number): boolean {
  const years = fileNameOf(path).match(/20\d\d/g);
  return years === null || years.includes(String(year));
}
