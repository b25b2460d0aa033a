import type { Figures } from './figures.ts';

/** A cell of table three or four, by its keys. */
export interface CellKey {
  readonly table: 'applications' | 'review';
  readonly row: string;
  /** Its place among the columns, from 0. */
  readonly column: number;
}

/** Every cell of tables three and four. */
export function allCells(figures: Figures): readonly CellKey[] {
  return (['applications', 'review'] as const).flatMap((table) =>
    Object.entries(figures[table]).flatMap(([row, values]) =>
      values.map((_, column): CellKey => ({ table, row, column })),
    ),
  );
}

export const valueAt = (figures: Figures, { table, row, column }: CellKey): number =>
  figures[table][row]?.[column] ?? 0;

/** The same figures but for one cell. */
export function plantFault(figures: Figures, { table, row, column }: CellKey, by: number): Figures {
  const values = (figures[table][row] ?? []).map((value, index) => (index === column ? value + by : value));
  return { ...figures, [table]: { ...figures[table], [row]: values } };
}
