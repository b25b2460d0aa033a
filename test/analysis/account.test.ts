import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { account, lineText } from '../../server/src/analysis/account.ts';
import { catalogue } from '../../server/src/analysis/catalogue.ts';
import { readSettings } from '../../server/src/analysis/settings.ts';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { identityCounts } from '../../server/src/analysis/verdict.ts';
import { wording } from '../../server/src/base/message.ts';
import { joinParts, sampleParts } from '../support/sample.ts';

const report = joinParts(sampleParts('2021', 'pipe'));

const lastYear = {
  report: snapshot(joinParts(sampleParts('2021', 'pipe', 'lastYear'))).report(),
  source: '上年.md',
};

/** The lines of an account as they are read. */
const told = (text: string, settings: unknown = {}, before?: typeof lastYear): readonly string[] =>
  account(snapshot(text, 0, readSettings(settings).settings, undefined, before)).flatMap(({ lines }) =>
    lines.map((line) => wording(lineText(line))),
  );

const line = (lines: readonly string[], words: string): string => {
  const found = lines.filter((one) => one.includes(words));
  assert.equal(found.length, 1, words);
  return found[0] ?? '';
};

describe('the account of a check', () => {
  it('names every identity, table and rule with its source, all passed in a correct report', () => {
    const lines = told(report, {}, lastYear);
    for (const one of lines) assert.match(one, /^✓ .*〔依据：.+〕$/);
    assert.equal(lines.filter((one) => /表[三四]：/.test(one)).length, 4);
    for (const table of ['表二', '表三', '表四']) line(lines, `${table} `);
    const sums = [
      'unbalanced-applications',
      'wrong-outcome-total',
      'wrong-applicant-total',
      'wrong-review-total',
    ];
    for (const { id, basis } of catalogue)
      if (!sums.includes(id)) assert.ok(line(lines, `（${id}）`).includes(basis));
    assert.deepEqual(told('采购清单\n'), []);
  });

  it('says what waits for a report that is not at hand', () => {
    const open = told(report).filter((one) => one.startsWith('?'));
    assert.equal(open.length, catalogue.filter(({ group }) => group === 'across').length);
    for (const one of open) assert.match(one, /没有找到同一单位上年的报告/);
  });

  it('counts each identity once, as the verdict does', () => {
    const broken = report.replace(/(（七）总计 \| +\| )6/, '$17').replace(/(重复申请 \| 0 \|) 0/, '$1');
    assert.notEqual(broken, report);
    const lines = told(broken);
    const sum = (pattern: RegExp): number =>
      lines
        .flatMap((one) => [...one.matchAll(pattern)])
        .reduce((total, [, count]) => total + Number(count), 0);
    const { held, broken: faulty, notAssessable } = identityCounts(snapshot(broken).report());
    assert.ok(faulty > 0 && notAssessable > 0);
    assert.deepEqual(
      [sum(/(\d+) 项成立/g), sum(/(\d+) 项不成立/g), sum(/(\d+) 项无法核对/g)],
      [held, faulty, notAssessable],
    );
    assert.match(
      line(lines, '（七）总计为各办理结果之和'),
      /^✗ .*自然人：6 ≠ 7.*“2\.重复申请”的“商业企业”空着/,
    );
  });

  it('says why something could not be checked', () => {
    const row = /^\|[^\n]*3\.要求提供公开出版物[^\n]*\n/m;
    const cases: readonly (readonly [string, RegExp])[] = [
      [report.replace(row, ''), /\? .*缺“3\.要求提供公开出版物”这一行/],
      [report.replace(/(重复申请 \| 0 \|) 0/, '$1 若干'), /\? .*写的是“若干”/],
      [report.replace(/(重复申请 \| 0 \|) 0 \|/, '$1 1 |  2 | 3 |'), /\? .*重复申请/],
      [report.replace(/\|[^|\n]*勾稽关系[\s\S]*?\n\n/, '\n\n'), /\? 表三：.*报告里没有这张表/],
    ];
    for (const [text, words] of cases) {
      assert.notEqual(text, report);
      assert.match(told(text).join('\n'), words);
    }
  });

  it('tells of rules that are off and of findings that were let stand', () => {
    const misspelt = report.replace('申请情况', '申报情况');
    assert.match(line(told(misspelt), '（section-wording）'), /^✗ .*1 处/);
    const off = told(misspelt, { rules: { 'section-wording': 'off' } });
    assert.match(line(off, '（section-wording）'), /^– .*按设置不检查/);
  });
});
