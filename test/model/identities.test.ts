import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from '../../server/src/model/identities.ts';
import type { Judgement } from '../../server/src/model/report.ts';
import { bound, type Figures, written } from './tables.ts';

const states = (judgements: readonly Judgement[], state: string): readonly string[] =>
  judgements.flatMap(({ identity, line, outcome }) =>
    outcome.state === state ? [`${identity.id} ${line.id}`] : [],
  );

const judged = (figures: Figures, edition: '2019' | '2021' = '2021') =>
  judge(bound('applications', written('applications', figures, edition), edition));

test('table three has 7 + 7 + 25 identities, 7 + 7 + 23 in the form of 2019, table four 3, table two none', () => {
  assert.equal(states(judged({}), 'held').length, 39);
  assert.equal(states(judged({}, '2019'), 'held').length, 37);
  assert.equal(states(judge(bound('review', written('review'))), 'held').length, 3);
  assert.deepEqual(judge(bound('disclosure', written('disclosure'))), []);
});

test('a figure that is off breaks the sums it stands in, and no others', () => {
  assert.deepEqual(states(judged({ granted: { naturalPerson: '1' } }), 'broken'), [
    'outcome-total naturalPerson',
    'applicant-total granted',
  ]);
});

test('what is blank or miswritten is never taken for nought', () => {
  for (const text of ['', '/', '三', '1 2']) {
    const judgements = judged({ granted: { enterprise: text } });
    assert.deepEqual(states(judgements, 'broken'), []);
    assert.deepEqual(states(judgements, 'notAssessable'), [
      'outcome-total enterprise',
      'applicant-total granted',
    ]);
  }
});

test('figures whose value is certain are added, however they are written', () => {
  assert.deepEqual(
    states(
      judged({ received: { other: '１', total: '1.0' }, carriedOut: { other: '1', total: '1' } }),
      'held',
    ).length,
    39,
  );
});

const line = (text: string, words: string): string =>
  text.split('\n').find((one) => one.includes(words)) ?? '';

test('a row that stands twice counts as long as both say the same', () => {
  const text = written('applications');
  const row = line(text, '2.重复申请');
  assert.equal(states(judge(bound('applications', text.replace(row, `${row}\n${row}`))), 'held').length, 39);
  const other = row.replace('0', '1');
  const doubtful = judge(bound('applications', text.replace(row, `${row}\n${other}`)));
  assert.deepEqual(states(doubtful, 'broken'), []);
  assert.equal(states(doubtful, 'notAssessable').length, 8);
});

test('a missing row holds the sums of outcomes back, not the balance', () => {
  const text = written('applications');
  const judgements = judge(bound('applications', text.replace(`${line(text, '2.重复申请')}\n`, '')));
  assert.equal(states(judgements, 'notAssessable').length, 8);
  assert.equal(states(judgements, 'held').filter((name) => name.startsWith('balance')).length, 7);
});
