import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bindReview } from '../../server/src/model/bind-review.ts';
import { bindTable } from '../../server/src/model/bind-table.ts';
import { bound, figuresOf, rowOf, rowsOf, template, written } from './tables.ts';

const line = (text: string, words: string): string =>
  text.split('\n').find((one) => one.includes(words)) ?? '';
const changed = (words: string, by: (line: string) => string): string => {
  const text = written('applications', { received: { naturalPerson: '6', total: '6' } });
  return text.replace(line(text, words), by(line(text, words)));
};

test('each edition reads its own table in full', () => {
  for (const edition of ['2021', '2019'] as const) {
    for (const id of ['disclosure', 'applications', 'review'] as const) {
      const { rows } = bound(id, written(id, {}, edition), edition);
      assert.ok(
        rows.every((row) => row.kind === 'read'),
        `${id} ${edition}`,
      );
    }
  }
});

test('a text without a row of the form holds no table', () => {
  const read = (text: string) => bindTable(rowsOf(text), template('applications'), '2021');
  assert.equal(read('全年未收到政府信息公开申请。'), undefined);
  assert.equal(read(''), undefined);
  assert.equal(read('月份→件数\n一月→3\n二月→4'), undefined);
});

test('a row shifted to either side says the same', () => {
  for (const by of ['→', '→→'].map((tabs) => tabs.replaceAll('→', '\t'))) {
    const right = bound(
      'applications',
      changed('一、本年新收', (row) => row.replace('\t\t\t', `\t\t\t${by}`)),
    );
    assert.deepEqual(figuresOf(right, 'received'), ['6', '0', '0', '0', '0', '0', '6']);
    const left = bound(
      'applications',
      changed('一、本年新收', (row) => row.replace('\t\t\t', '\t') + by),
    );
    assert.deepEqual(figuresOf(left, 'received'), ['6', '0', '0', '0', '0', '0', '6']);
  }
});

test('a row that has lost a cell is not read with a filler for a blank', () => {
  const table = bound(
    'applications',
    changed('一、本年新收', (row) => row.replace('\t0', '')),
  );
  assert.equal(rowOf(table, 'received').kind, 'miscounted');
  const leaf = bound(
    'applications',
    changed('2.重复申请', (row) => row.replace('\t0', '')),
  );
  assert.equal(rowOf(leaf, 'notProcessed.duplicate').kind, 'miscounted');
});

test('a blank in its own cell is a blank', () => {
  const table = bound(
    'applications',
    changed('一、本年新收', (row) => row.replace('\t6\t', '\t\t')),
  );
  assert.deepEqual(figuresOf(table, 'received'), ['·', '0', '0', '0', '0', '0', '6']);
});

test('surplus noughts leave the figures certain, other surplus does not', () => {
  const noughts = bound(
    'applications',
    changed('2.重复申请', (row) => `${row}\t0`),
  );
  assert.deepEqual(figuresOf(noughts, 'notProcessed.duplicate'), ['0', '0', '0', '0', '0', '0', '0']);
  const other = bound(
    'applications',
    changed('2.重复申请', (row) => `${row}\t1`),
  );
  assert.equal(figuresOf(other, 'notProcessed.duplicate'), undefined);
});

test('a missing row belongs beside its neighbour of the same block', () => {
  const text = written('disclosure');
  const without = text.replace(`${line(text, '行政强制')}\n`, '');
  const row = rowOf(bound('disclosure', without), 'coercions');
  assert.ok(row.kind === 'missing');
  assert.equal(row.expectedAt, without.indexOf(line(text, '行政处罚')) + line(text, '行政处罚').length);
  const first = rowOf(
    bound(
      'applications',
      changed('一、本年新收', () => ''),
    ),
    'received',
  );
  assert.ok(first.kind === 'missing');
});

test('one year’s form is not taken for the other’s', () => {
  const old = bound('applications', written('applications', {}, '2019'), '2019');
  assert.deepEqual(figuresOf(old, 'otherOutcome')?.length, 7);
  const asNew = bound('applications', written('applications', {}, '2019'), '2021');
  assert.deepEqual(
    asNew.rows.filter(({ kind }) => kind !== 'read').map((row) => row.template.id),
    ['otherOutcome.notCorrected', 'otherOutcome.feeUnpaid', 'otherOutcome.other'],
  );
});

test('table four is there even if none of its cells is filled', () => {
  for (const blank of ['', '/', '—']) {
    const figures = Object.fromEntries(
      template('review').rows.map((row) => [
        row.id,
        Object.fromEntries(row.columns.map(({ id }) => [id, blank])),
      ]),
    );
    const table = bound('review', written('review', figures));
    assert.deepEqual(figuresOf(table, 'litigation'), ['·', '·', '·', '·', '·']);
  }
  const [header] = written('review').split(/\n(?=0)/);
  assert.equal(bindReview(rowsOf(header ?? ''), template('review'), '2021'), undefined);
});
