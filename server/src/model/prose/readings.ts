import { remembered } from '../../base/remembered.ts';
import type { EditionId, TableTemplate } from '../../template/index.ts';
import { certainCells } from '../identities.ts';
import type { Cell, Reading, Report, TableBinding } from '../report.ts';
import type { Subject } from './subject.ts';

/** A sum of cells, and cells to take away from it. */
type Sum = { readonly plus: readonly CellName[]; readonly minus?: readonly CellName[] };

/** Row and column; the table follows from the row. */
type CellName = readonly [row: string, column: string];

/** Every way in which a table may count what is spoken of; a number is right if one of them gives it. */
export function readingsOf(subjects: readonly Subject[], tables: Report['tables']): readonly Reading[] {
  const [first, second] = subjects;
  if (first === undefined) return [];
  const sums =
    second === undefined ? sumsIn(first, tables) : together(sumsIn(first, tables), sumsIn(second, tables));
  const readings = sums.map((sum) => readingOf(sum, tables));
  // A way that cannot be followed might be the one that was meant.
  return readings.every((reading) => reading !== undefined) ? readings : [];
}

function readingOf({ plus, minus = [] }: Sum, tables: Report['tables']): Reading | undefined {
  const added = cellsOf(plus, tables);
  const taken = cellsOf(minus, tables);
  if (!added || !taken) return undefined;
  return { cells: [...added, ...taken], taken, value: total(added) - total(taken) };
}

/** Two subjects counted together, each way with its like. */
const together = (some: readonly Sum[], others: readonly Sum[]): readonly Sum[] =>
  some.flatMap(({ plus, minus = [] }, at) => {
    const other = others[at];
    return other ? [{ plus: [...plus, ...other.plus], minus: [...minus, ...(other.minus ?? [])] }] : [];
  });

/** The columns of table three that count applicants of a kind. */
const applicants = {
  fromPersons: ['naturalPerson'],
  fromEnterprises: ['enterprise'],
  fromResearch: ['researchInstitute'],
  fromSocial: ['socialOrganisation'],
  fromLegal: ['legalService'],
  fromOrganisations: ['enterprise', 'researchInstitute', 'socialOrganisation', 'legalService', 'other'],
} as const;

const inTotal = (...rows: readonly string[]): readonly CellName[] => rows.map((row) => [row, 'total']);
const pending = (...rows: readonly string[]): readonly CellName[] => rows.map((row) => [row, 'pending']);

/** The tables in one form count alike, whatever stands in them. */
const sumsByForm = remembered((_applications: TableTemplate) => new Map<string, readonly Sum[]>());

function sumsIn(
  subject: Subject,
  { disclosure, applications: { template } }: Report['tables'],
): readonly Sum[] {
  const edition = disclosure.kind === 'bound' ? disclosure.edition : undefined;
  const sums = sumsByForm(template);
  const key = `${subject} ${edition}`;
  const found = sums.get(key) ?? sumsOf(subject, edition, template);
  sums.set(key, found);
  return found;
}

function sumsOf(
  subject: Subject,
  edition: EditionId | undefined,
  applications: TableTemplate,
): readonly Sum[] {
  const done = inTotal('outcomeTotal');
  const ofOutcome = (group: string): readonly Sum[] => [{ plus: inTotal(...rowsOf(group, applications)) }];
  const lawsuits = ['litigation', 'litigationAfterReconsideration'];
  switch (subject) {
    case 'received':
      // 受理 may count what was carried over from last year.
      return [{ plus: inTotal('received') }, { plus: inTotal('received', 'carriedIn') }];
    case 'fromPersons':
    case 'fromEnterprises':
    case 'fromResearch':
    case 'fromSocial':
    case 'fromLegal':
    case 'fromOrganisations': {
      const from = (row: string): readonly CellName[] => applicants[subject].map((column) => [row, column]);
      return [{ plus: from('received') }, { plus: [...from('received'), ...from('carriedIn')] }];
    }
    case 'newlyReceived':
      return [{ plus: inTotal('received') }];
    case 'carriedIn':
    case 'carriedOut':
      return [{ plus: inTotal(subject) }];
    case 'handled': {
      // Either of this year's applications only, or without those that were given up.
      const other = inTotal(...rowsOf('otherOutcome', applications));
      return [{ plus: done }, { plus: done, minus: inTotal('carriedIn') }, { plus: done, minus: other }];
    }
    case 'processed':
      return [{ plus: done }, { plus: inTotal('received', 'carriedIn') }, { plus: inTotal('received') }];
    case 'granted':
    case 'partial':
      return [{ plus: inTotal(subject) }];
    case 'denied':
    case 'unavailable':
    case 'notProcessed':
    case 'otherOutcome':
      return ofOutcome(subject);
    case 'reconsideration':
      // Cases that are not closed yet are often left out.
      return [{ plus: inTotal(subject) }, { plus: inTotal(subject), minus: pending(subject) }];
    case 'litigation':
      return [{ plus: inTotal(...lawsuits) }, { plus: inTotal(...lawsuits), minus: pending(...lawsuits) }];
    case 'directLitigation':
      return [{ plus: inTotal('litigation') }, { plus: inTotal('litigation'), minus: pending('litigation') }];
    case 'litigationAfterReconsideration':
      return [{ plus: inTotal(subject) }, { plus: inTotal(subject), minus: pending(subject) }];
    case 'documentsIssued':
      return [{ plus: [['normativeDocuments', edition === '2019' ? 'made' : 'issued']] }];
    case 'documentsRepealed':
      return edition === '2019' ? [] : [{ plus: [['normativeDocuments', 'repealed']] }];
    case 'documentsInForce':
      return edition === '2019' ? [] : [{ plus: [['normativeDocuments', 'inForce']] }];
    case 'published':
    case 'processingFee':
      return [];
  }
}

/** The rows of table three that one outcome is split into; in the form of 2019 （六） is a row itself. */
function rowsOf(group: string, applications: TableTemplate): readonly string[] {
  const rows = applications.rows.filter((row) => row.group === group || row.id === group);
  return rows.length === 0 ? [group] : rows.map(({ id }) => id);
}

function cellsOf(names: readonly CellName[], tables: Report['tables']): readonly Cell[] | undefined {
  const cells = names.map(([row, column]) => cellOf(tableOf(row, tables), row, column));
  return cells.every((cell) => cell !== undefined) ? cells : undefined;
}

const tableOf = (row: string, { disclosure, applications, review }: Report['tables']): TableBinding => {
  if (row === 'normativeDocuments') return disclosure;
  return row === 'reconsideration' || row.startsWith('litigation') ? review : applications;
};

/** Where the rows of a table stand in it. */
const rowPlaces = remembered(
  ({ rows }: TableTemplate): ReadonlyMap<string, number> => new Map(rows.map(({ id }, at) => [id, at])),
);

function cellOf(table: TableBinding, rowId: string, columnId: string): Cell | undefined {
  if (table.kind !== 'bound') return undefined;
  const row = table.rows[rowPlaces(table.template).get(rowId) ?? -1];
  const cell = row && certainCells(row)?.find(({ column }) => column.id === columnId);
  return cell?.quantity.kind === 'number' ? cell : undefined;
}

const total = (cells: readonly Cell[]): number =>
  cells.reduce((sum, { quantity }) => sum + (quantity.kind === 'number' ? quantity.value : 0), 0);
