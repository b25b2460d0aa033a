import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findFaults } from '../../server/src/model/faults.ts';
import { sumsOf } from '../../server/src/model/identities.ts';
import type { Cell } from '../../server/src/model/report.ts';
import { bound, type Figures, written } from './tables.ts';

/** A report that adds up: six and two applications, one carried in, one carried out. */
const right: Figures = {
  received: { naturalPerson: '6', enterprise: '2', total: '8' },
  carriedIn: { naturalPerson: '1', total: '1' },
  granted: { naturalPerson: '4', enterprise: '1', total: '5' },
  'denied.thirdPartyRights': { naturalPerson: '2', enterprise: '1', total: '3' },
  outcomeTotal: { naturalPerson: '6', enterprise: '2', total: '8' },
  carriedOut: { naturalPerson: '1', total: '1' },
};

type Changes = Readonly<Record<string, Readonly<Record<string, number>>>>;

function withChanges(changes: Changes): Figures {
  const rows = Object.entries(changes).map(([row, cells]) => {
    const changed = Object.entries(cells).map(([column, value]) => [column, String(value)]);
    return [row, { ...right[row], ...Object.fromEntries(changed) }] as const;
  });
  return { ...right, ...Object.fromEntries(rows) };
}

const name = ({ row, column }: Cell): string => `${row.id}.${column.id}`;

/** Each fault as its identity, how many it breaks, and who would settle it. */
const faults = (changes: Changes): readonly string[] =>
  findFaults(sumsOf(bound('applications', written('applications', withChanges(changes))))).map(
    ({ judgement: { identity, line }, broken, suspects }) => {
      const all = suspects.map(({ cell, value, along }) =>
        [`${name(cell)}=${value}`, ...along.map((other) => `${name(other.cell)}=${other.value}`)].join('+'),
      );
      return `${identity.id} ${line.id} (${broken.length}) ${all.length > 1 ? `${all.length} suspects` : (all[0] ?? 'unknown')}`;
    },
  );

test('a report that adds up has no fault', () => assert.deepEqual(faults({}), []));

test('a figure at the crossing of broken sums is the one that is wrong', () => {
  assert.deepEqual(faults({ granted: { enterprise: 4 } }), [
    'applicant-total granted (2) granted.enterprise=1',
  ]);
  assert.deepEqual(faults({ granted: { total: 7 } }), ['applicant-total granted (2) granted.total=5']);
  assert.deepEqual(faults({ outcomeTotal: { naturalPerson: 5 } }), [
    'outcome-total naturalPerson (3) outcomeTotal.naturalPerson=6',
  ]);
  assert.deepEqual(faults({ carriedOut: { naturalPerson: 3 } }), [
    'balance naturalPerson (2) carriedOut.naturalPerson=1',
  ]);
});

test('a whole row that is off leaves open which, and the column of sums is not told beside it', () => {
  assert.deepEqual(faults({ carriedOut: { naturalPerson: 2, total: 2 } }), [
    'balance naturalPerson (2) 3 suspects',
  ]);
  assert.match(
    faults({ granted: { naturalPerson: 5, total: 6 } }).join(),
    /^outcome-total naturalPerson \(2\) \d+ suspects$/,
  );
});

test('totals added up from a wrong total change with it', () => {
  assert.deepEqual(faults({ granted: { total: 6 }, outcomeTotal: { total: 9 } }), [
    'applicant-total granted (3) granted.total=5+outcomeTotal.total=8',
  ]);
  assert.deepEqual(faults({ outcomeTotal: { naturalPerson: 7, total: 9 } }), [
    'outcome-total naturalPerson (4) outcomeTotal.naturalPerson=6+outcomeTotal.total=8',
  ]);
});

test('two totals in each other’s columns are one slip', () => {
  assert.deepEqual(faults({ outcomeTotal: { naturalPerson: 5, enterprise: 3 } }), [
    'outcome-total naturalPerson (4) outcomeTotal.naturalPerson=6+outcomeTotal.enterprise=2',
  ]);
});

