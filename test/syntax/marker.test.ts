import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { seam } from '../../server/src/base/seam.ts';
import { readMarker } from '../../server/src/syntax/marker.ts';

/** A line, its numbering, level, ordinal, whether it is regular, and the words behind it. */
const table: readonly (readonly [string, string, number, string, boolean, string])[] = [
  ['一、总体情况', '一、', 1, '一', true, '总体情况'],
  ['十二、 其他', '十二、', 1, '十二', true, '其他'],
  ['三.收到', '三.', 1, '三', false, '收到'],
  ['（二）依申请公开', '（二）', 2, '二', true, '依申请公开'],
  ['( 二 )依申请公开', '( 二 )', 2, '二', true, '依申请公开'],
  ['（三）、管理', '（三）、', 2, '三', false, '管理'],
  ['一)主动公开', '一)', 2, '一', false, '主动公开'],
  ['1.属于国家秘密', '1.', 3, '1', true, '属于国家秘密'],
  ['12 ．其他', '12 ．', 3, '12', true, '其他'],
  ['3、其他', '3、', 3, '3', false, '其他'],
  ['（4）其他', '（4）', 4, '4', true, '其他'],
  ['## 五、问题', '## 五、', 1, '五', true, '问题'],
  ['# 年度报告', '#', 0, '', true, '年度报告'],
  ['第二部分　主动公开', '第二部分', 1, '二', false, '主动公开'],
  ['第三部分：收到', '第三部分：', 1, '三', false, '收到'],
  ['**六、其他**', '**六、', 1, '六', true, '其他**'],
];

describe('the numbering of a line', () => {
  for (const [line, words, level, ordinal, regular, rest] of table) {
    test(`of “${line}” is “${words}”`, () => {
      const marker = readMarker(line, 0, line.length);
      assert.ok(marker);
      assert.equal(line.slice(marker.span.from, marker.span.to), words);
      assert.deepEqual([marker.level, marker.ordinal, marker.regular], [level, ordinal, regular]);
      assert.equal(line.slice(marker.textFrom), rest);
    });
  }

  for (const line of [
    '2023年',
    '3.5万元',
    '123.其他',
    '一般',
    '（略）',
    '（一',
    '0\t0\t0',
    '二〇二三年',
    '*',
    '一一一一、',
    '第二十条第（一）项',
    '第部分',
  ]) {
    test(`of “${line}” is none`, () => assert.equal(readMarker(line, 0, line.length), undefined));
  }

  test('is found though the tags of a page cut it apart', () => {
    const line = `二${seam.repeat(30)}、${seam.repeat(40)}主动公开`;
    const marker = readMarker(line, 0, line.length);
    assert.deepEqual([marker?.level, marker?.ordinal, marker?.span.to], [1, '二', 32]);
    assert.equal(line.slice(marker?.textFrom), '主动公开');
  });

  test('counts its hash marks and looks no further than a few characters', () => {
    assert.equal(readMarker('### 1.标题', 0, 8)?.hashes, 3);
    assert.equal(readMarker(`${' '.repeat(40)}一、`, 0, 42), undefined);
  });
});
