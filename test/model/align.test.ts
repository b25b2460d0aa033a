import assert from 'node:assert/strict';
import { test } from 'node:test';
import { align } from '../../server/src/model/align.ts';
import { indexOf } from '../../server/src/model/bind-table.ts';
import { rowsOf, template, written } from './tables.ts';

const form = template('applications');
const nought = '→0→0→0→0→0→0→0';

/** The row of the form each line of figures was taken for: `row: first words of its line`. */
function places(source: string): readonly string[] {
  const text = source.replaceAll('→', '\t');
  const { rows } = align(rowsOf(source).items, indexOf(form), (row) => row.columns.length);
  return rows.flatMap((row, at) => {
    const id = form.rows[at]?.id;
    if (row.kind === 'missing') return [];
    const line = text.slice(row.item.span.from, row.item.span.to).trim().split('\t')[0];
    return row.kind === 'item' ? [`${id}: ${line}`] : [`${id} ${row.kind}: ${line}`];
  });
}

const strangers = (source: string): readonly string[] =>
  align(rowsOf(source).items, indexOf(form), (row) => row.columns.length).strangers.map((item) =>
    item.labels.map(({ text }) => text).join(' '),
  );

test('every row of the form finds its line', () => {
  assert.equal(places(written('applications')).length, form.rows.length);
});

test('rows are known by their words, whatever their order and numbering', () => {
  assert.deepEqual(places(`（七）总计${nought}\n2、重复申请${nought}\n(一) 予以公开${nought}`), [
    'granted: (一) 予以公开',
    'notProcessed.duplicate: 2、重复申请',
    'outcomeTotal: （七）总计',
  ]);
});

test('other words are taken for a row only where it belongs', () => {
  const changed = `1.属于国家秘密${nought}\n2.其他法律法规禁止公开${nought}\n3.危及“三安全一稳定”${nought}`;
  assert.ok(places(changed).includes('denied.prohibitedByLaw: 2.其他法律法规禁止公开'));
});

test('a row that is no row of the form is a stranger', () => {
  const added = `8.属于行政查询事项${nought}\n不予公开小计${nought}\n1.本机关不掌握相关政府信息${nought}`;
  assert.deepEqual(strangers(added), ['不予公开小计']);
});

test('the column heading 其他 is not the row 3.其他', () => {
  const header = '自然人→商业企业→其他→总计';
  assert.deepEqual(places(`${header}\n2.重复申请${nought}`), ['notProcessed.duplicate: 2.重复申请']);
  assert.ok(places(`${header}\n2.重复申请${nought}\n3.其他${nought}`).includes('otherOutcome.other: 3.其他'));
});

test('rows without labels are placed only where exactly as many are left', () => {
  const before = `3.要求提供公开出版物${nought}`;
  const behind = `5.要求行政机关确认或重新出具已获取信息${nought}`;
  const bare = nought.slice(1);
  const one = places(`${before}\n${bare}\n${behind}`);
  assert.ok(one.includes('notProcessed.excessive: 0'), one.join('\n'));
  const two = places(`${before}\n${bare}\n${bare}\n${behind}`);
  assert.ok(
    two.some((place) => place.startsWith('notProcessed.excessive lost')),
    two.join('\n'),
  );
});

test('a label without figures is told apart from a row that is missing', () => {
  assert.ok(
    places(`1.信访举报投诉类申请${nought}\n2.重复申请`).includes('notProcessed.duplicate label: 2.重复申请'),
  );
});
