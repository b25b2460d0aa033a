import type { Difference } from '../base/difference.ts';
import { lazy } from '../base/lazy.ts';
import type { SyntaxTree } from '../syntax/tree.ts';
import {
  type EditionId,
  editionById,
  editionForYear,
  editions,
  type TableId,
  tableOf,
} from '../template/index.ts';
import { absentTable } from './absent-table.ts';
import { bindPanels } from './bind-panels.ts';
import { bindReview } from './bind-review.ts';
import type { Structure } from './bind-structure.ts';
import { bindTable } from './bind-table.ts';
import { inFormOrder } from './column-order.ts';
import { findForm } from './form.ts';
import { keepSums } from './identities.ts';
import { labelKey } from './label.ts';
import { linesIn } from './lines.ts';
import type { Profile } from './profile.ts';
import type { Report, SectionBinding, TableBinding } from './report.ts';
import { retyped } from './retype.ts';
import { bothVersions, movedBy, shiftForm, shiftTable } from './reuse.ts';
import { moveOf } from './still.ts';
import { readTableText, type TableText } from './table-text.ts';
import { unreadTable } from './unread-table.ts';

type Texts = Readonly<Record<TableId, () => TableText | undefined>>;

/** How far the section of each table has moved since an earlier version, if it is the same to the letter. */
export type Moves = Readonly<Record<TableId, number | undefined>>;

export function movesOf(
  text: string,
  sections: readonly SectionBinding[],
  previous: Report | undefined,
): Moves {
  const by = (id: TableId) => movedBy(id, text, sections, previous);
  return { disclosure: by('disclosure'), applications: by('applications'), review: by('review') };
}

/** What an earlier version has to say. */
interface Then {
  readonly previous: Report | undefined;
  readonly edit: Difference | undefined;
  readonly moves: Moves;
}

/** The tables, and which form they follow. */
interface Tables extends Pick<Report, 'form' | 'edition' | 'tables'> {
  /** Whether no row and no label differs from the earlier version. */
  readonly sameRows: boolean;
}

/** Reads the three tables, each in the edition whose rows it prints; one that stands as before is taken over. */
export function readTables(
  tree: SyntaxTree,
  { sections, year }: Pick<Structure, 'sections' | 'year'>,
  { previous, edit, moves }: Then,
  profile: Profile,
): Tables {
  const texts: Texts = {
    disclosure: lazy(() => textOf(tree, sections, 'disclosure')),
    applications: lazy(() => textOf(tree, sections, 'applications')),
    review: lazy(() => textOf(tree, sections, 'review')),
  };
  const typedOver = (id: TableId): TableBinding | undefined => {
    const versions = previous && edit && bothVersions(id, tree.text, sections, previous);
    return versions && retyped(previous.tables[id], versions, edit);
  };
  const disclosure = lazy(() => typedOver('disclosure'));
  // A figure typed over leaves every label as it was.
  const move =
    moves.disclosure === undefined ? edit && disclosure() && moveOf(edit) : { by: moves.disclosure };
  const form = previous && move ? shiftForm(previous.form, move) : findForm(texts.disclosure()?.items ?? []);
  const byYear = year === undefined ? undefined : editionForYear(year);
  const edition = editionById(profile.edition ?? byYear?.id ?? oneOf(form.edition) ?? '2021');
  const byForm = form.edition === 'mixed' ? fuller(form) : (form.edition ?? edition.id);
  const keep = (id: TableId): TableBinding | undefined => {
    const before = previous?.tables[id];
    if (!before || previous.edition !== edition) return undefined;
    // Which edition table three follows stands in its own rows, so its words alone decide.
    if (id !== 'applications' && before.template !== tableOf(editionById(byForm), id)) return undefined;
    const by = moves[id];
    if (by !== undefined) {
      const moved = shiftTable(before, { by });
      keepSums(before, moved);
      return moved;
    }
    return id === 'disclosure' ? disclosure() : typedOver(id);
  };
  const kept = { disclosure: keep('disclosure'), applications: keep('applications'), review: keep('review') };
  return {
    form,
    edition,
    tables: bindTables(tree, sections, texts, { byForm, byYear: edition.id }, kept),
    sameRows: Object.values(kept).every(Boolean),
  };
}

const oneOf = (found: Report['form']['edition']): EditionId | undefined =>
  found === 'mixed' ? undefined : found;

function textOf(tree: SyntaxTree, sections: readonly SectionBinding[], id: TableId): TableText | undefined {
  const section = sections.find(({ template }) => template.id === id);
  if (!section?.body) return undefined;
  return readTableText(tree, linesIn(tree.lines, section.body.from, section.body.to), section.body.to);
}

function bindTables(
  tree: SyntaxTree,
  sections: readonly SectionBinding[],
  texts: Texts,
  { byForm, byYear }: { readonly byForm: EditionId; readonly byYear: EditionId },
  kept: Readonly<Record<TableId, TableBinding | undefined>>,
): Report['tables'] {
  const read = (id: TableId, edition: EditionId, reader: typeof bindTable): TableBinding => {
    const template = tableOf(editionById(edition), id);
    const text = texts[id]();
    return (
      (text && (reader(text, template, edition) ?? unreadTable(text, template, edition))) ??
      absentTable(tree.text, template, sections, text?.items ?? [])
    );
  };
  const applications = () => formOfApplications(texts.applications()) ?? byYear;
  return {
    disclosure: kept.disclosure ?? read('disclosure', byForm, bindTable),
    applications:
      kept.applications ?? together(read('applications', applications(), bindTable), texts.applications()),
    review: kept.review ?? read('review', byForm, bindReview),
  };
}

/** A table whose labels and figures were torn apart, if its figures can still be told. */
function together(table: TableBinding, text: TableText | undefined): TableBinding {
  if (table.kind === 'absent' || !text) return table;
  const unread = table.rows.filter(({ kind }) => kind === 'unreadable').length;
  // A row by another name is no torn one: its name is what is wrong.
  if (unread === 0 || unread <= table.unknownRows.length) return table;
  const rows = text.panels(table.template.rows[0]?.columns.length ?? 1);
  if (!rows) return table;
  const whole = editions.flatMap(
    (edition) => bindPanels(table, rows, tableOf(edition, 'applications'), edition.id) ?? [],
  );
  return whole[0] ? inFormOrder(whole[0], []) : table;
}

/** Of a table that mixes two editions, the one with more of its labels. */
const fuller = ({ evidence }: Report['form']): EditionId =>
  evidence['2019'].length > evidence['2021'].length ? '2019' : '2021';

/** The form of 2019 has figures in the row （六）其他处理 itself, the form of 2021 in three rows below it. */
function formOfApplications(text: TableText | undefined): EditionId | undefined {
  if (!text) return undefined;
  const cores = new Map<string, boolean>();
  for (const item of text.items) {
    for (const cell of item.labels) {
      const { core } = labelKey(cell.text);
      cores.set(
        core,
        (cores.get(core) ?? false) || (item.figures > 0 && cell === item.labels[item.labels.length - 1]),
      );
    }
  }
  const words = [...cores.keys()].join('\n');
  if (/逾期不补正|逾期未按收费|逾期不缴费/.test(words)) return '2021';
  return cores.get('其他处理') ? '2019' : undefined;
}
