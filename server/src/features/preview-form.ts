import type { TableWords } from '../analysis/format/table-words.ts';
import type { Span } from '../base/span.ts';
import type { FormPart } from '../model/form-grid.ts';
import type { BoundTable, LabelFound, Report, RowBinding } from '../model/report.ts';
import { statutoryWords } from '../model/skeleton.ts';
import type { RowTemplate } from '../template/index.ts';

/** A table as the form prints it, with what was read of it. */
export interface FormRead extends Pick<TableWords, 'words' | 'piecesOf'> {
  readonly table: BoundTable;
  /** The words that a row is written with if its figures cannot be told apart; undefined for a row that was read. */
  readonly asFound: (row: RowTemplate) => readonly Span[] | undefined;
}

/**
 * The form with what was read of a table that cannot be written down again word by word.
 * Words that were not found are the form's own, and stand at no place of the text.
 */
export function formRead({ tree }: Report, table: BoundTable): FormRead {
  const present = table.rows.filter((row) => row.kind !== 'missing');
  const rowOf = (wanted: RowTemplate): RowBinding | undefined =>
    present.find(({ template }) => template === wanted);
  const found = (part: FormPart): LabelFound<unknown> | undefined => foundIn(table, rowOf, part);
  const own = statutoryWords(table.template, () => '');
  return {
    table,
    words: {
      rows: present.map(({ template }) => template),
      of: (part) => {
        if (part.kind !== 'figure') return found(part)?.text ?? own.of(part);
        const [span] = figurePlace(rowOf(part.row), part);
        return span ? tree.text.slice(span.from, span.to).replace(/\s+/g, ' ').trim() : '';
      },
    },
    piecesOf: (part) =>
      part.kind === 'figure' ? figurePlace(rowOf(part.row), part) : (found(part)?.pieces ?? []),
    asFound: (row) => {
      const binding = rowOf(row);
      if (binding?.kind === 'miscounted') return binding.values.map(({ span }) => span);
      return binding?.kind === 'unreadable' ? [binding.span] : undefined;
    },
  };
}

function figurePlace(
  row: RowBinding | undefined,
  { column }: Extract<FormPart, { readonly kind: 'figure' }>,
): readonly Span[] {
  const cell = row?.kind === 'read' ? row.cells.find((one) => one.column === column) : undefined;
  return cell ? [cell.span] : [];
}

function foundIn(
  { groups, header }: BoundTable,
  rowOf: (row: RowTemplate) => RowBinding | undefined,
  part: FormPart,
): LabelFound<unknown> | undefined {
  switch (part.kind) {
    case 'group':
      return groups.find(({ template }) => template.id === part.group.id);
    case 'heading':
      return header.labels.find(({ template }) => template === part.column);
    case 'label': {
      const row = rowOf(part.row);
      return row?.kind === 'read' || row?.kind === 'miscounted' ? row.label : undefined;
    }
    default:
      return undefined;
  }
}
