import { snapshot } from '../analysis/snapshot.ts';
import { nameMaySayYear } from '../base/file-name.ts';
import { type OfYear, precedes } from '../model/last-year.ts';
import type { Report } from '../model/report.ts';
import { filesBeside, findFiles } from './files.ts';
import { type Input, readFound } from './input.ts';
import { attempt, type System } from './system.ts';

/** Finds the report of the same organ on the year before, among the files asked for and beside a file. */
export type FindLastYear = (file: string, asking: OfYear) => Report | undefined;

/** More files than this are not read for one report. */
const mostLookedAt = 50;

/** Reads a file only when somebody asks, and only once to learn whose report it is. */
export function lastYearFinder(input: Input, system: System): FindLastYear {
  const known = new Map<string, OfYear>();
  let asked: readonly string[] | undefined;
  const reportIn = (file: string): Report | undefined => {
    const source = readFound({ path: file, named: false }, input, system);
    return source.kind === 'read' ? snapshot(source.text).report() : undefined;
  };
  const about = (file: string): OfYear => {
    const before = known.get(file);
    if (before) return before;
    const report = reportIn(file);
    const now = report?.recognised ? { organ: report.organ, year: report.year } : nobody;
    known.set(file, now);
    return now;
  };
  return (file, asking) => {
    asked ??= findFiles(input.paths, system).files.map(({ path }) => path);
    const wanted = (asking.year ?? 0) - 1;
    const places = new Map(
      [...asked, ...filesBeside(file, system)].map((path) => [placeOf(path, system), path]),
    );
    places.delete(placeOf(file, system));
    const likely = [...places.values()].filter((path) => nameMaySayYear(path, wanted)).slice(0, mostLookedAt);
    for (const path of likely) {
      const { organ, year } = about(path);
      if (organ === undefined || organ !== asking.organ || year !== wanted) continue;
      const report = reportIn(path);
      if (report && precedes(report, asking)) return report;
    }
    return undefined;
  };
}

/** Whose report a file is that holds none. */
const nobody: OfYear = { organ: undefined, year: undefined };

/** One name for a file, however it is reached. */
function placeOf(path: string, system: System): string {
  const place = attempt(() => system.realPath(system.absolute(path)));
  return 'fault' in place ? system.absolute(path) : place.value;
}
