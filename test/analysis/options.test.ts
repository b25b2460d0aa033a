import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalogue } from '../../server/src/analysis/catalogue.ts';
import { defaultSettings, readSettings } from '../../server/src/analysis/settings.ts';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { wording } from '../../server/src/base/message.ts';
import { joinParts, sampleParts } from '../support/sample.ts';

const parts = sampleParts();
const withSentence = (sentence: string): string =>
  joinParts({ ...parts, overview: `${parts.overview}\n\n${sentence}` });

/** What is found of a rule, in its own words, under the options given. */
function said(text: string, rule: string, options: object, lastYear?: string): readonly string[] {
  const { settings, faults } = readSettings({ rules: { [rule]: options } });
  assert.deepEqual(faults, []);
  const before = lastYear && { report: snapshot(lastYear).report(), source: '上年.md' };
  return snapshot(text, 0, settings, undefined, before || undefined)
    .findings()
    .filter((finding) => finding.rule === rule)
    .map(({ message }) => wording(message));
}

/** For every option a text on which it tells, with what is said of it without and with the option. */
const cases: readonly {
  readonly rule: string;
  readonly option: string;
  readonly value: unknown;
  readonly text: string;
  /** Last year's report, if it takes one. */
  readonly lastYear?: string;
  readonly without: readonly string[];
  readonly with: readonly string[];
}[] = [
  {
    rule: 'leftover-remark',
    option: 'phrases',
    value: ['报分管领导（审定）'],
    text: withSentence('本段报分管领导 (审定) 后上网。'),
    without: [],
    with: ['“报分管领导（审定）”像是内部批注或填写说明，公布前应当删去。'],
  },
  {
    rule: 'leftover-remark',
    option: 'allowed',
    value: ['XX工程'],
    text: withSentence('全县实施XX工程，公开信息XX条。'),
    without: ['“XX”是没有替换的占位符，请填写。', '“XX”是没有替换的占位符，请填写。'],
    with: ['“XX”是没有替换的占位符，请填写。'],
  },
  {
    rule: 'term-usage',
    option: 'terms',
    value: { 体育局: '教育体育局' },
    text: withSentence('教育体育局与体育局共用一个专栏。'),
    without: [],
    with: ['“体育局”应为“教育体育局”。'],
  },
  {
    rule: 'percentage-mismatch',
    option: 'tolerance',
    value: 1,
    text: withSentence('全年公开信息312条，其中招生类120条，占39.0%。'),
    without: ['120 占 312 的 38.5%，这里写 39.0%，请核对。'],
    with: [],
  },
  {
    rule: 'fee-precision',
    option: 'decimals',
    value: 2,
    text: joinParts({ ...parts, disclosure: parts.disclosure.replace('12.5000', '12.5') }),
    without: [],
    with: ['表二“行政事业性收费”为 12.5，按设置应保留 2 位小数'],
  },
  {
    rule: 'copied-text',
    option: 'minimumShare',
    value: 50,
    text: joinParts({ ...parts, problems: sampleParts('2021', 'pipe', 'lastYear').problems }),
    lastYear: joinParts(sampleParts('2021', 'pipe', 'lastYear')),
    without: [
      '正文有 1 段与上年报告相同，占第一、第五部分文字的 20%，请改写为本年度的情况（上年.md 第 85 行）',
    ],
    with: [],
  },
];

describe('options of rules', () => {
  for (const { rule, option, value, text, lastYear, without, with: wanted } of cases) {
    it(`${rule}: ${option} makes a difference`, () => {
      assert.deepEqual(said(text, rule, {}, lastYear), without);
      assert.deepEqual(said(text, rule, { [option]: value }, lastYear), wanted);
    });
  }

  it('are all of them tried', () => {
    const all = catalogue.flatMap(({ id, options = [] }) => options.map(({ name }) => `${id} ${name}`));
    assert.deepEqual(cases.map(({ rule, option }) => `${rule} ${option}`).sort(), all.sort());
  });

  it('show examples that they accept themselves', () => {
    for (const { id, options = [] } of catalogue)
      for (const { example } of options)
        assert.deepEqual(readSettings({ rules: { [id]: JSON.parse(example) } }).faults, [], id);
  });

  it('go with a severity, are kept beside others, and do not come from an earlier version', () => {
    const text = withSentence('教育体育局与体育局共用一个专栏，按XX要求办理。');
    const first = readSettings({ rules: { 'term-usage': { terms: { 体育局: '教育体育局' } } } }).settings;
    const { settings } = readSettings({ rules: { 'term-usage': { severity: 'info' } } }, first);
    const before = snapshot(text, 0, first);
    assert.deepEqual(levels(before), ['term-usage warning', 'leftover-remark warning']);
    assert.deepEqual(levels(snapshot(text, 1, settings, before.report())), [
      'term-usage info',
      'leftover-remark warning',
    ]);
    assert.deepEqual(levels(snapshot(`${text}\n`, 1, defaultSettings, before.report())), [
      'leftover-remark warning',
    ]);
  });

  it('that do not exist, or hold something else, are said and leave the rest in force', () => {
    const { settings, faults } = readSettings({
      rules: {
        'leftover-remark': { severity: 'error', phrases: '一句话', colour: 'red' },
        'blank-cell': { phrases: ['无'] },
        'percentage-mismatch': { tolerance: -1 },
        'fee-precision': { decimals: 2.5 },
        'term-usage': { terms: { 甲: '' } },
      },
    });
    assert.deepEqual(
      faults.map((fault) => wording(fault)),
      [
        '设置 gouji.rules 中 leftover-remark 的选项 phrases 应为一串词语，暂不采用。',
        '设置 gouji.rules 中 leftover-remark 没有“colour”这个选项。',
        '设置 gouji.rules 中 blank-cell 没有“phrases”这个选项。',
        '设置 gouji.rules 中 percentage-mismatch 的选项 tolerance 应为0 到 100 的数，暂不采用。',
        '设置 gouji.rules 中 fee-precision 的选项 decimals 应为0 到 4 的数，暂不采用。',
        '设置 gouji.rules 中 term-usage 的选项 terms 应为“写法: 应有的写法”，暂不采用。',
      ],
    );
    assert.deepEqual([settings.rules, settings.options], [{ 'leftover-remark': 'error' }, {}]);
  });
});

const levels = (version: ReturnType<typeof snapshot>): readonly string[] =>
  version.findings().map(({ rule, severity }) => `${rule} ${severity}`);
