import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { wording } from '../../server/src/base/message.ts';
import { findingList } from '../../server/src/features/finding-list.ts';
import { type ReviewPart, review } from '../../server/src/features/review.ts';
import { reviewSheet } from '../../server/src/features/review-sheet.ts';
import { joinParts, type Parts, sampleParts } from '../support/sample.ts';

const parts = sampleParts('2021', 'tab');
const report = (changed: Partial<Record<keyof Parts, string | undefined>> = {}): string =>
  joinParts({ ...parts, ...changed });
const letter = '各位同事：\n明天开会。';

function reviewed(text: string): readonly ReviewPart[] {
  const of = snapshot(text);
  return review(of, of.findings());
}

const standings = (text: string): string =>
  reviewed(text)
    .flatMap(({ id, standing, tables }) => [
      `${id} ${standing}`,
      ...tables.map((table) => `  ${table.name} ${table.standing}`),
    ])
    .join('\n');

const miscounted = parts.applications.replace(/^(.*（七）总计\t+)6\t/m, '$17\t');

describe('the review of a report', () => {
  it('goes through the opening and the six sections, with the tables in theirs', () => {
    assert.equal(
      standings(report()),
      `opening passed
overview passed
disclosure passed
  表二 passed
applications passed
  表三 passed
review passed
  表四 passed
problems passed
other passed`,
    );
  });

  it('puts a broken sum down to its table and its section', () => {
    const [, , , applications] = reviewed(report({ applications: miscounted }));
    assert.deepEqual(
      [applications?.standing, applications?.tables[0]?.standing, applications?.findings.length],
      ['error', 'error', 1],
    );
    assert.ok((applications?.tables[0]?.identities.broken ?? 0) > 0);
  });

  it('tells of a missing section at that section, two side by side at each their own', () => {
    const all = reviewed(report({ review: undefined, problems: undefined }));
    for (const id of ['review', 'problems']) {
      const part = all.find((one) => one.id === id);
      assert.equal(part?.span, undefined);
      assert.deepEqual(
        part?.findings.map(({ rule }) => rule),
        ['missing-section'],
      );
    }
    assert.deepEqual(all.find(({ id }) => id === 'applications')?.findings, []);
  });

  it('says of a table that could not be read that it is open', () => {
    const torn = report({ applications: parts.applications.replace(/^(\t*2\.重复申请).*$/m, '$1') });
    const [, , , part] = reviewed(torn);
    assert.ok(part?.tables[0]?.identities.notAssessable);
    assert.equal(part?.tables[0]?.standing, 'open');
  });

  it('is nothing for another text', () => assert.deepEqual(reviewed(letter), []));
});

describe('the list of findings', () => {
  const list = (text: string): string =>
    findingList(snapshot(text))
      .map((line) => wording(line))
      .join('\n');

  it('tells section, line, words and what to do, in reading order', () => {
    const text = report({
      overview: parts.overview.replace('一、总体情况', '一、总体概况'),
      applications: miscounted,
    });
    const lines = list(text).split('\n');
    assert.equal(lines[0], '《云溪县教育局2024年政府信息公开工作年度报告》');
    assert.equal(lines[1], '检查结论：不通过');
    assert.deepEqual(
      lines.filter((line) => line.startsWith('【')),
      ['【一、总体情况】', '【三、收到和处理政府信息公开申请情况】'],
    );
    assert.match(lines.find((line) => line.startsWith('1. ')) ?? '', /^1\. 第 \d+ 行（.+）：.+/);
    assert.ok(lines.some((line) => line.startsWith('　原文：一、总体概况')));
    assert.equal(lines.filter((line) => line.startsWith('　改法：')).length, 2);
  });

  it('says of a right report that nothing was found, and nothing of another text', () => {
    assert.match(list(report()), /^《.+》\n检查结论：通过\n错误 0 处，警告 0 处，提示 0 处$/);
    assert.equal(list(letter), '');
  });
});

describe('the review sheet', () => {
  const sheet = (text: string, format: 'markdown' | 'html'): string =>
    reviewSheet(snapshot(text), format, wording) ?? '';
  const wrong = report({ applications: miscounted });

  it('has organ, year, form, verdict, identities, findings with source, and room to sign, in both forms', () => {
    for (const format of ['markdown', 'html'] as const) {
      const text = sheet(wrong, format);
      for (const words of [
        '单位：云溪县教育局',
        '报告年度：2024 年',
        '适用格式：2021 年格式',
        '检查结论：不通过',
        /勾稽关系：相符 \d+ 项，不符 [1-9]\d* 项，无法判断 0 项/,
        /三、收到和处理政府信息公开申请情况，第 \d+ 行/,
        '国办公开办函〔2021〕30号',
        '审核意见',
        '总的意见：',
        '审核人：',
        '审核日期：',
      ])
        assert.ok(typeof words === 'string' ? text.includes(words) : words.test(text), `${format} ${words}`);
    }
  });

  it('says that nothing was found', () => assert.match(sheet(report(), 'markdown'), /没有发现问题。/));

  it('writes words of the report as words, whatever they are', () => {
    const attack = '<img src=x onerror=alert(1)>|`*a*`';
    const hostile = report({
      title: `云溪县${attack}教育局2024年政府信息公开工作年度报告`,
      overview: parts.overview.replace('全年新收政府信息公开申请8件', `${attack}全年新收政府信息公开申请9件`),
    });
    assert.doesNotMatch(sheet(hostile, 'html'), /<img/);
    const markdown = sheet(hostile, 'markdown');
    assert.doesNotMatch(markdown, /<img/);
    const rows = markdown.split('\n').filter((line) => line.startsWith('|'));
    assert.ok(rows.length > 2);
    for (const row of rows) assert.equal(row.replaceAll('\\|', '').split('|').length, 8, row);
  });

  it('is none for another text', () =>
    assert.equal(reviewSheet(snapshot(letter), 'html', wording), undefined));
});
