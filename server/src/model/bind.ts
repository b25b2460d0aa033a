import type { Difference } from '../base/difference.ts';
import { lazy } from '../base/lazy.ts';
import { remembered } from '../base/remembered.ts';
import type { Span } from '../base/span.ts';
import type { SyntaxTree } from '../syntax/tree.ts';
import type { EditionId, TableId } from '../template/index.ts';
import { bindStructure } from './bind-structure.ts';
import { type Moves, movesOf, readTables } from './bind-tables.ts';
import { bindTopics } from './bind-topics.ts';
import { findFaults } from './faults.ts';
import { judge, sumsOf } from './identities.ts';
import { noProfile, type Profile, sameProfile } from './profile.ts';
import { findFacts, movedFacts } from './prose/facts.ts';
import { keptPassages } from './prose/kept-passages.ts';
import { findPassages } from './prose/passages.ts';
import type { Fault, Report, SectionBinding, Since, TableBinding } from './report.ts';
import { amongDigits, editOf, moveOf, soleLine, stillStructure } from './still.ts';

/**
 * Reads a text as an annual report. Never fails: what cannot be told is said so in the result.
 * Sections that stand in an earlier version to the letter are taken from it; the result is the same without one.
 */
export function bind(tree: SyntaxTree, earlier?: Report, profile: Profile = noProfile): Report {
  const previous = earlier && sameProfile(earlier.profile, profile) ? earlier : undefined;
  const edit = previous && editOf(previous, tree);
  const still = previous && edit && stillStructure(tree, previous, edit);
  const structure = still?.structure ?? bindStructure(tree);
  const { title, organ, year, sections, headings, followedBy, recognised } = structure;
  const organKind = profile.organKind ?? structure.organKind;
  const beside = sideBySide(sections);
  const read = { sections: beside ? [] : sections, year };
  const moves = movesOf(tree.text, read.sections, previous);
  const then = { previous, edit, moves };
  const { form, edition, tables, sameRows } = readTables(tree, read, then, profile);
  const judgements = lazy(() => Object.values(tables).flatMap(judge));
  // Taken over at once: what is found later on must not hold the version before.
  const kept = edit && still && keptPassages(previous, edit, still.place, { text: tree.text, tables });
  const inRow = kept !== undefined && still?.place === 'row';
  const keptFacts = edit && inRow ? movedFacts(previous.facts(), moveOf(edit), tables) : undefined;
  const passages = lazy(() => kept ?? findPassages({ tree, title, headings, sections, tables, followedBy }));
  return {
    text: tree.text,
    tree,
    recognised,
    title,
    organ,
    organKind,
    profile,
    year,
    edition,
    form,
    sections,
    topics:
      still && topicsStand(previous, edit, edition.id)
        ? previous.topics
        : bindTopics(tree.text, edition.topics, sections, headings),
    headings,
    tables,
    sideBySide: beside,
    followedBy,
    lastYear: undefined,
    since:
      previous &&
      edit &&
      sinceThen(
        previous,
        tree,
        edit,
        { organ, organKind, year, edition, sideBySide: beside },
        { inRow, sameRows, moves },
      ),
    judgements,
    faults: lazy(() => Object.values(tables).flatMap(faultsIn)),
    passages,
    facts: lazy(() => keptFacts ?? findFacts(passages(), { organ, organKind, year }, tables)),
  };
}

/** What an edit behind section one has left as it was, with its places. */
function topicsStand(
  { edition, sections: [overview] }: Report,
  { from }: Difference,
  now: EditionId,
): boolean {
  return edition.id === now && overview?.kind === 'present' && overview.body.to < from;
}

/** The faults of a table that an edit has left where it was are not sought again. */
const faultsIn = (table: TableBinding): readonly Fault[] =>
  sumsOf(table).broken().length === 0 ? [] : faultsOfTable(table);

const faultsOfTable = remembered((table: TableBinding) => findFaults(sumsOf(table)));

/** Two headings on one line, and on another as well, are two columns of a page: a comparison of two reports. */
function sideBySide(sections: readonly SectionBinding[]): Span | undefined {
  const doubled = sections.flatMap((section) => {
    if (section.kind !== 'present' || section.wording !== 'different') return [];
    const parts = section.heading.text.split(section.template.heading);
    return parts.length > 2 ? [section.heading.span] : [];
  });
  return doubled.length >= 2 ? doubled[0] : undefined;
}

/** What an edit has left alone, as far as that is plain to see. */
function sinceThen(
  previous: Report,
  tree: SyntaxTree,
  edit: Difference,
  now: Pick<Report, 'organ' | 'organKind' | 'year' | 'edition' | 'sideBySide'>,
  found: { readonly inRow: boolean; readonly sameRows: boolean; readonly moves: Moves },
): Since {
  const same =
    previous.organ === now.organ &&
    previous.organKind === now.organKind &&
    previous.year === now.year &&
    previous.edition === now.edition &&
    !previous.sideBySide &&
    !now.sideBySide;
  const stays = (id: TableId): boolean => same && found.moves[id] !== undefined;
  const [disclosure, applications, review] = [stays('disclosure'), stays('applications'), stays('review')];
  const tables = disclosure && applications && review;
  const still = same && found.inRow;
  const rows = same && found.sameRows;
  const words = still && rows && amongDigits(edit, previous.text, tree.text);
  const untouched = { outline: still, prose: still, rows, words, tables, disclosure, applications, review };
  return { move: moveOf(edit), line: soleLine(edit, previous.tree, tree), untouched };
}
