import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bindHeader } from '../../server/src/model/header.ts';
import { rowsOf, template, written } from './tables.ts';

const form = template('applications');
const plain = '自然人→商业企业→科研机构→社会公益组织→法律服务机构→其他→总计';

function header(source: string) {
  const { missing, doubled, labels } = bindHeader(rowsOf(source).items, form);
  return {
    missing: missing.map(({ label }) => label),
    doubled: doubled.map(({ text }) => text),
    changed: labels.flatMap(({ wording, text, template: { label } }) =>
      wording === 'different' ? [`${text} → ${label}`] : [],
    ),
  };
}

const faultless = { missing: [], doubled: [], changed: [] };

test('the header of the form has every heading once', () => {
  const lines = written('applications').split('\n').slice(0, 3).join('\n');
  assert.deepEqual(header(lines), faultless);
  assert.deepEqual(header(plain), faultless);
});

test('headings with blanks, or torn over two lines, are whole', () => {
  assert.deepEqual(header(plain.replace('总计', '总 计').replace('自然人', '自 然 人')), faultless);
  const torn = `${plain.replace('社会公益组织', '社会公益').replace('法律服务机构', '法律服务')}\n→→→组织→机构`;
  assert.deepEqual(header(torn), faultless);
});

test('a heading that is lost, and one that stands twice', () => {
  assert.deepEqual(header(plain.replace('其他', '')), { ...faultless, missing: ['其他'] });
  assert.deepEqual(header(plain.replace('其他', '总计')), {
    missing: ['其他'],
    doubled: ['总计'],
    changed: [],
  });
});

test('a heading in other words is known by its likeness, or by standing alone in its place', () => {
  assert.deepEqual(header(plain.replace('社会公益组织', '社会公益性组织')).changed, [
    '社会公益性组织 → 社会公益组织',
  ]);
  assert.deepEqual(header(plain.replace('科研机构', '研究单位')).changed, ['研究单位 → 科研机构']);
  assert.deepEqual(header(plain.replace('总计', '合计')).changed, ['合计 → 总计']);
});

test('a label over several columns is no heading in other words', () => {
  assert.deepEqual(header(plain.replace('商业企业', '法人或其他组织')), {
    ...faultless,
    missing: ['商业企业'],
  });
});

test('headings of the blocks of table two are wanted once a block', () => {
  const disclosure = template('disclosure');
  const read = (text: string) => bindHeader(rowsOf(text).items, disclosure).missing.map(({ label }) => label);
  assert.deepEqual(read(written('disclosure')), []);
  assert.deepEqual(read(written('disclosure').replace('本年处理决定数量', '')), ['本年处理决定数量']);
});
