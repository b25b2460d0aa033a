import type { Span } from '../base/span.ts';
import { comparable } from '../base/wording.ts';
import { type EditionId, editions, tableOf } from '../template/index.ts';
import type { Item } from './items.ts';
import { labelKey } from './label.ts';
import type { FormFound } from './report.ts';

/** So many different labels of an edition show that its table two is printed. */
const enough = 2;

/** Tells from the words of table two which edition of the form it follows. */
export function findForm(items: readonly Item[]): FormFound {
  const evidence: Record<EditionId, Span[]> = { '2019': [], '2021': [] };
  const seen = new Set<string>();
  for (const item of items) {
    for (const [core, span] of tellingWords(item)) {
      const edition = distinctive.get(core);
      if (!edition || seen.has(core)) continue;
      seen.add(core);
      evidence[edition].push(span);
    }
  }
  const old = evidence['2019'].length;
  const current = evidence['2021'].length;
  if (old >= enough && current >= enough) return { edition: 'mixed', evidence };
  return { edition: old >= enough ? '2019' : current >= enough ? '2021' : undefined, evidence };
}

/** What the words of a row say of the edition; where blanks part the cells, a label may be in pieces. */
function* tellingWords({ positional, words, labels }: Item): Iterable<readonly [string, Span]> {
  for (const { text, span } of words) yield [labelKey(text).core, span];
  if (positional || words.length < 2) return;
  for (const { text, span } of labels) {
    let left = comparable(text);
    for (const core of longestFirst) {
      if (!left.includes(core)) continue;
      yield [core, span];
      left = left.replaceAll(core, '|');
    }
  }
}

/** Column headings and rows of table two that only one edition has. */
const distinctive: ReadonlyMap<string, EditionId> = distinctiveLabels();

/** One label may be part of a longer one that says something else. */
const longestFirst = [...distinctive.keys()].sort((a, b) => b.length - a.length);

function distinctiveLabels(): Map<string, EditionId> {
  const owners = new Map<string, EditionId | 'both'>();
  for (const edition of editions) {
    const { rows } = tableOf(edition, 'disclosure');
    const elsewhere = editions
      .filter((other) => other !== edition)
      .flatMap((other) => tableOf(other, 'disclosure').rows);
    const ownRows = rows.filter((row) => !elsewhere.some((other) => other.id === row.id));
    const columns = rows.flatMap((row) => row.columns);
    for (const label of [
      ...columns.flatMap((column) => [column.label, ...(column.variants ?? [])]),
      ...ownRows.map((row) => row.label),
    ]) {
      const { core } = labelKey(label);
      const owner = owners.get(core);
      owners.set(core, owner === undefined || owner === edition.id ? edition.id : 'both');
    }
  }
  const result = new Map<string, EditionId>();
  for (const [core, owner] of owners) if (owner !== 'both') result.set(core, owner);
  return result;
}
