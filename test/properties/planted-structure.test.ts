import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { editionById } from '../../server/src/template/index.ts';
import { supportedLayouts } from '../support/generate/layouts.ts';
import { outlineFaults } from '../support/generate/outline-faults.ts';
import { written } from '../support/generate/report.ts';
import { richCase } from '../support/generate/rich.ts';
import { tableFaults } from '../support/generate/table-faults.ts';

/** The rules with a finding at error or warning level, each as often as it has one. */
const grave = (text: string): readonly string[] =>
  snapshot(text)
    .findings()
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ rule }) => rule);

/** Whether a table that does not tell a fault says at least that it was not read in full. */
const heldBack = (text: string): boolean =>
  snapshot(text)
    .findings()
    .some(({ rule }) => rule === 'unreadable-table');

describe('one fault in a table of a correct report', () => {
  for (const { name, rules, change, unseen = [], held = [] } of tableFaults) {
    test(`is found once and as what it is, however the table is written: ${name}`, () => {
      for (const layout of supportedLayouts) {
        const text = written(richCase(layout), change);
        const found = grave(text);
        if (unseen.includes(layout.name)) assert.deepEqual(found, [], layout.name);
        else if (held.includes(layout.name))
          assert.deepEqual([found, heldBack(text)], [[], true], layout.name);
        else
          assert.ok(
            found.length === 1 && rules.includes(found[0] ?? ''),
            `${layout.name}: ${found.join(', ')}`,
          );
      }
    });
  }
});

describe('one fault in the outline of a correct report', () => {
  const { sections } = editionById('2021');
  for (const { name, rule, by } of outlineFaults(sections)) {
    test(`is found once and as what it is, however the tables are written: ${name}`, () => {
      for (const layout of supportedLayouts) {
        const text = written(richCase(layout));
        const faulty = by(text, layout.hashes);
        assert.notEqual(faulty, text, layout.name);
        assert.deepEqual(grave(faulty), [rule], layout.name);
      }
    });
  }
});