test('several slips are told one by one', () => {
  assert.deepEqual(
    faults({ granted: { total: 7 }, carriedIn: { naturalPerson: 4 }, outcomeTotal: { enterprise: 9 } }),
    [
      'outcome-total enterprise (3) outcomeTotal.enterprise=2',
      'balance naturalPerson (2) carriedIn.naturalPerson=1',
      'applicant-total granted (2) granted.total=5',
    ],
  );
});

test('a sum that is off because two rows are is not told beside them', () => {
  assert.deepEqual(faults({ granted: { total: 6 }, 'denied.thirdPartyRights': { total: 5 } }), [
    'applicant-total granted (1) unknown',
    'applicant-total denied.thirdPartyRights (1) unknown',
  ]);
});

test('two errors that make up for each other are both told', () => {
  assert.deepEqual(faults({ granted: { total: 6 }, 'denied.thirdPartyRights': { total: 2 } }), [
    'applicant-total granted (1) unknown',
    'applicant-total denied.thirdPartyRights (1) unknown',
  ]);
});

test('no figure is made negative to make sums right', () => {
  assert.deepEqual(faults({ received: { naturalPerson: 0, total: 2 } }), [
    'balance naturalPerson (2) 2 suspects',
  ]);
});

/** The slip that the faults of a table look like, if each is one. */
const slips = (changes: Changes): readonly (string | undefined)[] =>
  findFaults(sumsOf(bound('applications', written('applications', withChanges(changes))))).map(
    ({ suspects: [one, ...others] }) => (others.length > 0 ? 'several' : one?.slip),
  );

test('two figures of a row in each other’s cells are one slip', () => {
  const changed = { 'denied.thirdPartyRights': { naturalPerson: 3, total: 2 } };
  assert.deepEqual(faults(changed), [
    'applicant-total denied.thirdPartyRights (3) denied.thirdPartyRights.naturalPerson=2+denied.thirdPartyRights.total=3',
  ]);
  assert.deepEqual(slips(changed), ['exchanged']);
  assert.deepEqual(slips({ received: { naturalPerson: 2, enterprise: 6 } }), ['exchanged']);
});

test('a row that stands one column too far is one slip', () => {
  const changed = { granted: { naturalPerson: 0, enterprise: 4, researchInstitute: 1 } };
  assert.deepEqual(slips(changed), ['shifted']);
  assert.deepEqual(faults(changed), [
    'outcome-total naturalPerson (3) granted.naturalPerson=4+granted.enterprise=1+granted.researchInstitute=0',
  ]);
});

test('a number torn over two cells is one slip', () => {
  const large: Figures = {
    received: { naturalPerson: '12', total: '12' },
    granted: { naturalPerson: '1', enterprise: '2', total: '12' },
    outcomeTotal: { naturalPerson: '12', total: '12' },
  };
  const found = findFaults(sumsOf(bound('applications', written('applications', large))));
  assert.deepEqual(
    found.map(({ suspects }) => suspects.map(({ slip, value, along }) => [slip, value, along[0]?.value])),
    [[['torn', 12, 0]]],
  );
});

test('two digits in each other’s places are known, and a slip that fits two rows explains nothing', () => {
  const large: Figures = {
    received: { naturalPerson: '12', total: '21' },
    granted: { naturalPerson: '12', total: '12' },
    outcomeTotal: { naturalPerson: '12', total: '12' },
  };
  const [fault] = findFaults(sumsOf(bound('applications', written('applications', large))));
  assert.deepEqual(
    fault?.suspects.map(({ slip, value }) => [slip, value]),
    [['digits', 12]],
  );
  const alike: Figures = {
    received: { naturalPerson: '2', enterprise: '0', total: '2' },
    granted: { naturalPerson: '0', enterprise: '1', total: '1' },
    partial: { naturalPerson: '0', enterprise: '1', total: '1' },
    outcomeTotal: { naturalPerson: '1', enterprise: '1', total: '2' },
  };
  const both = findFaults(sumsOf(bound('applications', written('applications', alike))));
  assert.deepEqual(
    both.map(({ suspects }) => suspects.some(({ slip }) => slip !== undefined)),
    both.map(() => false),
  );
});
