import { gir2019 } from './gir-2019.ts';
import { gir2021 } from './gir-2021.ts';
import type { Edition, EditionId, RowTemplate, TableId, TableTemplate } from './types.ts';

export type * from './types.ts';

/** Every edition of the form, newest first. */
export const editions: readonly Edition[] = [gir2021, gir2019];

export const editionById = (id: EditionId): Edition =>
  editions.find((edition) => edition.id === id) ?? gir2021;

/** The edition in force for a report year; before the first one there was no common form. */
export function editionForYear(year: number): Edition | undefined {
  return editions.find(({ years }) => years.from <= year && year <= (years.to ?? Number.POSITIVE_INFINITY));
}

/** A table of an edition. Every edition has all three. */
export function tableOf(edition: Edition, id: TableId): TableTemplate {
  const table = edition.tables.find((candidate) => candidate.id === id);
  if (!table) throw new Error(`edition ${edition.id} has no table ${id}`);
  return table;
}

export const rowOf = (table: TableTemplate, id: string): RowTemplate | undefined =>
  table.rows.find((row) => row.id === id);
