import { snapshot } from '../analysis/snapshot.ts';
import { nameMaySayYear } from '../base/file-name.ts';
import { lazy } from '../base/lazy.ts';
import { isYearBefore, type OfYear, precedes } from '../model/last-year.ts';
import type { Predecessor } from '../model/report.ts';
import { filesIn, findFiles } from './files.ts';
import { type Input, readFound } from './input.ts';
import { attempt, type System } from './system.ts';

/** Finds the report of the same organ on the year before, among the files asked for and beside a file. */
export type FindLastYear = (file: string, asking: OfYear) => Predecessor | undefined;

/** More files than this are not looked at for one report: no folder of one organ or county holds more. */
const mostLookedAt = 500;

/** A larger file is no report, and reading it would keep the user waiting; in bytes. */
const largest = 4_000_000;

/** Whose report a text is stands at its beginning; the rest is read only if it does not, or to use the report. */
const beginning = 4000;

/** A file, and one name for it however it is reached. */
interface Placed {
  readonly path: string;
  readonly place: string;
}

/** Reads a file only when somebody asks, and only once to learn whose report it is. */
export function lastYearFinder(input: Input, system: System): FindLastYear {
  const textIn = (path: string): string => {
    const size = attempt(() => system.sizeOf(path));
    if ('fault' in size || size.value > largest) return '';
    const source = readFound({ path, named: false }, input, system);
    return source.kind === 'read' ? source.text : '';
  };
  const about = once((path: string): OfYear => {
    const text = textIn(path);
    const told = toldBy(text.slice(0, beginning));
    return told === nobody && text.length > beginning ? toldBy(text) : told;
  });
  const placed = (paths: readonly string[]): readonly Placed[] =>
    paths.map((path) => ({ path, place: placeOf(path, system) }));
  const asked = lazy(() => placed(findFiles(input.paths, system).files.map(({ path }) => path)));
  const around = once((folder: string) => {
    const beside = placed(filesIn(folder, system));
    return [...new Map([...asked(), ...beside].map((one) => [one.place, one])).values()];
  });
  const likely = once((folder: string) =>
    once((wanted: number) => around(folder).filter(({ path }) => nameMaySayYear(path, wanted))),
  );
  return (file, { organ, year }) => {
    if (organ === undefined || year === undefined) return undefined;
    const own = placeOf(file, system);
    const others = likely(system.parent(system.absolute(file)))(year - 1).filter(
      ({ place }) => place !== own,
    );
    const named = others.filter(({ path }) => path.includes(organ));
    for (const { path } of [...named, ...others].slice(0, mostLookedAt)) {
      if (!isYearBefore(about(path), { organ, year })) continue;
      const report = snapshot(textIn(path)).report();
      if (precedes(report, { organ, year })) return { report, source: path };
    }
    return undefined;
  };
}

/** Works out each answer the first time it is asked for. */
function once<Q, A>(answer: (question: Q) => A): (question: Q) => A {
  const known = new Map<Q, A>();
  return (question) => {
    const before = known.get(question);
    if (before !== undefined) return before;
    const now = answer(question);
    known.set(question, now);
    return now;
  };
}

function toldBy(text: string): OfYear {
  const { recognised, organ, year } = snapshot(text).report();
  return recognised && year !== undefined ? { organ, year } : nobody;
}

/** Whose report a file is that holds none. */
const nobody: OfYear = { organ: undefined, year: undefined };

function placeOf(path: string, system: System): string {
  const place = attempt(() => system.realPath(system.absolute(path)));
  return 'fault' in place ? system.absolute(path) : place.value;
}
