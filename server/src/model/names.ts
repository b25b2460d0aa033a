import type { RowTemplate } from '../template/index.ts';

/** A row's name short enough for a message: `（二）部分公开`, `1.申请人无正当理由逾期不补正`. */
export function shortName(row: RowTemplate): string {
  const cut = row.label.slice(4).search(/[（、，]/);
  return cut < 0 ? row.label : row.label.slice(0, cut + 4);
}
