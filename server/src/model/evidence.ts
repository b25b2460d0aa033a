import { type Span, span } from '../base/span.ts';
import type { Fault, ProseFact, Reading, Report, Suspect } from './report.ts';
import { figureOf } from './slips.ts';

/** What the paragraphs say about the ways to settle a fault. */
export interface Evidence {
  /** The ways that leave the fewest numbers of the paragraphs in conflict with the table. */
  readonly likeliest: readonly Suspect[];
  /** The one of them whose figure the paragraphs state, if they state the figure of one only. */
  readonly witnessed: Suspect | undefined;
  /** Where they state what a change would come to. */
  readonly quotes: (suspect: Suspect | undefined) => readonly Quote[];
}

/** Words of the text between two commas. */
export interface Quote {
  readonly span: Span;
  readonly words: string;
}

/**
 * Holds every way to settle a fault against the paragraphs: a number that would fit the changed table, and does not fit
 * the printed one, speaks for the change; one that fits the printed table only speaks against it.
 */
export function weigh({ suspects }: Fault, report: Report): Evidence {
  if (suspects.length === 0) return { likeliest: [], witnessed: undefined, quotes: () => [] };
  const facts = report.facts().filter(({ readings }) => readings.length > 0);
  const speaksFor = (suspect: Suspect): readonly ProseFact[] =>
    facts.filter((fact) => !agrees(fact) && agreesAfter(fact, suspect));
  const conflicts = suspects.map((suspect) => facts.filter((fact) => !agreesAfter(fact, suspect)).length);
  const fewest = Math.min(...conflicts);
  const likeliest = suspects.filter((_, at) => conflicts[at] === fewest);
  const [first, ...others] = likeliest;
  const witnessed = first && others.length === 0 && speaksFor(first).length > 0 ? first : undefined;
  return {
    likeliest,
    witnessed,
    quotes: (suspect) => (suspect ? speaksFor(suspect).map((fact) => quote(fact, report.text)) : []),
  };
}

const agrees = ({ readings, value }: ProseFact): boolean =>
  readings.some((reading) => reading.value === value);

const agreesAfter = ({ readings, value }: ProseFact, suspect: Suspect): boolean =>
  readings.some((reading) => valueAfter(reading, suspect) === value);

/** What a reading of the table would come to after a change. */
const valueAfter = ({ cells, taken, value }: Reading, suspect: Suspect): number =>
  [suspect, ...suspect.along]
    .filter((change) => cells.includes(change.cell))
    .reduce((sum, change) => {
      const more = change.value - figureOf(change.cell);
      return taken.includes(change.cell) ? sum - more : sum + more;
    }, value);

/** The number with the words before it, back to the last stop of any kind. */
function quote({ clause, full }: ProseFact, text: string): Quote {
  const before = text.slice(clause.from, full.from);
  const start = Math.max(...[...'，、；：。,;:'].map((stop) => before.lastIndexOf(stop))) + 1;
  const said = before.slice(start);
  const place = span(full.from - said.trimStart().length, full.to);
  return { span: place, words: text.slice(place.from, place.to).replace(/\s+/g, '') };
}
