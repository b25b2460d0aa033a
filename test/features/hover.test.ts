import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { wording } from '../../server/src/base/message.ts';
import { hover } from '../../server/src/features/hover.ts';
import { rowGuidance } from '../../server/src/template/guidance.ts';
import { editions } from '../../server/src/template/index.ts';
import { letter, markdown, type Pointed, pointed, report } from './cursor.ts';

/** What is told at a place: what it is told of, then the blocks, a line each. */
function told({ of, text, offset }: Pointed, others: readonly string[] = []): readonly string[] {
  const found = hover(of, offset, () => others.map((other) => snapshot(other).report()));
  if (!found) return [];
  return [text.slice(found.span.from, found.span.to), ...found.blocks.map((block) => wording(block))];
}

describe('hover on a cell', () => {
  it('names row and column as the form does, says what counts, and works out its sums', () => {
    assert.deepEqual(told(pointed('（一）予以公开\t\t‸3')), [
      '3',
      '**表三　三、本年度办理结果 › （一）予以公开 × 申请人情况 › 自然人**',
      '把信息提供给了申请人，或者告知了已主动公开信息的获取方式和途径。',
      '依据：《条例》第三十六条第（一）（二）项（填报口径为通行做法）',
      '自然人：以个人名义提出的申请。',
      '- ✓ “自然人”列 各办理结果之和 =（七）总计：3 + 1 + 1 + 1 = 6',
      '- ✓ 本行 六类申请人之和 = 总计：3 + 0 + 0 + 0 + 0 + 0 = 3',
    ]);
  });

  it('shows both sides of a sum that does not come out, and the difference', () => {
    const wrong = report.replace('（七）总计\t\t6', '（七）总计\t\t7');
    const lines = told(pointed('（七）总计\t\t7‸', wrong));
    assert.ok(lines.includes('- ✗ “自然人”列 一 + 二 =（七）总计 + 四：6 + 1 = 7，而 7 + 1 = 8，相差 1'));
    assert.ok(
      lines.includes('- ✗ “自然人”列 各办理结果之和 =（七）总计：3 + 1 + 1 + 1 = 6，表中为 7，相差 1'),
    );
  });

  it('does not judge a sum with a blank in it, on the blank itself neither', () => {
    const blank = report.replace('（一）予以公开\t\t3\t0\t', '（一）予以公开\t\t3\t\t');
    for (const piece of ['（一）予以公开\t\t3‸', '（一）予以公开\t\t3\t‸\t']) {
      const lines = told(pointed(piece, blank));
      assert.ok(
        lines.some((line) => line.startsWith('- ？ 本行')),
        piece,
      );
      assert.ok(!lines.some((line) => line.startsWith('- ✗')), piece);
    }
    assert.match(told(pointed('（一）予以公开\t\t3\t‸\t', blank))[1] ?? '', /商业企业\*\*$/);
  });

  it('tells the paragraph that states it', () => {
    const lines = told(pointed('上年结转政府信息公开申请数量\t\t\t1\t0\t0\t0\t0\t0\t‸1'));
    assert.ok(
      lines.some((line) => line.startsWith('- ✓ 正文：') && line.includes('上年结转1件')),
      lines.join('\n'),
    );
  });

  it('tells last year’s figure where last year’s report of the same organ is at hand', () => {
    const before = report.replaceAll('2024', '2023');
    const place = pointed('（一）予以公开\t\t‸3');
    assert.ok(told(place, [before]).includes('上年（2023 年）同一格：3'));
    const other = before.replaceAll('云溪县', '临江区');
    assert.ok(!told(place, [other, report]).some((line) => line.startsWith('上年')));
  });

  it('holds what was carried in against what last year carried out', () => {
    const place = pointed('上年结转政府信息公开申请数量\t\t\t‸1');
    const before = report.replaceAll('2024', '2023');
    assert.ok(told(place, [before]).includes('上年（2023 年）“四、结转下年度继续办理”：1'));
  });

  it('finds the cells of the other tables and of Markdown too', () => {
    assert.match(told(pointed('行政许可\t‸46'))[1] ?? '', /^\*\*表二　第二十条第（五）项 › 行政许可 × /);
    assert.match(told(pointed('| 行政许可 |‸ 46', markdown))[1] ?? '', /行政许可 × /);
  });

  it('explains every row of every form that needs it', () => {
    for (const { tables } of editions)
      for (const { rows } of tables) for (const { id } of rows) assert.ok(rowGuidance(id), id);
  });
});

describe('hover on a label', () => {
  it('says what counts in the row, what a group comes to, what a total adds', () => {
    assert.match(told(pointed('2.重复‸申请')).join('\n'), /已经答复过/);
    assert.equal(told(pointed('（三）不予‸公开'))[2], '小标题，本身不填数字；下面 8 行的总计合计 1。');
    assert.match(told(pointed('法律服务‸机构')).join('\n'), /律师事务所/);
  });

  it('says of a row whose values do not fit that they do not', () => {
    const short = report.replace('2.重复申请\t0\t0\t', '2.重复申请\t1\t');
    assert.ok(told(pointed('2.重复‸申请', short)).includes('这一行应有 7 个数，实有 6 个，无法逐列对应。'));
  });
});

describe('hover on a heading', () => {
  it('says what the section must contain, by which article, and how its table stands', () => {
    const lines = told(pointed('三、收到‸和处理'));
    assert.equal(lines[1], '**法定标题：三、收到和处理政府信息公开申请情况**');
    assert.equal(lines[3], '依据：《条例》第五十条第（二）项');
    assert.equal(lines[4], '表三的勾稽关系：相符 39 项，不符 0 项，无法判断 0 项。');
  });

  it('names the five topics, and those not treated', () => {
    const without = report.replace(/（五）监督保障情况\n\n.*\n/, '');
    assert.ok(told(pointed('一、总体‸情况', without)).includes('- ✗ 监督保障情况：没有写到'));
    assert.match(told(pointed('（二）依申请‸公开情况'))[1] ?? '', /五个方面之一：依申请公开情况/);
  });

  it('reads the title', () => {
    assert.ok(told(pointed('云溪县教育局‸2024年')).includes('**机关：云溪县教育局**'));
  });
});

describe('hover in a paragraph', () => {
  it('tells the cell a number was matched with', () => {
    assert.deepEqual(told(pointed('上年结转‸1件')).slice(0, 2), [
      '1件',
      '**✓ 与表格一致**：表三“二、上年结转政府信息公开申请数量”的“总计”：1',
    ]);
    const wrong = report.replace('上年结转1件', '上年结转4件');
    assert.equal(
      told(pointed('上年结转‸4件', wrong))[1],
      '**✗ 与表格不一致**：正文为 4，表三“二、上年结转政府信息公开申请数量”的“总计”：1',
    );
  });

  it('tells what a cited paper is', () => {
    assert.match(told(pointed('国办公开办函‸〔2021〕30号')).join('\n'), /2021年度起使用/);
  });

  it('is silent on words, and in a text that is no report', () => {
    assert.deepEqual(told(pointed('全局通过县政府‸网站')), []);
    assert.deepEqual(told({ of: snapshot(letter), text: letter, offset: letter.indexOf('3') }), []);
  });
});
