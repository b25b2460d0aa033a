import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sameOrgan } from '../../server/src/model/organ.ts';

describe('two names of organs', () => {
  const same: readonly (readonly [string, string])[] = [
    ['云溪县教育局', '云溪县教育局'],
    ['云溪县', '云溪县人民政府'],
    ['青禾区人民政府', '澄江市青禾区人民政府'],
    ['青禾区', '澄江市青禾区人民政府'],
    ['青禾区卫生健康委员会', '澄江市青禾区卫生健康委员会'],
  ];
  for (const [one, other] of same)
    test(`${one} and ${other} are one organ`, () => {
      assert.ok(sameOrgan(one, other));
      assert.ok(sameOrgan(other, one));
    });

  const others: readonly (readonly [string, string])[] = [
    ['云溪县教育局', '青禾县教育局'],
    ['教育局', '云溪市教育局'],
    ['云溪县教育局', '云溪县教育局办公室'],
    ['云溪县', '云溪县教育局'],
    ['城关镇人民政府', '云溪县城关镇人民政府'],
    ['溪县教育局', '云溪县教育局'],
    ['青禾区教育局', '大青禾区教育局'],
  ];
  for (const [one, other] of others)
    test(`${one} and ${other} are two organs`, () => {
      assert.ok(!sameOrgan(one, other));
      assert.ok(!sameOrgan(other, one));
    });
});
