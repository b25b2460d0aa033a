import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { withTabs } from '../../server/src/syntax/separated.ts';

const rows = ['规章,0,0,0', '行政许可,12,,', '行政处罚,3,,', '行政强制,0,4,'];

/** Tabs as `→`, the blanks that quotation marks leave taken away. */
const read = (...lines: readonly string[]): readonly string[] =>
  withTabs(lines.join('\n'))
    .split('\n')
    .map((line) => line.replace(/ *\t */g, '→').trim());

describe('a spreadsheet saved as text', () => {
  test('has tabs where its marks part cells, at the same places', () => {
    assert.deepEqual(
      read(...rows),
      ['规章→0→0→0', '行政许可→12→→', '行政处罚→3→→', '行政强制→0→4→'].map((line) => line.trim()),
    );
    const text = rows.join('\n');
    assert.equal(withTabs(text).length, text.length);
    assert.deepEqual(read(...rows.map((row) => row.replaceAll(',', ';'))).slice(0, 1), ['规章→0→0→0']);
  });

  test('has quotation marks around cells with a comma, a quotation mark or a line break', () => {
    assert.deepEqual(read('收费,"1,234",0,5', ...rows)[0], '收费→1,234→0→5');
    assert.deepEqual(read('"属于""三类""事项",1,0,5', ...rows)[0], '属于 "三类 "事项→1→0→5');
    assert.equal(read('"现行\n有效",1,0,5', ...rows)[0]?.replace(/\s/g, ''), '现行有效→1→0→5');
  });

  test('leaves the commas of sentences alone', () => {
    const sentence = '2024年,我局共公开信息1,234条,比上年增加。';
    assert.deepEqual(read(sentence, ...rows)[0], sentence);
    const prose = `${sentence}\n`.repeat(9);
    assert.equal(withTabs(prose), prose);
  });

  test('is no table with fewer rows of figures', () => {
    const few = rows.slice(0, 1).join('\n');
    assert.equal(withTabs(few), few);
  });
});

test('a cell copied from a spreadsheet may have line breaks within its quotation marks', () => {
  const text = '信息内容\t"本年\r\n处理决定数量"\n行政许可\t12\n"规\n章"\t0';
  const lines = withTabs(text).split(/\r\n|\n/);
  assert.deepEqual(
    lines.map((line) => line.replace(/[^\S\t]/g, '')),
    ['信息内容\t本年处理决定数量', '行政许可\t12', '规章\t0'],
  );
  assert.equal(withTabs(text).length, text.length);
  assert.equal(withTabs('他说\t"好"\n"引文\n没有完'), '他说\t"好"\n"引文\n没有完');
});

test('quotation marks around every cell of a copied spreadsheet are none of the words', () => {
  const text = '"规章"\t"0"\t""\n危及“三安全一稳定”\t1\n他说"好"\t2';
  assert.equal(withTabs(text), ' 规章 \t 0 \t  \n危及“三安全一稳定”\t1\n他说"好"\t2');
});
