import { remembered } from '../../base/remembered.ts';
import type { EditionId, TableId, TableTemplate } from '../../template/index.ts';
import { certainCells } from '../identities.ts';
import type { Cell, Reading, Report } from '../report.ts';
import type { Subject } from './subject.ts';

/** A sum of cells, and cells to take away from it. */
type Sum = { readonly plus: readonly CellName[]; readonly minus?: readonly CellName[] };

/** Row and column; the table follows from the row. */
type CellName = readonly [row: string, column: string];

/** Tells every way in which some tables may count what is spoken of; a number is right if one of them gives it. */
export function readerOf(tables: Report['tables']): (subjects: readonly Subject[]) => readonly Reading[] {
  const { disclosure, applications, review } = tables;
  const edition = disclosure.kind === 'bound' ? disclosure.edition : undefined;
  const sums = sumsByForms(applications.template)(disclosure.template)(review.template)[disclosure.kind];
  // Many numbers speak of the same.
  const known = new Map<string, readonly Reading[]>();
  return (subjects) => {
    const [first, second] = subjects;
    if (first === undefined) return [];
    const key = namesOf(subjects);
    const before = known.get(key);
    if (before) return before;
    const ways = sums.get(key) ?? placedSums(first, second, edition, tables);
    sums.set(key, ways);
    const readings = ways.map((way) => readingOf(way, tables));
    // A way that cannot be followed might be the one that was meant.
    const found = readings.every((reading) => reading !== undefined) ? readings : [];
    known.set(key, found);
    return found;
  };
}

/** A cell by its places in the form; undefined if the form has no such cell. */
type Place = { readonly table: TableId; readonly row: number; readonly column: number } | undefined;

interface PlacedSum {
  readonly plus: readonly Place[];
  readonly minus: readonly Place[];
}

/** Tables in the same forms count alike, whatever stands in them. */
const sumsByForms = remembered((_applications: TableTemplate) =>
  remembered((_disclosure: TableTemplate) =>
    remembered((_review: TableTemplate) => ({ bound: newSums(), absent: newSums() })),
  ),
);

const newSums = () => new Map<string, readonly PlacedSum[]>();

/** The first two, which are all that is counted together; facts keep their subjects from version to version. */
const namesOf = remembered((subjects: readonly Subject[]) => subjects.slice(0, 2).join(' '));

function placedSums(
  first: Subject,
  second: Subject | undefined,
  edition: EditionId | undefined,
  tables: Report['tables'],
): readonly PlacedSum[] {
  const sumsIn = (subject: Subject): readonly Sum[] => sumsOf(subject, edition, tables.applications.template);
  const sums = second === undefined ? sumsIn(first) : together(sumsIn(first), sumsIn(second));
  const place = ([row, column]: CellName): Place => placeOf(row, column, tables);
  return sums.map(({ plus, minus = [] }) => ({ plus: plus.map(place), minus: minus.map(place) }));
}

function placeOf(rowId: string, columnId: string, tables: Report['tables']): Place {
  const table = tableOf(rowId);
  const { rows } = tables[table].template;
  const row = rows.findIndex(({ id }) => id === rowId);
  const column = rows[row]?.columns.findIndex(({ id }) => id === columnId) ?? -1;
  return column < 0 ? undefined : { table, row, column };
}

function readingOf({ plus, minus }: PlacedSum, tables: Report['tables']): Reading | undefined {
  const cells: Cell[] = [];
  const taken: Cell[] = [];
  let value = 0;
  for (const place of plus) {
    const cell = cellAt(place, tables);
    if (cell?.quantity.kind !== 'number') return undefined;
    cells.push(cell);
    value += cell.quantity.value;
  }
  for (const place of minus) {
    const cell = cellAt(place, tables);
    if (cell?.quantity.kind !== 'number') return undefined;
    cells.push(cell);
    taken.push(cell);
    value -= cell.quantity.value;
  }
  return { cells, taken, value };
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

const tableOf = (row: string): TableId => {
  if (row === 'normativeDocuments') return 'disclosure';
  return row === 'reconsideration' || row.startsWith('litigation') ? 'review' : 'applications';
};

/** The cell at a place, if its row was read with certainty. */
function cellAt(place: Place, tables: Report['tables']): Cell | undefined {
  const table = place && tables[place.table];
  if (table?.kind !== 'bound') return undefined;
  const row = table.rows[place?.row ?? -1];
  return row && certainCells(row)?.[place?.column ?? -1];
}
