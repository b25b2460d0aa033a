import { certainCells } from './identities.ts';
import type { Cell, Report, RowBinding } from './report.ts';

/** What a row of table two says of the documents made, ended and in force. */
export interface Stock {
  readonly issued: Counted;
  readonly repealed: Counted;
  readonly inForce: Counted;
}

/** A cell and its figure. */
export interface Counted {
  readonly cell: Cell;
  readonly value: number;
}

/** The stock of a row, if it has one and it was read with certainty. */
function stockIn(row: RowBinding): Stock | undefined {
  const cells = certainCells(row) ?? [];
  const [issued, repealed, inForce] = ['issued', 'repealed', 'inForce'].map((id) =>
    counted(cells.find(({ column }) => column.id === id)),
  );
  return issued && repealed && inForce ? { issued, repealed, inForce } : undefined;
}

/** The rows of table two that tell a stock. */
export function stocksOf({ tables: { disclosure } }: Report): readonly (readonly [RowBinding, Stock])[] {
  if (disclosure.kind === 'absent') return [];
  return disclosure.rows.flatMap((row) => {
    const stock = stockIn(row);
    return stock ? [[row, stock] as const] : [];
  });
}

/** Whether fewer documents are in force than the year alone has left. */
export const isTooSmall = ({ issued, repealed, inForce }: Stock): boolean =>
  inForce.value < issued.value - repealed.value;

const counted = (cell: Cell | undefined): Counted | undefined =>
  cell?.quantity.kind === 'number' ? { cell, value: cell.quantity.value } : undefined;
