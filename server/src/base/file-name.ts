/** The name of a file, told by its path or address. */
export const fileNameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Whether the name of a file, told by its path, leaves room for a report on a year: it says this year, or none. */
export function nameMaySayYear(path: string, year: number): boolean {
  const years = fileNameOf(path).match(/20\d\d/g);
  return years === null || years.includes(String(year));
}
