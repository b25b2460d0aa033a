import { remembered } from '../base/remembered.ts';
import { cover } from '../base/span.ts';
import { withoutSpace } from '../base/wording.ts';
import type { GridCell } from '../syntax/tree.ts';
import type { ColumnTemplate, TableTemplate } from '../template/index.ts';
import type { Item } from './items.ts';
import { labelKey, similarity } from './label.ts';
import type { HeaderBinding, LabelFound } from './report.ts';

/** A column heading of the form, and how often it has to be printed. */
interface Wanted {
  readonly column: ColumnTemplate;
  readonly core: string;
  readonly also: readonly string[];
  /** Other words that are met for it. */
  readonly wrong: readonly string[];
  readonly times: number;
}

/** With more headings lost than this it is the header that could not be read. */
const mostLost = 2;

/** A heading in other words is not much longer than the longest of the form. */
const longestOther = 10;

/** Finds the column headings among the rows of words above the figures. */
export function bindHeader(items: readonly Item[], template: TableTemplate): HeaderBinding {
  const cells = items.flatMap((item) => item.words);
  const wanted = wantedColumns(template);
  const labels: LabelFound<ColumnTemplate>[] = [];
  const counts = new Map<ColumnTemplate, number>();
  const take = (
    column: ColumnTemplate,
    pieces: readonly GridCell[],
    wording: LabelFound<ColumnTemplate>['wording'],
  ) => {
    const [first] = pieces;
    const last = pieces[pieces.length - 1];
    if (!first || !last) return;
    labels.push({
      template: column,
      span: cover(first.span, last.span),
      pieces: pieces.map((cell) => cell.span),
      text: pieces.map((cell) => withoutSpace(cell.text)).join(''),
      wording,
    });
    counts.set(column, (counts.get(column) ?? 0) + 1);
  };
  const short = (column: Wanted) => (counts.get(column.column) ?? 0) < column.times;
  let rest = takeExact(cells, wanted, take);
  rest = takeTorn(rest, wanted.filter(short), short, take);
  rest = takeAlike(rest, wanted.filter(short), short, take);
  const left = template.headings === 'table' ? takeByPlace(rest, template, labels, take) : rest;
  const [first] = cells;
  const last = cells[cells.length - 1];
  return {
    span: first && last ? cover(first.span, last.span) : undefined,
    readable:
      (items.some(
        ({ positional, words }) => positional && (words.length > 1 || template.headings === 'table'),
      ) &&
        wanted.filter(short).length <= mostLost) ||
      (template.headings === 'table' && isWholeButOne(labels, wanted.filter(short), left)),
    labels,
    missing: wanted.filter(short).map(({ column }) => column),
    doubled: wanted
      .filter(({ column, times }) => (counts.get(column) ?? 0) > times)
      .flatMap(({ column }) => labels.filter((label) => label.template === column).slice(-1)),
  };
}

/** Words that stand elsewhere in the table too: a copy may have left them out as said before. */
const saidElsewhere = new Set(['其他', '总计']);

/**
 * Whether headings without places can be judged all the same: each stands whole on its own, with no scrap of a torn
 * one beside it, and no more than one is missing, doubled or said otherwise.
 */
function isWholeButOne(
  labels: readonly LabelFound<ColumnTemplate>[],
  lost: readonly Wanted[],
  left: readonly GridCell[],
): boolean {
  const others = labels.filter(({ wording }) => wording === 'different').length;
  if (left.length > 0 || labels.some(({ pieces }) => pieces.length > 1)) return false;
  return lost.length + others <= 1 && !lost.some(({ column }) => saidElsewhere.has(column.label));
}

type Take = (
  column: ColumnTemplate,
  pieces: readonly GridCell[],
  wording: LabelFound<ColumnTemplate>['wording'],
) => void;

function takeExact(cells: readonly GridCell[], wanted: readonly Wanted[], take: Take): GridCell[] {
  return cells.filter((cell) => {
    const { core } = labelKey(cell.text);
    const column = wanted.find((candidate) => candidate.core === core || candidate.also.includes(core));
    if (column) take(column.column, [cell], 'statutory');
    return !column;
  });
}

