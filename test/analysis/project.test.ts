import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { projectSettings, readProject } from '../../server/src/analysis/project.ts';
import { defaultSettings, readSettings, type Settings } from '../../server/src/analysis/settings.ts';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { pathTest } from '../../server/src/base/glob.ts';
import { wording } from '../../server/src/base/message.ts';
import { joinParts, sampleParts } from '../support/sample.ts';

const project = (content: object) => readProject(JSON.stringify(content));

const settingsFor = (content: object, path = '年报.txt', elsewhere: unknown = {}): Settings =>
  projectSettings(project(content).project, path, readSettings(elsewhere).settings);

const faultsOf = (text: string): readonly string[] => readProject(text).faults.map((fault) => wording(fault));

const found = (text: string, settings: Settings) =>
  snapshot(text, 0, settings)
    .findings()
    .map(({ rule, severity }) => `${rule} ${severity}`);

const report = joinParts(sampleParts('2021', 'tab'));
const misspelt = report.replace('申请情况', '申报情况');

describe('settings', () => {
  it('give a rule another severity, or none', () => {
    assert.deepEqual(found(misspelt, defaultSettings), ['section-wording error']);
    assert.deepEqual(found(misspelt, settingsFor({ rules: { 'section-wording': 'hint' } })), [
      'section-wording hint',
    ]);
    assert.deepEqual(found(misspelt, settingsFor({ rules: { 'section-wording': { severity: 'info' } } })), [
      'section-wording info',
    ]);
    assert.deepEqual(found(misspelt, settingsFor({ rules: { 'section-wording': 'off' } })), []);
    assert.deepEqual(found(misspelt, settingsFor({ rules: { 'blank-cell': 'off' } })), [
      'section-wording error',
    ]);
  });

  it('name the province, the kind of organ and the edition, or leave them to the text', () => {
    const chosen = { province: 'henan', organKind: 'zone', edition: '2019' };
    const { profile } = settingsFor(chosen);
    assert.deepEqual(profile, chosen);
    const bound = snapshot(report, 0, settingsFor(chosen)).report();
    assert.deepEqual([bound.organKind, bound.edition.id], ['zone', '2019']);
    const auto = settingsFor({ province: 'auto', organKind: 'auto', edition: 'auto' }, 'a.txt', chosen);
    assert.deepEqual(auto.profile, {});
    assert.deepEqual(snapshot(report, 0, auto).report().edition.id, '2021');
  });

  it('ask for four decimals in Henan only', () => {
    const charged = report.replace(/^(行政事业性收费\t+)\S+/m, '$112.5');
    assert.notEqual(charged, report);
    assert.deepEqual(found(charged, defaultSettings), []);
    assert.deepEqual(found(charged, settingsFor({ province: 'henan' })), ['fee-precision warning']);
  });

  it('of another profile do not take over what was read under the first', () => {
    const before = snapshot(report, 0, settingsFor({ edition: '2019' })).report();
    const after = snapshot(report, 1, settingsFor({ organKind: 'zone' }), before).report();
    assert.deepEqual([after.edition.id, after.organKind], ['2021', 'zone']);
  });
});

describe('a project file', () => {
  it('goes before the settings of the editor, an override before it, a later override before an earlier one', () => {
    const content = {
      rules: { 'blank-cell': 'info' },
      overrides: [
        { files: '2019年度/**', edition: '2019', rules: { 'blank-cell': 'off' } },
        { files: ['**/*.md', '*.html'], rules: { 'blank-cell': 'error' } },
      ],
    };
    const elsewhere = { maxNumberOfProblems: 7, rules: { 'blank-cell': 'hint', 'missing-row': 'off' } };
    const levelAt = (path: string) => settingsFor(content, path, elsewhere).rules['blank-cell'];
    assert.equal(levelAt('年报.txt'), 'info');
    assert.equal(levelAt('2019年度/局/年报.txt'), 'off');
    assert.equal(levelAt('2019年度/年报.md'), 'error');
    assert.equal(levelAt('网页/年报.html'), 'error');
    const { rules, maxNumberOfProblems, profile } = settingsFor(content, '2019年度/年报.txt', elsewhere);
    assert.deepEqual([rules['missing-row'], maxNumberOfProblems, profile.edition], ['off', 7, '2019']);
  });

  it('has its faults named, and the rest of it holds', () => {
    const read = project({
      rules: {
        'no-such': 'off',
        'blank-cell': 'loud',
        'missing-row': { severity: 'off', strict: 1 },
        'value-count': 'off',
      },
      edition: '1949',
      colour: 'red',
      overrides: [{ rules: {} }, { files: ['a'], province: 'atlantis' }],
    });
    const words = read.faults.map((fault) => wording(fault)).join('\n');
    for (const word of ['no-such', 'blank-cell', 'missing-row', 'edition', 'colour', 'files', 'province'])
      assert.ok(words.includes(word), `${word} in ${words}`);
    assert.equal(read.faults.length, 7);
    const settings = projectSettings(read.project, 'a', defaultSettings);
    assert.deepEqual(settings.rules, { 'missing-row': 'off', 'value-count': 'off' });
  });

  it('that is none says so', () => {
    assert.match(faultsOf('{"rules": }')[0] ?? '', /JSON/);
    assert.equal(faultsOf('[]').length, 1);
    assert.equal(faultsOf('{"overrides": {}}').length, 1);
    assert.deepEqual(faultsOf('\u{feff}{"$schema": "x"}'), []);
  });
});

describe('a pattern of paths', () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['*.md', 'a.md', true],
    ['*.md', '甲/乙/a.md', true],
    ['*.md', 'a.mdx', false],
    ['甲/*.md', '甲/a.md', true],
    ['./甲/*.md', '甲/a.md', true],
    ['甲/*.md', '甲/乙/a.md', false],
    ['甲/**', '甲/乙/a.md', true],
    ['**/乙/*', '乙/a', true],
    ['**/乙/*', '甲/乙/a', true],
    ['20{19,20}年?/*', '2020年报/a', true],
    ['20{19,20}年?/*', '2021年报/a', false],
    ['a.b[1](2)+', 'a.b[1](2)+', true],
    ['a.b', 'axb', false],
    ['{a', '{a', true],
  ];
  for (const [pattern, path, fits] of cases) {
    it(`${pattern} ${fits ? 'fits' : 'does not fit'} ${path}`, () =>
      assert.equal(pathTest(pattern)(path), fits));
  }
});
