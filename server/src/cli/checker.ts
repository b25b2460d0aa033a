import type { Acceptance } from '../analysis/baseline.ts';
import type { Settings } from '../analysis/settings.ts';
import { type Baselines, baselines } from './baseline.ts';
import { fixFile, fixPreview } from './fix.ts';
import type { Input, ReadSource, Source } from './input.ts';
import { lastYearFinder } from './last-year.ts';
import { type LastYearOf, noTotals, outcomeOf, type Totals, totalsOf, versionOf } from './outcome.ts';
import type { Part, Printer } from './printer.ts';
import { settingsFinder } from './settings.ts';
import type { System } from './system.ts';
import type { Voice } from './voice.ts';

/** How each file is to be checked. */
export interface Checking {
  readonly input: Input;
  /** The project file named, instead of those that stand beside and above the files. */
  readonly config: string | undefined;
  readonly fix: 'no' | 'preview' | 'write';
  /** The baseline named, instead of those that stand beside and above the files. */
  readonly baseline: string | undefined;
  /** Why whatever is found is to be accepted, if it is. */
  readonly accept: string | undefined;
  /** Whether other reports may be read, such as last year's. */
  readonly crossFile: boolean;
}

/** What checking one file came to, in plain data: it may have been done in another thread. */
export interface Checked {
  readonly part: Part | undefined;
  readonly totals: Totals;
  readonly troubles: readonly Trouble[];
}

/** What could not be read or written, and why. */
export interface Trouble {
  readonly file: string;
  readonly reason: string;
}

/** Checks files one after the other, with the settings and acceptances that govern each. */
export interface Checker {
  readonly check: (source: Source) => Checked;
  /** Writes the acceptances if that was asked for; gives what was wrong with the settings and acceptances met. */
  readonly finish: () => readonly Trouble[];
}

export function checkerFor(checking: Checking, printer: Printer, system: System, voice: Voice): Checker {
  const finder = settingsFinder(checking.config, system);
  const books = baselines(checking.baseline, checking.accept ?? '', system);
  const find = checking.crossFile ? lastYearFinder(checking.input, system) : () => undefined;
  const checked = (source: ReadSource): Checked => {
    const settings = finder.of(source.file);
    const { text, fault } = fixAsAsked(source, settings, checking, system, voice);
    const lastYear: LastYearOf = (asking) => find(source.file, asking);
    const accepted =
      checking.accept === undefined
        ? books.acceptedIn(source.file)
        : renewed(source.file, text, settings, books, lastYear);
    const outcome = outcomeOf(source.file, text, { ...settings, accepted }, lastYear);
    const troubles = fault === undefined ? [] : [{ file: source.file, reason: fault }];
    return { part: printer.part(outcome), totals: totalsOf(outcome), troubles };
  };
  return {
    check: (source) =>
      source.kind === 'read'
        ? checked(source)
        : {
            part: undefined,
            totals: noTotals,
            troubles: [{ file: source.file, reason: voice(source.reason) }],
          },
    finish: () => {
      if (checking.accept !== undefined)
        for (const { file, message } of books.write()) system.err(`gouji: ${file}: ${voice(message)}\n`);
      return [...finder.faults(), ...books.faults()].map(({ file, reason }) => ({
        file,
        reason: voice(reason),
      }));
    },
  };
}

/** Accepts everything that a text has wrong, however much it is. */
function renewed(
  file: string,
  text: string,
  settings: Settings,
  books: Baselines,
  lastYear: LastYearOf,
): readonly Acceptance[] {
  const all = { ...settings, accepted: [], maxNumberOfProblems: Number.MAX_SAFE_INTEGER };
  const version = versionOf(text, all, lastYear);
  return books.renew(file, version.findings(), version.report());
}

function fixAsAsked(
  source: ReadSource,
  settings: Settings,
  { fix }: Checking,
  system: System,
  voice: Voice,
): { readonly text: string; readonly fault?: string } {
  if (fix === 'write') return fixFile(source, settings, system, voice);
  if (fix === 'preview') for (const line of fixPreview(source, settings, voice)) system.err(`${line}\n`);
  return source;
}