/** Headings torn over two or more cells or lines: `社会公益` above `组织`, `总` beside `计`. */
function takeTorn(
  cells: readonly GridCell[],
  wanted: readonly Wanted[],
  short: (column: Wanted) => boolean,
  take: Take,
): GridCell[] {
  const left = [...cells];
  for (const column of wanted) {
    while (short(column)) {
      const pieces = tornPieces(left, column.core);
      if (!pieces) break;
      take(column.column, pieces, 'statutory');
      for (const piece of pieces) left.splice(left.indexOf(piece), 1);
    }
  }
  return left;
}

function tornPieces(cells: readonly GridCell[], core: string): GridCell[] | undefined {
  for (const [at, cell] of cells.entries()) {
    const start = labelKey(cell.text).core;
    if (start === '' || start === core || !core.startsWith(start)) continue;
    const pieces = [cell];
    let joined = start;
    for (const next of cells.slice(at + 1)) {
      const piece = labelKey(next.text).core;
      if (piece === '' || !core.startsWith(joined + piece)) continue;
      pieces.push(next);
      joined += piece;
      if (joined === core) return pieces;
    }
  }
  return undefined;
}

/** Headings in other words, or cut off at the edge of their cell. */
function takeAlike(
  cells: readonly GridCell[],
  wanted: readonly Wanted[],
  short: (column: Wanted) => boolean,
  take: Take,
): GridCell[] {
  return cells.filter((cell) => {
    const { core } = labelKey(cell.text);
    if (core.length < 2 || core.length > 40) return true;
    const near = wanted.find(
      (column) => short(column) && (column.wrong.includes(core) || resembles(core, column.core)),
    );
    // Headings glued to their neighbours or cut off were damaged on the way; their words are not wrong.
    const damaged = near && (core.includes(near.core) || near.core.startsWith(core));
    if (near) take(near.column, [cell], damaged ? 'statutory' : 'different');
    return !near;
  });
}

/** Headings in words of their own: what alone stands between the neighbours of the heading that is missing. Returns what belongs to no heading. */
function takeByPlace(
  cells: readonly GridCell[],
  { groups, note, rows }: TableTemplate,
  labels: readonly LabelFound<ColumnTemplate>[],
  take: Take,
): readonly GridCell[] {
  const known = new Set([...groups.map(({ label }) => label), note ?? ''].map((text) => labelKey(text).core));
  const columns = rows[0]?.columns ?? [];
  const taken = new Set<GridCell>();
  const found = (column: ColumnTemplate | undefined) => labels.find(({ template }) => template === column);
  for (const [at, column] of columns.entries()) {
    const before = found(columns[at - 1]);
    const behind = found(columns[at + 1]);
    const last = at === columns.length - 1;
    if (found(column) || !before || (!behind && !last)) continue;
    const between = cells.filter(
      ({ span, text }) =>
        span.from >= before.span.to &&
        (!behind || span.to <= behind.span.from) &&
        !known.has(labelKey(text).core),
    );
    const [only] = between;
    if (!only || between.length > 1 || only.text.length > longestOther) continue;
    take(column, [only], 'different');
    taken.add(only);
  }
  return cells.filter((cell) => !taken.has(cell) && !known.has(labelKey(cell.text).core));
}

const resembles = (found: string, wanted: string): boolean =>
  similarity(found, wanted) >= 0.6 ||
  (found.length >= 3 && (wanted.startsWith(found) || found.startsWith(wanted)));

/** The templates are constants, so their columns are gathered once. */
const wantedColumns = remembered((template: TableTemplate): readonly Wanted[] => {
  const wanted = new Map<string, { column: ColumnTemplate; places: Set<string> }>();
  for (const row of template.rows) {
    for (const column of row.columns) {
      const entry = wanted.get(column.label) ?? { column, places: new Set<string>() };
      entry.places.add(
        template.headings === 'table' ? '' : template.headings === 'row' ? row.id : (row.group ?? row.id),
      );
      wanted.set(column.label, entry);
    }
  }
  return [...wanted.values()].map(({ column, places }) => ({
    column,
    core: labelKey(column.label).core,
    also: (column.variants ?? []).map((variant) => labelKey(variant).core),
    wrong: (column.aliases ?? []).map((alias) => labelKey(alias).core),
    times: places.size,
  }));
});
