// What the schemas let pass in the editor is what the readers take, and what they mark the readers refuse.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { readBaseline } from '../../server/src/analysis/baseline.ts';
import { readProject } from '../../server/src/analysis/project.ts';

const validator = (name: string) =>
  new Ajv({ strict: false }).compile(
    JSON.parse(readFileSync(new URL(`../../schemas/${name}`, import.meta.url), 'utf8')),
  );

const whole = {
  file: '2024年度/教育局.txt',
  rule: 'blank-cell',
  values: { 'disclosure.regulations.repealed': '' },
  reason: '上级要求留空',
  who: '张三',
  when: '2025-01-31',
};
const listing = (...accepted: unknown[]): object => ({ schema: 'gouji.baseline/1', accepted });
const without = (key: keyof typeof whole): object =>
  Object.fromEntries(Object.entries(whole).filter(([name]) => name !== key));

const baselines: readonly (readonly [unknown, boolean])[] = [
  [listing(), true],
  [listing(whole), true],
  [listing(whole, { ...whole, table: 'disclosure', row: 'regulations', column: 'repealed' }), true],
  [listing({ ...whole, words: '申报情况', table: 'review' }), true],
  [listing({ ...whole, rule: 'a-rule-that-was-withdrawn' }), true],
  [listing({ ...whole, values: {} }), true],
  ...(['file', 'rule', 'values', 'reason', 'who', 'when'] as const).map(
    (key) => [listing(without(key)), false] as const,
  ),
  ...(['file', 'rule', 'reason', 'who', 'when'] as const).flatMap((key) => [
    [listing({ ...whole, [key]: ' ' }), false] as const,
    [listing({ ...whole, [key]: 3 }), false] as const,
  ]),
  ...(['table', 'row', 'column', 'words'] as const).map(
    (key) => [listing({ ...whole, [key]: 3 }), false] as const,
  ),
  [listing({ ...whole, values: { a: 3 } }), false],
  [listing({ ...whole, values: 'a' }), false],
  [listing('blank-cell'), false],
  [{ schema: 'gouji.baseline/2', accepted: [] }, false],
  [{ accepted: [] }, false],
  [{ schema: 'gouji.baseline/1' }, false],
  [[], false],
];

test('the schema of gouji-baseline.json marks what the reader refuses, and nothing else', () => {
  const validate = validator('gouji-baseline.schema.json');
  for (const [content, sound] of baselines) {
    const text = JSON.stringify(content);
    assert.equal(Array.isArray(readBaseline(text)), sound, `reader: ${text}`);
    assert.equal(validate(content), sound, `schema: ${text}`);
  }
});

const projects: readonly (readonly [unknown, boolean])[] = [
  [{}, true],
  [{ province: 'henan', organKind: 'zone', edition: '2019', detect: 'always', maxNumberOfProblems: 0 }, true],
  [{ rules: { 'blank-cell': 'off', 'stale-year': { severity: 'error' } } }, true],
  [{ rules: { 'leftover-remark': { phrases: ['送审稿'], allowed: [] } } }, true],
  [{ rules: { 'term-usage': { severity: 'info', terms: { 县环保局: '县生态环境局' } } } }, true],
  [{ rules: { 'fee-precision': { decimals: 4 }, 'percentage-mismatch': { tolerance: 0.5 } } }, true],
  [{ rules: { 'leftover-remark': { phrases: '送审稿' } } }, false],
  [{ rules: { 'leftover-remark': { phrases: [' '] } } }, false],
  [{ rules: { 'term-usage': { terms: { 县环保局: ' ' } } } }, false],
  [{ rules: { 'term-usage': { terms: { ' ': '县生态环境局' } } } }, false],
  [{ rules: { 'fee-precision': { decimals: 5 } } }, false],
  [{ rules: { 'fee-precision': { decimals: 0.5 } } }, false],
  [{ rules: { 'blank-cell': { decimals: 4 } } }, false],
  [{ overrides: [{ files: '2019年度/**', edition: '2019' }, { files: ['*管委会*'] }] }, true],
  [{ province: 'atlantis' }, false],
  [{ provinces: 'henan' }, false],
  [{ maxNumberOfProblems: -1 }, false],
  [{ rules: { 'no-such-rule': 'off' } }, false],
  [{ rules: { 'blank-cell': 'loud' } }, false],
  [{ rules: { 'blank-cell': { severity: 'loud' } } }, false],
  [{ rules: { 'blank-cell': { severity: 'off', colour: 'red' } } }, false],
  [{ rules: [] }, false],
  [{ overrides: {} }, false],
  [{ overrides: [{ edition: '2019' }] }, false],
  [{ overrides: [{ files: [] }] }, false],
  [{ overrides: [{ files: '*', overrides: [] }] }, false],
  [[], false],
];

test('the schema of gouji.json marks what the reader finds fault with, and nothing else', () => {
  const validate = validator('gouji.schema.json');
  for (const [content, sound] of projects) {
    const text = JSON.stringify(content);
    assert.equal(readProject(text).faults.length === 0, sound, `reader: ${text}`);
    assert.equal(validate(content), sound, `schema: ${text}`);
  }
});
