import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nameMaySayYear } from '../../server/src/base/file-name.ts';
import { languageOf, organAndYear } from '../../server/src/features/report-names.ts';

describe('the name of a file', () => {
  it('leaves room for a year that it says, and for any if it says none', () => {
    assert.ok(nameMaySayYear('/2019/某局2023年报.txt', 2023));
    assert.ok(nameMaySayYear('/2019/年报.md', 2023));
    assert.ok(!nameMaySayYear('/2023/某局2022年报.txt', 2023));
  });

  it('tells the organ and the year where it is called as reports are', () => {
    assert.deepEqual(organAndYear('/甲/清溪县水利局2023年政府信息公开工作年度报告.txt'), {
      organ: '清溪县水利局',
      year: 2023,
    });
    assert.equal(organAndYear('/甲/2023年报.txt'), undefined);
  });

  it('tells the language an editor opens it in', () => {
    const languages = ['甲.gkbg', '甲局政府信息公开工作年度报告.txt', '年报.txt', '年报.md', '年报.HTML'].map(
      languageOf,
    );
    assert.deepEqual(languages, ['gouji-report', 'gouji-report', 'plaintext', 'markdown', 'html']);
  });
});
